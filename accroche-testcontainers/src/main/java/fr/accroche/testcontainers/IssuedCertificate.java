package fr.accroche.testcontainers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate with its key, as programs take it.
 *
 * @param key the private key of the first certificate
 * @param chain leaf first, then its issuers up to and including the root, which is that of the simulators too
 */
public record IssuedCertificate(PrivateKey key, List<X509Certificate> chain) {

    private static final String ALIAS = "accroche";

    /** Of every file that accroche makes; not a secret. */
    private static final String PASSWORD = "accroche";

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public IssuedCertificate {
        chain = List.copyOf(chain);
    }

    static IssuedCertificate read(byte[] pkcs12) {
        char[] password = PASSWORD.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password);
            String alias = store.aliases().nextElement();
            return new IssuedCertificate(
                    (PrivateKey) store.getKey(alias, password),
                    Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new DoorException("the image is of another version: its PKCS#12 cannot be read", unreadable);
        }
    }

    /** The leaf. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** With certificate, chain and key under a password. */
    public KeyStore keyStore(char[] password) {
        return kept(store -> store.setKeyEntry(ALIAS, key, password, chain.toArray(X509Certificate[]::new)));
    }

    /** The same as a PKCS#12 file (RFC 7292). */
    public byte[] pkcs12(char[] password) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            keyStore(password).store(file, password);
            return file.toByteArray();
        } catch (GeneralSecurityException | IOException lacking) {
            throw new IllegalStateException("this JDK cannot hold the certificate", lacking);
        }
    }

    /** The chain as PEM (RFC 7468), leaf first, root last. */
    public String certificatePem() {
        StringBuilder text = new StringBuilder();
        try {
            for (X509Certificate each : chain) {
                text.append(pem("CERTIFICATE", each.getEncoded()));
            }
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /** The key as PEM: PKCS#8 in clear (RFC 7468 §10). */
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** With the root that this certificate and those of the simulators end at. */
    public KeyStore trustStore() {
        return kept(store -> store.setCertificateEntry("root", chain.get(chain.size() - 1)));
    }

    /** TLS that presents this certificate and trusts the simulators. */
    public SSLContext sslContext() {
        char[] password = PASSWORD.toCharArray();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(password), password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("this JDK cannot hold the certificate", lacking);
        }
    }

    /** Keeps the key out of every log. */
    @Override
    public String toString() {
        return "IssuedCertificate[" + certificate().getSubjectX500Principal() + "]";
    }

    private static String pem(String label, byte[] der) {
        String body = new String(LINES.encode(der), StandardCharsets.US_ASCII);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    private interface Filling {
        void of(KeyStore store) throws GeneralSecurityException;
    }

    private static KeyStore kept(Filling filling) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.of(store);
            return store;
        } catch (GeneralSecurityException | IOException lacking) {
            throw new IllegalStateException("this JDK cannot hold the certificate", lacking);
        }
    }
}
