package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.util.Optional;

/** One encoding whose kind is known. */
final class DerReader {

    private DerReader() {}

    static void read(FileKind kind, Asn1 root, Password password, Work work, Contents contents) {
        switch (kind) {
            case CERTIFICATE -> contents.certificate(X509Parts.certificate(root));
            case REVOCATION_LIST -> contents.revocations(X509Parts.revocations(root));
            case REQUEST -> contents.add(X509Parts.request(root));
            case PKCS7 -> Pkcs7Reader.read(root, contents);
            case PKCS12 -> Pkcs12Reader.read(root, password, contents);
            case PRIVATE_KEY -> contents.key(OpenedKey.of(root));
            case ENCRYPTED_KEY -> contents.key(encrypted(root, password, work, contents));
            default ->
                contents.add(new Entry.Other(Optional.empty(), kind.wording().en()));
        }
    }

    private static OpenedKey encrypted(Asn1 root, Password password, Work work, Contents contents) {
        root.expect(Asn1.SEQUENCE, "EncryptedPrivateKeyInfo");
        Pbe pbe = Pbe.of(root.child(0, Asn1.SEQUENCE, "encryptionAlgorithm"), work);
        contents.scheme(Wording.of("clé", "key"), pbe);
        byte[] plain = pbe.decryption()
                .open(root.child(1, Asn1.OCTET_STRING, "encryptedData").octets(), password)
                .orElseThrow(() -> password.given() ? Passwords.wrongOrDamaged() : Passwords.missing());
        return OpenedKey.of(
                Asn1Parser.parse(plain, Asn1Parser.EXTRACTED, "PrivateKeyInfo").orThrow());
    }
}
