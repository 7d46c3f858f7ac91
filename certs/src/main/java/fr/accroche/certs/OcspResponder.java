package fr.accroche.certs;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;

/** Answers OCSP requests about the end entities of one branch, under a certificate of its own. For one thread at a time. */
final class OcspResponder {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration RENEWAL = Duration.ofDays(1);

    private final IgcNames names;
    private final HeldCertificate issuer;
    private final Supplier<KeyPair> newKey;
    private final SecureRandom random;
    private Optional<HeldCertificate> held = Optional.empty();

    OcspResponder(IgcNames names, HeldCertificate issuer, Supplier<KeyPair> newKey, SecureRandom random) {
        this.names = names;
        this.issuer = issuer;
        this.newKey = newKey;
        this.random = random;
    }

    /**
     * The response to a request, which must be about certificates of this branch alone; empty for silence.
     *
     * @param revoked serial numbers, and since when
     */
    Optional<byte[]> respond(OcspRequest request, OcspState state, Map<BigInteger, Instant> revoked, Instant now) {
        List<CertificateID> asked = request.certificateIds().stream()
                .flatMap(id -> OcspMint.named(id, issuer.certificate()).stream())
                .toList();
        if (asked.isEmpty() || asked.size() < request.certificateIds().size()) {
            return Optional.of(OcspMint.refusal(OCSPRespBuilder.UNAUTHORIZED));
        }
        return switch (state) {
            case SILENT -> Optional.empty();
            case TRY_LATER -> Optional.of(OcspMint.refusal(OCSPRespBuilder.TRY_LATER));
            case UNKNOWN, ANSWERING -> {
                Map<CertificateID, CertificateStatus> statuses = new LinkedHashMap<>();
                asked.forEach(id -> statuses.put(
                        id,
                        state == OcspState.UNKNOWN
                                ? new UnknownStatus()
                                : status(Optional.ofNullable(revoked.get(id.getSerialNumber())))));
                yield Optional.of(OcspMint.answer(signer(now), statuses, request.nonce(), now, random));
            }
        };
    }

    /** One that was never issued is good too: that it is not revoked is all that good means (RFC 6960 §2.2). */
    private static CertificateStatus status(Optional<Instant> revoked) {
        return revoked.<CertificateStatus>map(since -> new RevokedStatus(Date.from(since)))
                .orElse(CertificateStatus.GOOD);
    }

    private HeldCertificate signer(Instant now) {
        boolean lasting = held.map(HeldCertificate::certificate)
                .filter(signer ->
                        now.plus(RENEWAL).isBefore(signer.getNotAfter().toInstant()))
                .filter(signer -> !now.isBefore(signer.getNotBefore().toInstant()))
                .isPresent();
        if (!lasting) {
            KeyPair key = newKey.get();
            X509Certificate certificate =
                    OcspMint.responder(names, key.getPublic(), issuer, now, now.plus(LIFE), random);
            held = Optional.of(new HeldCertificate(key.getPrivate(), List.of(certificate)));
        }
        return held.orElseThrow();
    }
}
