package fr.accroche.certs.file;

import fr.accroche.certs.PublicKeys;
import fr.accroche.certs.SubjectName;
import fr.accroche.certs.Wording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** Certificates, revocation lists and requests out of bounded encodings. */
final class X509Parts {
    private static final CertificateFactory FACTORY = factory();
    private static final List<String> SIGNED = List.of("body", "signatureAlgorithm", "signature");

    private X509Parts() {}

    static X509Certificate certificate(Asn1 element) {
        signed(element, "Certificate");
        try {
            return (X509Certificate) FACTORY.generateCertificate(new ByteArrayInputStream(element.encoded()));
        } catch (CertificateException | RuntimeException unreadable) {
            throw unreadable(element, "un certificat X.509", "an X.509 certificate");
        }
    }

    static X509CRL revocations(Asn1 element) {
        signed(element, "CertificateList");
        try {
            return (X509CRL) FACTORY.generateCRL(new ByteArrayInputStream(element.encoded()));
        } catch (CRLException | RuntimeException unreadable) {
            throw unreadable(element, "une liste de révocation", "a revocation list");
        }
    }

    static Entry.Request request(Asn1 element) {
        signed(element, "CertificationRequest");
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(element.encoded());
            PublicKey key = request.getPublicKey();
            Extensions extensions = request.getRequestedExtensions();
            return new Entry.Request(
                    SubjectName.shown(new X500Principal(request.getSubject().getEncoded())),
                    PublicKeys.algorithm(key),
                    PublicKeys.bits(key),
                    signed(request, key),
                    extensions == null
                            ? List.of()
                            : Arrays.stream(extensions.getExtensionOIDs())
                                    .map(Object::toString)
                                    .toList());
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw unreadable(element, "une demande PKCS#10", "a PKCS#10 request");
        }
    }

    private static Optional<Boolean> signed(JcaPKCS10CertificationRequest request, PublicKey key) {
        try {
            return Optional.of(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key)));
        } catch (OperatorCreationException | PKCSException | RuntimeException unknownAlgorithm) {
            return Optional.empty();
        }
    }

    /** The frame of all three: a body, an algorithm, a signature. */
    private static void signed(Asn1 element, String what) {
        element.expect(Asn1.SEQUENCE, what);
        element.child(0, Asn1.SEQUENCE, SIGNED.get(0));
        element.child(1, Asn1.SEQUENCE, SIGNED.get(1));
        element.child(2, Asn1.BIT_STRING, SIGNED.get(2));
    }

    private static Fault unreadable(Asn1 element, String fr, String en) {
        return Fault.damaged(
                        Wording.of(fr, en),
                        Wording.of(
                                "%d octets dont la structure tient mais pas le contenu",
                                "%d bytes whose structure holds and whose content does not", element.encoded().length))
                .at(element.offset());
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException impossible) {
            throw new IllegalStateException("X.509", impossible);
        }
    }
}
