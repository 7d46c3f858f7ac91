package fr.accroche.certs;

import java.io.IOException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes OCSP responses (RFC 6960 §4.2), and the certificate of who signs them. */
final class OcspMint {
    /** Of an answer; that of the real responder is not public. */
    private static final Duration LIFE = Duration.ofDays(1);

    private OcspMint() {}

    /**
     * The certificate of a responder: an authority's own key may sign certificates and lists alone. The real responder's
     * profile is not public; this one is as RFC 6960 §4.2.2.2 has it, and need not be looked up itself.
     */
    static X509Certificate responder(
            IgcNames names,
            PublicKey key,
            HeldCertificate issuer,
            Instant notBefore,
            Instant notAfter,
            SecureRandom random) {
        X500Name issuerName = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        return Minting.start(issuerName, names.responder(), key, notBefore, notAfter, random)
                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                .add(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE)
                .addKeyIdentifiers(issuer.certificate().getPublicKey())
                .addMark(names)
                .sign(issuer.key());
    }

    /** How a request names a certificate (SHA-1, as most clients do: it identifies and protects nothing). */
    static byte[] certificateId(X509Certificate certificate, X509Certificate issuer) {
        try {
            return new CertificateID(
                            digests().get(CertificateID.HASH_SHA1),
                            new JcaX509CertificateHolder(issuer),
                            certificate.getSerialNumber())
                    .toASN1Primitive()
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException | IOException impossible) {
            throw new IllegalStateException("naming a parsed certificate", impossible);
        }
    }

    /** The certificate that a request names, if this authority issued it. */
    static Optional<CertificateID> named(byte[] certificateId, X509Certificate issuer) {
        try {
            CertificateID id = new CertificateID(CertID.getInstance(certificateId));
            return id.matchesIssuer(new JcaX509CertificateHolder(issuer), digests())
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (OCSPException | CertificateEncodingException | RuntimeException unknownDigest) {
            return Optional.empty();
        }
    }

    /** A response that says why there is none, for example {@link OCSPRespBuilder#TRY_LATER}. */
    static byte[] refusal(int status) {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException | IOException impossible) {
            throw new IllegalStateException("encoding a status", impossible);
        }
    }

    static byte[] answer(
            HeldCertificate responder,
            Map<CertificateID, CertificateStatus> statuses,
            Optional<byte[]> nonce,
            Instant now,
            SecureRandom random) {
        try {
            X509CertificateHolder signer = new JcaX509CertificateHolder(responder.certificate());
            BasicOCSPRespBuilder response = new BasicOCSPRespBuilder(new RespID(signer.getSubject()));
            statuses.forEach((id, status) ->
                    response.addResponse(id, status, Date.from(now), Date.from(now.plus(LIFE)), (Extensions) null));
            nonce.ifPresent(value -> response.setResponseExtensions(
                    new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value))));
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            response.build(
                                    new JcaContentSignerBuilder("SHA256withRSA")
                                            .setSecureRandom(random)
                                            .build(responder.key()),
                                    new X509CertificateHolder[] {signer},
                                    Date.from(now)))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException | IOException refused) {
            throw new IllegalStateException("an OCSP response that cannot be signed", refused);
        }
    }

    private static DigestCalculatorProvider digests() {
        try {
            return new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException("digests", impossible);
        }
    }
}
