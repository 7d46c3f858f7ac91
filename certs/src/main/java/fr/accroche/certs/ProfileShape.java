package fr.accroche.certs;

import java.util.List;

/**
 * What a profile's certificates hold (docs/sources.md, IGC-Santé samples).
 *
 * @param keyUsage the names of its bits, in the order of RFC 5280 §4.2.1.3
 * @param extendedKeyUsage the object identifiers, exactly these
 * @param hostNames whether it names hosts in subjectAltName
 * @param signs whether it seals documents: then it bears a privateKeyUsagePeriod
 */
record ProfileShape(List<String> keyUsage, List<String> extendedKeyUsage, boolean hostNames, boolean signs) {

    static ProfileShape of(Profile profile) {
        return switch (profile) {
            case ORG_AUTH_CLI -> new ProfileShape(List.of("digitalSignature"), List.of(Oids.CLIENT_AUTH), false, false);
            case ORG_SIGN ->
                new ProfileShape(
                        List.of("digitalSignature", "nonRepudiation"), List.of(Oids.EMAIL_PROTECTION), false, true);
            case SERV_SSL ->
                new ProfileShape(
                        List.of("digitalSignature", "keyEncipherment"),
                        List.of(Oids.SERVER_AUTH, Oids.CLIENT_AUTH),
                        true,
                        false);
        };
    }
}
