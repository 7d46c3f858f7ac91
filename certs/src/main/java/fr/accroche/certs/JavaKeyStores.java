package fr.accroche.certs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** PKCS#12 and JKS files as the JDK reads and writes them. */
final class JavaKeyStores {

    private JavaKeyStores() {}

    /** Whether the PKCS#12 file opens with this password and holds this chain with a key. */
    static boolean holds(Path file, HeldCertificate held, char[] password) {
        try {
            KeyStore store = load("PKCS12", file, password);
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                if (chain != null && Arrays.asList(chain).equals(held.chain())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | GeneralSecurityException | CertificateFileException otherOrBroken) {
            return false;
        }
    }

    /** Whether the PKCS#12 file opens with this password and trusts exactly these. */
    static boolean trusts(Path file, List<X509Certificate> roots, char[] password) {
        return trusts("PKCS12", file, roots, password);
    }

    static boolean trusts(String type, Path file, List<X509Certificate> roots, char[] password) {
        try {
            KeyStore store = load(type, file, password);
            List<Certificate> trusted = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                trusted.add(store.getCertificate(alias));
            }
            return trusted.size() == roots.size() && trusted.containsAll(roots);
        } catch (IOException | GeneralSecurityException | CertificateFileException otherOrBroken) {
            return false;
        }
    }

    /** A truststore, by alias: trusted entries, which Java does not see in what {@code openssl pkcs12} writes. */
    static byte[] encodeTrust(Map<String, X509Certificate> roots, char[] password) {
        return encodeTrust("PKCS12", roots, password);
    }

    static byte[] encodeTrust(String type, Map<String, X509Certificate> roots, char[] password) {
        return encode(type, password, store -> {
            for (Map.Entry<String, X509Certificate> root : roots.entrySet()) {
                store.setCertificateEntry(root.getKey(), root.getValue());
            }
        });
    }

    /** A keystore: the key under the store's own password, in the entry that Java also names so in the platform's files. */
    static byte[] encodeKey(String type, HeldCertificate held, char[] password) {
        return encodeKey(type, held, password, password);
    }

    /** The same with another password for the key, which no program that knows one password opens. */
    static byte[] encodeKey(String type, HeldCertificate held, char[] password, char[] keyPassword) {
        Certificate[] chain = held.chain().toArray(Certificate[]::new);
        return encode(type, password, store -> store.setKeyEntry("1", held.key(), keyPassword, chain));
    }

    private interface Filling {
        void of(KeyStore store) throws GeneralSecurityException;
    }

    private static byte[] encode(String type, char[] password, Filling filling) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            filling.of(store);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("a keystore that cannot be made", impossible);
        }
    }

    private static KeyStore load(String type, Path file, char[] password) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            throw new IOException("absent");
        }
        KeyStore store = KeyStore.getInstance(type);
        store.load(new ByteArrayInputStream(PrivateFiles.read(file)), password);
        return store;
    }
}
