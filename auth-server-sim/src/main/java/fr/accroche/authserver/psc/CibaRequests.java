package fr.accroche.authserver.psc;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.wire.admin.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The authentication requests under way. Thread-safe: of two polls at once, one redeems. */
final class CibaRequests {

    private static final int CAPACITY = 10_000;

    /** How long an expired request is still known as such. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** CIBA Core §11: slow_down lengthens the interval by at least 5 seconds. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final Clock clock;
    private final ExpiringStore<CibaRequest> requests;

    CibaRequests(Clock clock) {
        this.clock = clock;
        this.requests = new ExpiringStore<>(clock, CAPACITY);
    }

    synchronized void open(String authReqId, CibaRequest request) {
        keep(authReqId, request);
    }

    /** A poll by a client; a request granted or denied is gone afterwards. */
    synchronized Poll poll(String authReqId, String clientId) {
        Optional<CibaRequest> found = requests.get(authReqId);
        if (found.isEmpty()) {
            return new Poll.Unknown();
        }
        CibaRequest request = found.get();
        if (!request.clientId().equals(clientId)) {
            return new Poll.OfAnother(request.clientId());
        }
        Instant now = clock.instant();
        Duration gap = Duration.between(request.polled(), now);
        Poll.State state = state(request, now, gap);
        switch (state) {
            case PENDING -> keep(authReqId, request.polledAt(now, request.interval()));
            case TOO_EARLY ->
                keep(authReqId, request.polledAt(now, request.interval().plus(SLOWER)));
            case DENIED, GRANTED -> requests.take(authReqId);
            case EXPIRED -> {}
        }
        return new Poll.Known(state, request, gap, request.interval());
    }

    private static Poll.State state(CibaRequest request, Instant now, Duration gap) {
        if (!now.isBefore(request.until())) {
            return Poll.State.EXPIRED;
        }
        if (gap.compareTo(request.interval()) < 0) {
            return Poll.State.TOO_EARLY;
        }
        return switch (request.answer()) {
            case APPROVE -> Poll.State.GRANTED;
            case REFUSE -> Poll.State.DENIED;
            case SILENT -> Poll.State.PENDING;
        };
    }

    /** Answers one request; false if there is no such request. */
    synchronized boolean answer(String authReqId, ECps.Answer answer) {
        Optional<CibaRequest> request = requests.get(authReqId);
        request.ifPresent(known -> keep(authReqId, known.answered(answer)));
        return request.isPresent();
    }

    /** Answers every request under way. */
    synchronized void answerAll(ECps.Answer answer) {
        requests.keys().forEach(authReqId -> answer(authReqId, answer));
    }

    Held held() {
        return requests;
    }

    private void keep(String authReqId, CibaRequest request) {
        requests.put(authReqId, request, request.until().plus(REMEMBERED));
    }
}
