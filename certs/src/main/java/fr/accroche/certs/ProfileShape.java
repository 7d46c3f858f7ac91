package fr.accroche.certs;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a profile's certificates hold (docs/sources.md, IGC-Santé samples).
 *
 * @param keyUsage the names of its bits, in the order of RFC 5280 §4.2.1.3
 * @param extendedKeyUsage the object identifiers, exactly these
 * @param hostNames whether it names hosts in subjectAltName
 * @param signs whether it seals documents: then it bears a privateKeyUsagePeriod
 * @param card the kind of card that bears it (TRE_G02); empty for a certificate in software
 */
record ProfileShape(
        List<String> keyUsage, List<String> extendedKeyUsage, boolean hostNames, boolean signs, OptionalInt card) {
    private static final String DIGITAL_SIGNATURE = "digitalSignature";
    private static final String NON_REPUDIATION = "nonRepudiation";
    private static final int CPS = 0;
    private static final int CPE = 2;

    static ProfileShape of(Profile profile) {
        return switch (profile) {
            case ORG_AUTH_CLI -> software(List.of(DIGITAL_SIGNATURE), List.of(Oids.CLIENT_AUTH), false, false);
            case ORG_SIGN ->
                software(List.of(DIGITAL_SIGNATURE, NON_REPUDIATION), List.of(Oids.EMAIL_PROTECTION), false, true);
            case SERV_SSL ->
                software(
                        List.of(DIGITAL_SIGNATURE, "keyEncipherment"),
                        List.of(Oids.SERVER_AUTH, Oids.CLIENT_AUTH),
                        true,
                        false);
            case CPS_AUTH -> card(List.of(DIGITAL_SIGNATURE), Oids.CARD_AUTH, false, CPS);
            case CPS_SIGN -> card(List.of(NON_REPUDIATION), List.of(Oids.EMAIL_PROTECTION), true, CPS);
            case CPE_AUTH -> card(List.of(DIGITAL_SIGNATURE), Oids.CARD_AUTH, false, CPE);
        };
    }

    private static ProfileShape software(
            List<String> keyUsage, List<String> extendedKeyUsage, boolean hostNames, boolean signs) {
        return new ProfileShape(keyUsage, extendedKeyUsage, hostNames, signs, OptionalInt.empty());
    }

    private static ProfileShape card(List<String> keyUsage, List<String> extendedKeyUsage, boolean signs, int card) {
        return new ProfileShape(keyUsage, extendedKeyUsage, false, signs, OptionalInt.of(card));
    }
}
