package fr.accroche.certs;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * An extension in words (RFC 5280 §4.2; docs/sources.md, IGC-Santé samples).
 *
 * @param oid its object identifier
 * @param name what people call it
 * @param critical whether who does not know it must refuse the certificate
 * @param values what it says
 */
public record ExtensionFacts(String oid, Wording name, boolean critical, List<Wording> values) {
    private static final Map<String, Wording> NAMES = Map.ofEntries(
            Map.entry("2.5.29.14", Wording.verbatim("subjectKeyIdentifier")),
            Map.entry("2.5.29.15", Wording.verbatim("keyUsage")),
            Map.entry("2.5.29.16", Wording.verbatim("privateKeyUsagePeriod")),
            Map.entry("2.5.29.17", Wording.verbatim("subjectAltName")),
            Map.entry("2.5.29.19", Wording.verbatim("basicConstraints")),
            Map.entry("2.5.29.31", Wording.verbatim("cRLDistributionPoints")),
            Map.entry("2.5.29.32", Wording.verbatim("certificatePolicies")),
            Map.entry("2.5.29.35", Wording.verbatim("authorityKeyIdentifier")),
            Map.entry("2.5.29.37", Wording.verbatim("extKeyUsage")),
            Map.entry("2.5.29.46", Wording.verbatim("freshestCRL")),
            Map.entry("1.3.6.1.5.5.7.1.1", Wording.verbatim("authorityInfoAccess")),
            Map.entry(Oids.CARD_TYPE, Wording.of("type de carte (GIP-CPS)", "card type (GIP-CPS)")),
            Map.entry(Oids.CARD_NUMBER, Wording.of("numéro de carte (GIP-CPS)", "card number (GIP-CPS)")),
            Map.entry(
                    Oids.PRODUCT_CATEGORY, Wording.of("catégorie de produit (GIP-CPS)", "product category (GIP-CPS)")),
            Map.entry(Oids.LOOK_ALIKE, Wording.of("sosie (accroche)", "look-alike (accroche)")),
            Map.entry(Oids.PROFESSION, Wording.verbatim("profession (GIP-CPS)")));

    public ExtensionFacts {
        values = List.copyOf(values);
    }

    static ExtensionFacts of(X509Certificate certificate, String oid, boolean critical) {
        return new ExtensionFacts(
                CertificateText.clean(oid),
                NAMES.getOrDefault(oid, Wording.verbatim(CertificateText.clean(oid))),
                critical,
                ExtensionValues.of(certificate, oid));
    }
}
