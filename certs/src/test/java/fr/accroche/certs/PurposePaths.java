package fr.accroche.certs;

import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What the leaf, and its authorities, may be used for: here, to present itself as a client of TLS. */
final class PurposePaths {
    private static final KeyPurposeId OTHER = KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.3"));

    private PurposePaths() {}

    static List<PathCase> cases() {
        PathCase.Family purpose = new PathCase.Family("purpose");
        usages(purpose);
        extended(purpose);
        authorities(purpose);
        issued(purpose, "AUTH_CLI", Fixtures.authCli());
        issued(purpose, "SERV_SSL", Fixtures.servSsl());
        issued(purpose, "SIGN", Fixtures.sign());
        return purpose.cases();
    }

    private static void issued(PathCase.Family purpose, String what, Order order) {
        List<byte[]> chain = encoded(order);
        purpose.add(what + " of the test IGC-Santé", order.profile() == Profile.ORG_AUTH_CLI, chain)
                .add(
                        what + " of the test IGC-Santé's other branch",
                        false,
                        encoded(order.withBranch(Branch.PRODUCTION)),
                        chain.get(2));
    }

    private static void usages(PathCase.Family purpose) {
        purpose.refuses("leaf without keyUsage", leaf(leaf -> leaf.without(Extension.keyUsage)))
                .accepts(
                        "leaf keyUsage not critical",
                        leaf(leaf -> leaf.with(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature))))
                .accepts(
                        "leaf digitalSignature and keyEncipherment",
                        usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                .accepts(
                        "leaf digitalSignature and nonRepudiation",
                        usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                .refuses("leaf nonRepudiation only", usage(KeyUsage.nonRepudiation))
                .refuses("leaf keyEncipherment only", usage(KeyUsage.keyEncipherment))
                .refuses("leaf dataEncipherment only", usage(KeyUsage.dataEncipherment))
                .refuses("leaf keyAgreement only", usage(KeyUsage.keyAgreement))
                .refuses("leaf decipherOnly only", usage(KeyUsage.decipherOnly))
                .refuses(
                        "leaf digitalSignature and keyCertSign",
                        usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))
                .refuses("leaf digitalSignature and cRLSign", usage(KeyUsage.digitalSignature | KeyUsage.cRLSign))
                .accepts(
                        "leaf CA:TRUE",
                        leaf(leaf -> leaf.with(Extension.basicConstraints, true, new BasicConstraints(true))))
                .accepts(
                        "leaf CA:FALSE",
                        leaf(leaf -> leaf.with(Extension.basicConstraints, true, new BasicConstraints(false))));
    }

    private static void extended(PathCase.Family purpose) {
        purpose.refuses("leaf without extendedKeyUsage", leaf(leaf -> leaf.without(Extension.extendedKeyUsage)))
                .refuses(
                        "leaf with neither usage",
                        leaf(leaf -> leaf.without(Extension.keyUsage, Extension.extendedKeyUsage)))
                .refuses("leaf anyExtendedKeyUsage", purposes(2, KeyPurposeId.anyExtendedKeyUsage))
                .refuses(
                        "leaf clientAuth and anyExtendedKeyUsage",
                        purposes(2, KeyPurposeId.id_kp_clientAuth, KeyPurposeId.anyExtendedKeyUsage))
                .refuses("leaf serverAuth", purposes(2, KeyPurposeId.id_kp_serverAuth))
                .refuses("leaf emailProtection", purposes(2, KeyPurposeId.id_kp_emailProtection))
                .refuses("leaf of an unknown purpose", purposes(2, OTHER))
                .refuses(
                        "leaf clientAuth and serverAuth",
                        purposes(2, KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth))
                .refuses("leaf clientAuth and an unknown purpose", purposes(2, KeyPurposeId.id_kp_clientAuth, OTHER))
                .accepts(
                        "leaf clientAuth twice",
                        purposes(2, KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_clientAuth))
                .accepts(
                        "leaf clientAuth, critical",
                        leaf(leaf -> leaf.with(
                                Extension.extendedKeyUsage,
                                true,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))));
    }

    private static void authorities(PathCase.Family purpose) {
        for (int level = 0; level < 2; level++) {
            String who = List.of("root", "intermediate").get(level);
            purpose.accepts(who + " clientAuth", purposes(level, KeyPurposeId.id_kp_clientAuth))
                    .accepts(
                            who + " clientAuth and serverAuth",
                            purposes(level, KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth))
                    .accepts(who + " serverAuth", purposes(level, KeyPurposeId.id_kp_serverAuth))
                    .accepts(who + " emailProtection", purposes(level, KeyPurposeId.id_kp_emailProtection))
                    .accepts(who + " anyExtendedKeyUsage", purposes(level, KeyPurposeId.anyExtendedKeyUsage));
        }
    }

    private static Ladder leaf(Consumer<PathCertificate> change) {
        return Ladder.three().leaf(change);
    }

    private static Ladder usage(int bits) {
        return leaf(leaf -> leaf.with(Extension.keyUsage, true, new KeyUsage(bits)));
    }

    private static Ladder purposes(int level, KeyPurposeId... purposes) {
        return Ladder.three()
                .rung(level, rung -> rung.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes)));
    }

    private static List<byte[]> encoded(Order order) {
        return Fixtures.chain(order).stream().map(PathCase::der).toList();
    }
}
