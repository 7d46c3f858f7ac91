package fr.accroche.certs;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyMappings;

/** Extensions beside those of an authority: unknown, critical, of names and of policies (RFC 5280 §4.2 and §6.1). */
final class ExtensionPaths {
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2");
    private static final X500Name PERMITTED = new X500Name("C=FR,ST=Paris (75)");
    private static final X500Name ELSEWHERE = new X500Name("C=BE");

    private ExtensionPaths() {}

    static List<PathCase> cases() {
        PathCase.Family extensions = new PathCase.Family("extensions");
        for (int level = 0; level < 3; level++) {
            String who = List.of("root", "intermediate", "leaf").get(level);
            each(extensions, who, level);
        }
        names(extensions);
        hosts(extensions);
        policies(extensions);
        return extensions.cases();
    }

    private static void each(PathCase.Family extensions, String who, int level) {
        GeneralNames uri = new GeneralNames(
                new GeneralName(GeneralName.uniformResourceIdentifier, "http://psc.accroche.invalid/a.crl"));
        CRLDistPoint points = new CRLDistPoint(
                new DistributionPoint[] {new DistributionPoint(new DistributionPointName(uri), null, null)});
        extensions
                .accepts(who + ", unknown", with(level, UNKNOWN, false, DERNull.INSTANCE))
                .refuses(who + ", unknown and critical", with(level, UNKNOWN, true, DERNull.INSTANCE))
                .accepts(who + ", subjectAltName critical", with(level, Extension.subjectAlternativeName, true, uri))
                .accepts(
                        who + ", certificatePolicies critical",
                        with(level, Extension.certificatePolicies, true, policy(POLICY)))
                .refuses(who + ", issuerAltName critical", with(level, Extension.issuerAlternativeName, true, uri))
                .refuses(
                        who + ", cRLDistributionPoints critical",
                        with(level, Extension.cRLDistributionPoints, true, points))
                .accepts(who + ", cRLDistributionPoints", with(level, Extension.cRLDistributionPoints, false, points))
                .refuses(
                        who + ", private extension of IGC-Santé critical",
                        with(
                                level,
                                new ASN1ObjectIdentifier(Oids.PRODUCT_CATEGORY),
                                true,
                                new DEROctetString(new byte[] {(byte) 0x83})));
    }

    private static void names(PathCase.Family extensions) {
        for (boolean critical : new boolean[] {true, false}) {
            String how = critical ? " (critical)" : " (not critical)";
            extensions
                    .add("names permitted, kept" + how, true, constrained(critical, PERMITTED, null))
                    .add("names permitted, not kept" + how, false, constrained(critical, ELSEWHERE, null))
                    .add("names excluded, kept" + how, true, constrained(critical, null, ELSEWHERE))
                    .add("names excluded, not kept" + how, false, constrained(critical, null, PERMITTED));
        }
    }

    private static void hosts(PathCase.Family extensions) {
        GeneralSubtree[] some = {new GeneralSubtree(new GeneralName(GeneralName.dNSName, "accroche.invalid"))};
        NameConstraints hosts = new NameConstraints(some, null);
        extensions
                .refuses("host names permitted, none held", with(1, Extension.nameConstraints, true, hosts))
                .accepts("host names permitted, kept", named(hosts, "psc.accroche.invalid"))
                .refuses("host names permitted, not kept", named(hosts, "psc.invalid"))
                .accepts("host names excluded, kept", named(new NameConstraints(null, some), "psc.invalid"))
                .refuses(
                        "host names excluded, not kept", named(new NameConstraints(null, some), "psc.accroche.invalid"))
                .refuses(
                        "names permitted by the root, not kept",
                        with(0, Extension.nameConstraints, true, new NameConstraints(subtree(ELSEWHERE), null)))
                .refuses(
                        "nameConstraints that is no sequence",
                        with(1, Extension.nameConstraints, true, DERNull.INSTANCE));
    }

    private static Ladder named(NameConstraints constraints, String host) {
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, host));
        return with(1, Extension.nameConstraints, true, constraints)
                .leaf(leaf -> leaf.with(Extension.subjectAlternativeName, false, names));
    }

    private static List<byte[]> constrained(boolean critical, X500Name permitted, X500Name excluded) {
        NameConstraints constraints = new NameConstraints(subtree(permitted), subtree(excluded));
        return with(1, Extension.nameConstraints, critical, constraints).shown();
    }

    private static GeneralSubtree[] subtree(X500Name name) {
        return name == null ? null : new GeneralSubtree[] {new GeneralSubtree(new GeneralName(name))};
    }

    private static void policies(PathCase.Family extensions) {
        ASN1Encodable required = new PolicyConstraints(BigInteger.ZERO, null);
        ASN1Encodable unmapped = new PolicyConstraints(null, BigInteger.ZERO);
        ASN1Encodable mapped = new PolicyMappings(CertPolicyId.getInstance(POLICY), CertPolicyId.getInstance(UNKNOWN));
        Consumer<PathCertificate> both = rung -> rung.with(Extension.certificatePolicies, false, policy(POLICY));
        for (boolean critical : new boolean[] {true, false}) {
            String how = critical ? " (critical)" : " (not critical)";
            extensions
                    .add(
                            "policy required, none held" + how,
                            false,
                            with(1, Extension.policyConstraints, critical, required)
                                    .shown())
                    .add(
                            "policy required and held" + how,
                            false,
                            with(1, Extension.policyConstraints, critical, required)
                                    .intermediate(both)
                                    .leaf(both)
                                    .shown())
                    .add(
                            "policy mapping inhibited" + how,
                            false,
                            with(1, Extension.policyConstraints, critical, unmapped)
                                    .shown())
                    .add(
                            "policy mapped" + how,
                            !critical,
                            with(1, Extension.policyMappings, critical, mapped)
                                    .intermediate(both)
                                    .shown())
                    .add(
                            "anyPolicy inhibited" + how,
                            !critical,
                            with(1, Extension.inhibitAnyPolicy, critical, new ASN1Integer(0))
                                    .shown());
        }
        heldPolicies(extensions, both);
    }

    private static void heldPolicies(PathCase.Family extensions, Consumer<PathCertificate> both) {
        extensions
                .accepts(
                        "policy of the leaf other than the intermediate's",
                        with(1, Extension.certificatePolicies, false, policy(POLICY))
                                .leaf(leaf -> leaf.with(Extension.certificatePolicies, false, policy(UNKNOWN))))
                .accepts(
                        "anyPolicy above, one below",
                        with(1, Extension.certificatePolicies, false, policy(new ASN1ObjectIdentifier(Oids.ANY_POLICY)))
                                .leaf(both));
    }

    private static CertificatePolicies policy(ASN1ObjectIdentifier oid) {
        return new CertificatePolicies(new PolicyInformation(oid));
    }

    private static Ladder with(int level, ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        return Ladder.three().rung(level, rung -> rung.with(oid, critical, value));
    }
}
