package fr.accroche.certs;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A certificate signing request (PKCS#10, RFC 2986), of which the authority takes the key alone: the subject is the
 * order's.
 *
 * @param key to be certified; whoever asks has proved to hold its private half
 * @param subject as the request has it, most specific part first
 */
public record SigningRequest(PublicKey key, String subject) {
    private static final Set<String> LABELS = Set.of("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");
    private static final int DER_SEQUENCE = 0x30;

    /**
     * Reads one, in PEM or DER.
     *
     * @throws OrderException when it is none, is not signed by its own key, or has a key that would not be certified
     * @throws CertificateFileException when the file cannot be read
     */
    public static SigningRequest read(Path file) {
        Parts parts = parts(file, PrivateFiles.read(file));
        if (!(parts.key() instanceof RSAPublicKey rsa)) {
            throw refused(
                    file,
                    "clé %s ; les certificats de l'IGC-Santé portent une clé RSA",
                    "a key of kind %s; certificates of the IGC-Santé have an RSA key",
                    parts.key().getAlgorithm());
        }
        if (rsa.getModulus().bitLength() < Strength.RSA_BITS) {
            throw refused(
                    file,
                    "clé RSA de %s bits, trop faible ; %s au moins",
                    "an RSA key of %s bits, too weak; at least %s",
                    rsa.getModulus().bitLength(),
                    Strength.RSA_BITS);
        }
        if (!parts.signed()) {
            throw refused(
                    file,
                    "la signature de la demande est fausse : elle ne prouve pas que sa clé privée est détenue ;"
                            + " refaire la demande avec la clé qu'elle nomme",
                    "the request's signature is wrong: it does not prove that its private key is held;"
                            + " make it again with the key that it names");
        }
        return new SigningRequest(parts.key(), parts.subject());
    }

    private record Parts(PublicKey key, String subject, boolean signed) {}

    /** Bouncy Castle answers what is no request with any exception. */
    private static Parts parts(Path file, byte[] content) {
        boolean secret = false;
        try {
            secret =
                    !Pem.blocks(content, label -> label.endsWith("PRIVATE KEY")).isEmpty();
            if (!secret) {
                JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der(content));
                PublicKey key = request.getPublicKey();
                X500Principal subject = new X500Principal(request.getSubject().getEncoded());
                return new Parts(
                        key, CertificateText.clean(SubjectName.of(subject).toString()), signedBy(key, request));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // Said below.
        }
        throw secret
                ? refused(
                        file,
                        "ce fichier contient une clé privée, qui ne se transmet jamais ; donner la demande (CSR) seule",
                        "this file holds a private key, which is never handed over; give the request (CSR) alone")
                : refused(
                        file,
                        "une demande PKCS#10 (CSR) est attendue, en PEM (BEGIN CERTIFICATE REQUEST) ou en DER ;"
                                + " celle-ci ne se lit pas",
                        "a PKCS#10 request (CSR) is expected, in PEM (BEGIN CERTIFICATE REQUEST) or DER;"
                                + " this one cannot be read");
    }

    private static byte[] der(byte[] content) {
        if (content.length > 0 && content[0] == DER_SEQUENCE) {
            return content;
        }
        List<byte[]> blocks = Pem.blocks(content, LABELS::contains);
        if (blocks.size() != 1) {
            throw new IllegalArgumentException(blocks.size() + " requests");
        }
        return blocks.get(0);
    }

    private static boolean signedBy(PublicKey key, JcaPKCS10CertificationRequest request) {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (OperatorCreationException | PKCSException wrong) {
            return false;
        }
    }

    private static OrderException refused(Path file, String fr, String en, Object... values) {
        return OrderException.wrong(Wording.of("%s : %s", "%s: %s", file, Wording.of(fr, en, values)));
    }
}
