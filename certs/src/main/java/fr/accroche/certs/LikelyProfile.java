package fr.accroche.certs;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a certificate seems to be, by its usages and extensions (docs/sources.md, IGC-Santé samples): no field of a real
 * certificate states its profile.
 */
public enum LikelyProfile {
    ROOT("autorité racine", "root authority"),
    INTERMEDIATE("autorité intermédiaire", "intermediate authority"),
    ORG_AUTH_CLI("ORG AUTH_CLI (client d'une personne morale)", "ORG AUTH_CLI (a legal person's client)"),
    ORG_SIGN("ORG ou SERV SIGN (cachet)", "ORG or SERV SIGN (seal)"),
    SERV_SSL("SERV SSL (serveur)", "SERV SSL (server)"),
    CPS_AUTH("CPS, authentification", "CPS card, authentication"),
    CPS_SIGN("CPS, signature", "CPS card, signature"),
    CPE_AUTH("CPE, authentification", "CPE card, authentication"),
    OTHER_CARD("autre carte de la famille CPS", "another card of the CPS family"),
    OTHER("profil non reconnu", "profile not recognised");

    private static final int CARD_CPS = 0;
    private static final int CARD_CPE = 2;

    private final Wording wording;

    LikelyProfile(String fr, String en) {
        this.wording = Wording.of(fr, en);
    }

    public Wording wording() {
        return wording;
    }

    /** Of any certificate; judges nothing. */
    public static LikelyProfile of(X509Certificate certificate) {
        if (certificate.getBasicConstraints() >= 0) {
            boolean selfIssued = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            return selfIssued ? ROOT : INTERMEDIATE;
        }
        Optional<Integer> card = card(certificate);
        if (card.isPresent()) {
            return card(card.get(), KeyUsages.of(certificate).contains("digitalSignature"));
        }
        if (fits(Profile.SERV_SSL, certificate)) {
            return SERV_SSL;
        }
        return fits(Profile.ORG_AUTH_CLI, certificate)
                ? ORG_AUTH_CLI
                : fits(Profile.ORG_SIGN, certificate) ? ORG_SIGN : OTHER;
    }

    private static LikelyProfile card(int type, boolean authenticates) {
        if (type == CARD_CPS) {
            return authenticates ? CPS_AUTH : CPS_SIGN;
        }
        return type == CARD_CPE && authenticates ? CPE_AUTH : OTHER_CARD;
    }

    private static Optional<Integer> card(X509Certificate certificate) {
        return Der.extension(certificate.getExtensionValue(Oids.CARD_TYPE))
                .filter(value -> value.tag() == Der.INTEGER && value.content().length == 1)
                .map(value -> (int) value.content()[0]);
    }

    private static boolean fits(Profile profile, X509Certificate certificate) {
        ProfileShape shape = ProfileShape.of(profile);
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return KeyUsages.of(certificate).equals(shape.keyUsage())
                    && purposes != null
                    && Set.copyOf(purposes).equals(Set.copyOf(shape.extendedKeyUsage()));
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }
}
