package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bags of a PKCS#12 (RFC 7292 §4.2), once they lie open. */
final class SafeBags {
    private static final String BAGS = "1.2.840.113549.1.12.10.1.";
    private static final String X509_CERTIFICATE = "1.2.840.113549.1.9.22.1";
    private static final String X509_CRL = "1.2.840.113549.1.9.23.1";
    private static final String FRIENDLY_NAME = "1.2.840.113549.1.9.20";
    private static final String LOCAL_KEY_ID = "1.2.840.113549.1.9.21";
    /** Java's own mark of a trusted certificate: without it, a Java truststore is empty. */
    private static final String TRUSTED_KEY_USAGE = "2.16.840.1.113894.746875.1.1";

    private static final int DEEPEST = 4;

    private final Password password;
    private final Work work;
    private final Contents contents;
    private int count;

    SafeBags(Password password, Work work, Contents contents) {
        this.password = password;
        this.work = work;
        this.contents = contents;
    }

    /** Reads SafeContents. */
    void read(Asn1 safe) {
        read(safe, 0);
    }

    private void read(Asn1 safe, int depth) {
        safe.expect(Asn1.SEQUENCE, "SafeContents");
        for (Asn1 bag : safe.children()) {
            count++;
            try {
                bag(bag.expect(Asn1.SEQUENCE, "SafeBag"), depth);
            } catch (Fault stop) {
                throw stop.in(Wording.of("sac nº %d", "bag %d", count));
            }
        }
    }

    private void bag(Asn1 bag, int depth) {
        String oid = bag.child(0, Asn1.OBJECT_IDENTIFIER, "bagId").oid();
        Asn1 value = bag.child(1, Asn1.CONTEXT_0, "bagValue")
                .child(0)
                .orElseThrow(() -> Fault.damaged(
                                Wording.verbatim("bagValue"), Wording.of("un élément vide", "an empty element"))
                        .at(bag.offset()));
        Optional<String> alias = attribute(bag, FRIENDLY_NAME).map(SafeBags::text);
        byte[] id = attribute(bag, LOCAL_KEY_ID).map(Asn1::octets).orElse(new byte[0]);
        switch (oid) {
            case BAGS + "1" ->
                contents.add(new Contents.LooseKey(alias, id, Optional.of(OpenedKey.of(value)), Optional.empty()));
            case BAGS + "2" -> contents.add(new Contents.LooseKey(alias, id, shrouded(value), Optional.empty()));
            case BAGS + "3" -> certificate(bag, value, alias, id);
            case BAGS + "4" ->
                wrapped(value, X509_CRL, "crlValue")
                        .ifPresent(list -> contents.revocations(X509Parts.revocations(list)));
            case BAGS + "6" -> nested(value, depth);
            default -> contents.add(new Entry.Other(alias, oid.equals(BAGS + "5") ? "secretBag" : oid));
        }
    }

    private void nested(Asn1 value, int depth) {
        if (depth == DEEPEST) {
            throw Fault.overLimit(
                            Wording.of("au plus %d sacs l'un dans l'autre", "at most %d bags in each other", DEEPEST),
                            Wording.of("davantage", "more"))
                    .at(value.offset());
        }
        read(value, depth + 1);
    }

    private void certificate(Asn1 bag, Asn1 value, Optional<String> alias, byte[] id) {
        wrapped(value, X509_CERTIFICATE, "certValue")
                .ifPresent(certificate -> contents.add(new Contents.LooseCertificate(
                        alias,
                        id,
                        X509Parts.certificate(certificate),
                        attribute(bag, TRUSTED_KEY_USAGE).isPresent())));
    }

    /** An octet string under the name of its kind; empty, and noted, when it is of another kind. */
    private Optional<Asn1> wrapped(Asn1 value, String kind, String what) {
        value.expect(Asn1.SEQUENCE, what);
        String oid = value.child(0, Asn1.OBJECT_IDENTIFIER, what).oid();
        if (!oid.equals(kind)) {
            contents.add(new Entry.Other(Optional.empty(), oid));
            return Optional.empty();
        }
        Asn1 string = value.child(1, Asn1.CONTEXT_0, what)
                .child(0)
                .orElseThrow(() -> Fault.damaged(Wording.verbatim(what), Wording.of("rien", "nothing"))
                        .at(value.offset()));
        return Optional.of(string.opened(what));
    }

    private Optional<OpenedKey> shrouded(Asn1 value) {
        value.expect(Asn1.SEQUENCE, "EncryptedPrivateKeyInfo");
        Pbe pbe = Pbe.of(value.child(0, Asn1.SEQUENCE, "encryptionAlgorithm"), work);
        contents.scheme(Wording.of("clé", "key"), pbe);
        Optional<byte[]> plain = pbe.decryption()
                .open(value.child(1, Asn1.OCTET_STRING, "encryptedData").octets(), password);
        if (plain.isEmpty()) {
            contents.remark(OTHER_PASSWORD);
        }
        return plain.map(octets -> OpenedKey.of(
                Asn1Parser.parse(octets, Asn1Parser.EXTRACTED, "PrivateKeyInfo").orThrow()));
    }

    static final Wording OTHER_PASSWORD = Wording.of(
            "Une clé ne s'ouvre pas avec le mot de passe du fichier : elle en a un autre, ou elle est abîmée. Un programme"
                    + " à qui l'on ne donne qu'un mot de passe ne présentera aucun certificat.",
            "A key does not open with the file's password: it has another one, or it is damaged. A program that is given"
                    + " one password will present no certificate.");

    private static Optional<Asn1> attribute(Asn1 bag, String oid) {
        return bag.child(2)
                .filter(set -> set.is(Asn1.SET))
                .flatMap(set -> set.children().stream()
                        .filter(one -> one.child(0)
                                .flatMap(Asn1::maybeOid)
                                .filter(oid::equals)
                                .isPresent())
                        .findFirst())
                .flatMap(one -> one.child(1))
                .flatMap(values -> values.child(0));
    }

    private static String text(Asn1 bmp) {
        return Printable.of(new String(bmp.octets(), StandardCharsets.UTF_16BE));
    }
}
