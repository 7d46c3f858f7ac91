package fr.accroche.certs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A certificate of the user's with its private key, to be presented: PKCS#12, JKS, or PEM with its key beside or inside it. */
public final class HeldFile {

    private static final int LARGEST = 1024 * 1024;
    private static final String CHECK =
            "check it with 'accroche certs check'; the key of a PEM file is one of PKCS#8, not encrypted";

    private HeldFile() {}

    /**
     * Reads one.
     *
     * @param key the file of the key, where it stands apart
     * @param password of a PKCS#12 or JKS file
     * @throws IOException when a file cannot be opened
     * @throws CertificateFileException when it holds no certificate with a key that can be read
     */
    public static HeldCertificate read(Path file, Optional<Path> key, Optional<char[]> password) throws IOException {
        byte[] content = bytes(file);
        if (Pem.blocks(content, "CERTIFICATE"::equals).isEmpty()) {
            return Stream.of("PKCS12", "JKS")
                    .flatMap(type -> kept(type, content, password.orElse(new char[0])).stream())
                    .findFirst()
                    .orElseThrow(() -> new CertificateFileException(
                            file,
                            "expected a certificate with its key that this password opens, observed none",
                            CHECK));
        }
        Path keyFile = key.orElse(file);
        List<X509Certificate> chain = Pem.certificates(file, CHECK);
        return new HeldCertificate(privateKey(keyFile, chain.get(0)), chain);
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return in.readNBytes(LARGEST);
        }
    }

    private static Optional<HeldCertificate> kept(String type, byte[] content, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password);
                Certificate[] chain = store.getCertificateChain(alias);
                if (key instanceof PrivateKey held && chain != null) {
                    return Optional.of(new HeldCertificate(
                            held,
                            Arrays.stream(chain)
                                    .map(X509Certificate.class::cast)
                                    .toList()));
                }
            }
            return Optional.empty();
        } catch (IOException | GeneralSecurityException otherOrBroken) {
            return Optional.empty();
        }
    }

    private static PrivateKey privateKey(Path file, X509Certificate certificate) throws IOException {
        try {
            List<byte[]> keys = Pem.blocks(bytes(file), "PRIVATE KEY"::equals);
            if (!keys.isEmpty()) {
                return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                        .generatePrivate(new PKCS8EncodedKeySpec(keys.get(0)));
            }
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            // Its message may hold what the file holds.
        }
        throw new CertificateFileException(
                file, "expected the private key of the certificate in a PEM block PRIVATE KEY, observed none", CHECK);
    }
}
