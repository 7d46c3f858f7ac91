package fr.accroche.certs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM files (RFC 7468), read with the JDK alone. */
final class Pem {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]*+)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static byte[] encode(List<X509Certificate> certificates) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (X509Certificate certificate : certificates) {
                out.writeBytes(block(CERTIFICATE, certificate.getEncoded()));
            }
            return out.toByteArray();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("encoding a parsed certificate", impossible);
        }
    }

    /** PKCS#8, not encrypted: what every tool reads. */
    static byte[] encodeLists(List<X509CRL> lists) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (X509CRL list : lists) {
                out.writeBytes(block("X509 CRL", list.getEncoded()));
            }
            return out.toByteArray();
        } catch (CRLException impossible) {
            throw new IllegalStateException("encoding a parsed list", impossible);
        }
    }

    static byte[] encode(PrivateKey key) {
        return block(PRIVATE_KEY, key.getEncoded());
    }

    /** The certificates of a file, at least one. */
    static List<X509Certificate> certificates(Path file, Wording whatToDo) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> certificates = new ArrayList<>();
            for (byte[] der : blocks(file, CERTIFICATE, whatToDo)) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
            return certificates;
        } catch (GeneralSecurityException unreadable) {
            throw new CertificateFileException(
                    file,
                    Wording.of(
                            "attendu : des certificats X.509 en PEM ; observé : un certificat illisible",
                            "expected X.509 certificates in PEM, observed one that cannot be read"),
                    whatToDo,
                    unreadable);
        }
    }

    /** The RSA private key of a file. */
    static RSAPrivateCrtKey privateKey(Path file, Wording whatToDo) {
        PrivateFiles.close(file);
        byte[] der = blocks(file, PRIVATE_KEY, whatToDo).get(0);
        try {
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            if (RsaKeys.whole(key)) {
                return key;
            }
        } catch (GeneralSecurityException | ClassCastException unreadable) {
            // Its message may hold what the file holds.
        }
        throw new CertificateFileException(
                file,
                Wording.of(
                        "attendu : une clé privée RSA entière, en PEM PKCS#8 ; observé : une autre, ou une clé abîmée",
                        "expected a whole RSA private key in PKCS#8 PEM, observed another or a damaged one"),
                whatToDo);
    }

    private static List<byte[]> blocks(Path file, String label, Wording whatToDo) {
        List<byte[]> blocks;
        try {
            blocks = blocks(PrivateFiles.read(file), label::equals);
        } catch (IllegalArgumentException notBase64) {
            throw new CertificateFileException(
                    file,
                    Wording.of(
                            "attendu : du base64 dans son bloc PEM ; observé : un autre texte",
                            "expected base64 in its PEM block, observed other text"),
                    whatToDo);
        }
        if (blocks.isEmpty()) {
            throw new CertificateFileException(
                    file,
                    Wording.of(
                            "attendu : un bloc PEM BEGIN %s ; observé : aucun",
                            "expected a PEM block BEGIN %s, observed none", label),
                    whatToDo);
        }
        return blocks;
    }

    /** What the blocks of these labels hold; an {@link IllegalArgumentException} when one of them is no base64. */
    static List<byte[]> blocks(byte[] content, Predicate<String> label) {
        List<byte[]> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            if (label.test(matcher.group(1))) {
                blocks.add(Base64.getDecoder().decode(matcher.group(2).replaceAll("\\s", "")));
            }
        }
        return blocks;
    }

    private static byte[] block(String label, byte[] der) {
        String text = "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
