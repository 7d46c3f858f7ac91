package fr.accroche.proxy;

import fr.accroche.certs.Judgement;
import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whom a call proves to come from.
 *
 * @param byClient what each LPS proves itself with; one that is not there proves nothing
 */
record LpsProofs(Map<String, LpsProof> byClient) {

    private static final String HEADER = "header/Authorization";
    private static final String CERTIFICATE = "TLS/certificate";

    LpsProofs {
        byClient = Map.copyOf(byClient);
    }

    Optional<LpsProof> of(String clientId) {
        return Optional.ofNullable(byClient.get(clientId));
    }

    /** Whether any LPS proves itself by a secret, so that a refusal names the scheme (RFC 9110 §11.6.1). */
    boolean asksSecret() {
        return byClient.values().stream().anyMatch(LpsProof.Secret.class::isInstance);
    }

    boolean proves(Request request, String clientId) {
        LpsProof proof = byClient.get(clientId);
        if (proof instanceof LpsProof.Secret secret) {
            return BasicCredentials.in(request.headers())
                    .filter(given -> given.user().equals(clientId) && same(given.password(), secret.secret()))
                    .isPresent();
        }
        return proof instanceof LpsProof.Certificate certificate
                && soundSubject(request.peer())
                        .filter(certificate.subject()::sameAs)
                        .isPresent();
    }

    /** Who came, for the journal: nothing of an unproved name, in which somebody may have typed a password. */
    Observed whoCame(Request request) {
        String proved = byClient.keySet().stream()
                .filter(clientId -> proves(request, clientId))
                .sorted()
                .collect(Collectors.joining(" "));
        boolean named = request.headers().first("Authorization").isPresent();
        boolean shown = request.peer().certificate().isPresent();
        String where = named || !shown ? HEADER : CERTIFICATE;
        if (!proved.isEmpty()) {
            return new Observed(proved, where);
        }
        return new Observed(named || shown ? "unproved" : "none", where);
    }

    private static Optional<SubjectName> soundSubject(Peer peer) {
        return peer.judgement().filter(Judgement::sound).flatMap(sound -> peer.subject());
    }

    /** In a time that tells nothing of where they differ. */
    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
