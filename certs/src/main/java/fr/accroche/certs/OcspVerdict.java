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
            return List.of(unknown(Wording.of("aucune réponse", "no answer")));
        }
        try {
            OCSPResp response = new OCSPResp(asked.response().get());
            int status = response.getStatus();
            if (status != OCSPResp.SUCCESSFUL) {
                String name = status > 0 && status < STATUSES.size() ? STATUSES.get(status) : Integer.toString(status);
                return List.of(unknown(Wording.verbatim(name)));
            }
            return response.getResponseObject() instanceof BasicOCSPResp basic
                    ? of(basic)
                    : List.of(untrusted(
                            Wording.of("une réponse OCSP « basic »", "a basic OCSP response"),
                            Wording.of("une réponse d'un autre type", "a response of another type")));
        } catch (IOException | OCSPException | RuntimeException unreadable) {
            return List.of(untrusted(
                    Wording.of("une réponse OCSP", "an OCSP response"),
                    Wording.of("ce qui ne se lit pas comme telle", "what cannot be read as one")));
        }
    }

    private List<Defect> of(BasicOCSPResp basic) {
        if (signers(basic).noneMatch(key -> signed(basic, key))) {
            return List.of(untrusted(
                    Wording.of(
                            "signée par %s, ou par un certificat OCSPSigning qu'elle a signé",
                            "signed by %s, or by an OCSPSigning certificate of it", CertificateText.withKey(issuer)),
                    Wording.of("une autre signature", "another signature")));
        }
        Optional<SingleResp> single = Arrays.stream(basic.getResponses())
                .filter(each ->
                        certificate.getSerialNumber().equals(each.getCertID().getSerialNumber()))
                .filter(this::ofIssuer)
                .findFirst();
        return single.map(this::of)
                .orElseGet(() -> List.of(unknown(
                        Wording.of("une réponse sur d'autres certificats", "an answer about other certificates"))));
    }

    private List<Defect> of(SingleResp single) {
        CertificateStatus status = single.getCertStatus();
        Instant thisUpdate = single.getThisUpdate().toInstant();
        if (status instanceof RevokedStatus revoked) {
            return List.of(new Defect(
                    DefectCode.REVOKED,
                    good(),
                    Wording.of(
                            "révoqué le %s : %s",
                            "revoked on %s: %s",
                            revoked.getRevocationTime().toInstant(),
                            CertificateText.certificate(certificate))));
        }
        if (status != CertificateStatus.GOOD) {
            return List.of(unknown(Wording.verbatim("unknown")));
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

    private Defect unknown(Wording observed) {
        return new Defect(
                DefectCode.REVOCATION_UNKNOWN,
                good(),
                Wording.of("%s : %s", "%s: %s", observed, CertificateText.certificate(certificate)));
    }

    private Defect outdated(String expected, String observed) {
        return new Defect(
                DefectCode.REVOCATION_OUTDATED,
                Wording.verbatim(expected),
                Wording.of("%s : la réponse OCSP%s", "%s: the OCSP response%s", observed, where()));
    }

    private Defect untrusted(Wording expected, Wording observed) {
        return new Defect(DefectCode.REVOCATION_UNTRUSTED, expected, Wording.of("%s%s", "%s%s", observed, where()));
    }

    private Wording good() {
        return Wording.of("bon, d'après le répondeur OCSP%s", "good, from the OCSP responder%s", where());
    }

    private String where() {
        return " (" + CertificateText.clean(asked.where()) + ")";
    }
}
