package fr.accroche.certs;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * What an OCSP response tells of one certificate, once it is checked itself (RFC 6960 §3.2): about this certificate, signed
 * by its issuer or by one that the issuer has named for it, recent.
 */
record OcspVerdict(X509Certificate certificate, X509Certificate issuer, RevocationEvidence.Answer asked, Instant now) {
    private static final List<String> STATUSES =
            List.of("successful", "malformedRequest", "internalError", "tryLater", "4", "sigRequired", "unauthorized");
    private static final int MOST_CERTIFICATES = 8;

    List<Defect> defects() {
        if (asked.response().isEmpty()) {
            return List.of(unknown("no answer"));
        }
        try {
            OCSPResp response = new OCSPResp(asked.response().get());
            int status = response.getStatus();
            if (status != OCSPResp.SUCCESSFUL) {
                String name = status > 0 && status < STATUSES.size() ? STATUSES.get(status) : Integer.toString(status);
                return List.of(unknown(name));
            }
            return response.getResponseObject() instanceof BasicOCSPResp basic
                    ? of(basic)
                    : List.of(untrusted("a basic OCSP response", "a response of another type"));
        } catch (IOException | OCSPException | RuntimeException unreadable) {
            return List.of(untrusted("an OCSP response", "what cannot be read as one"));
        }
    }

    private List<Defect> of(BasicOCSPResp basic) {
        if (signers(basic).noneMatch(key -> signed(basic, key))) {
            return List.of(untrusted(
                    "signed by " + CertificateText.withKey(issuer) + ", or by an OCSPSigning certificate of it",
                    "another signature"));
        }
        Optional<SingleResp> single = Arrays.stream(basic.getResponses())
                .filter(each ->
                        certificate.getSerialNumber().equals(each.getCertID().getSerialNumber()))
                .filter(this::ofIssuer)
                .findFirst();
        return single.map(this::of).orElseGet(() -> List.of(unknown("an answer about other certificates")));
    }

    private List<Defect> of(SingleResp single) {
        CertificateStatus status = single.getCertStatus();
        Instant thisUpdate = single.getThisUpdate().toInstant();
        if (status instanceof RevokedStatus revoked) {
            return List.of(new Defect(
                    DefectCode.REVOKED,
                    "good, from the OCSP responder" + where(),
                    "revoked on " + revoked.getRevocationTime().toInstant() + ": "
                            + CertificateText.certificate(certificate)));
        }
        if (status != CertificateStatus.GOOD) {
            return List.of(unknown("unknown"));
        }
        if (thisUpdate.isAfter(now)) {
            return List.of(outdated("thisUpdate <= " + now, "thisUpdate = " + thisUpdate));
        }
        if (single.getNextUpdate() != null && now.isAfter(single.getNextUpdate().toInstant())) {
            return List.of(outdated(
                    "nextUpdate >= " + now,
                    "nextUpdate = " + single.getNextUpdate().toInstant()));
        }
        return List.of();
    }

    private boolean ofIssuer(SingleResp single) {
        try {
            return single.getCertID()
                    .matchesIssuer(
                            new JcaX509CertificateHolder(issuer), new JcaDigestCalculatorProviderBuilder().build());
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException unknownDigest) {
            return false;
        }
    }

    /** The issuer's own key, and those of the certificates that it signed for this (RFC 6960 §4.2.2.2). */
    private Stream<PublicKey> signers(BasicOCSPResp basic) {
        Stream<PublicKey> delegates = Arrays.stream(basic.getCerts())
                .limit(MOST_CERTIFICATES)
                .flatMap(holder -> certificate(holder).stream())
                .filter(this::isDelegate)
                .map(X509Certificate::getPublicKey);
        return Stream.concat(Stream.of(issuer.getPublicKey()), delegates);
    }

    private boolean isDelegate(X509Certificate signer) {
        try {
            signer.verify(issuer.getPublicKey());
            List<String> purposes = signer.getExtendedKeyUsage();
            return signer.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    && purposes != null
                    && purposes.contains(Oids.OCSP_SIGNING)
                    && !now.isBefore(signer.getNotBefore().toInstant())
                    && !now.isAfter(signer.getNotAfter().toInstant());
        } catch (GeneralSecurityException | RuntimeException wrongOrOdd) {
            return false;
        }
    }

    private static Optional<X509Certificate> certificate(X509CertificateHolder holder) {
        try {
            return Optional.of(new JcaX509CertificateConverter().getCertificate(holder));
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean signed(BasicOCSPResp basic, PublicKey key) {
        try {
            return basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (OCSPException | OperatorCreationException | RuntimeException wrongOrOdd) {
            return false;
        }
    }

    private Defect unknown(String observed) {
        return new Defect(
                DefectCode.REVOCATION_UNKNOWN,
                "good, from the OCSP responder" + where(),
                observed + ": " + CertificateText.certificate(certificate));
    }

    private Defect outdated(String expected, String observed) {
        return new Defect(DefectCode.REVOCATION_OUTDATED, expected, observed + ": the OCSP response" + where());
    }

    private Defect untrusted(String expected, String observed) {
        return new Defect(DefectCode.REVOCATION_UNTRUSTED, expected, observed + where());
    }

    private String where() {
        return " (" + CertificateText.clean(asked.where()) + ")";
    }
}
