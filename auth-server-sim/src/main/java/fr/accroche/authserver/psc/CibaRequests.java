package fr.accroche.authserver.psc;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.psc.browser.PhoneRequest;
import fr.accroche.wire.admin.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The authentication requests under way. Thread-safe: of two polls at once, one redeems. */
final class CibaRequests implements PhoneRequests {

    /**
     * How much too early a poll may be: the timers of clients are rougher than this clock. The rule that judges the journal says
     * the same.
     */
    static final Duration TOLERANCE = Duration.ofMillis(50);

    private static final int CAPACITY = 10_000;

    /** How long an expired request is still known as such. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** CIBA Core §11: slow_down lengthens the interval by at least 5 seconds, for this and every later poll. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final Clock clock;
    private final ExpiringStore<CibaRequest> requests;

    /** Those whose client is still to be told: looking for them does not go through the others. */
    private final Set<String> untold = new LinkedHashSet<>();

    CibaRequests(Clock clock) {
        this.clock = clock;
        this.requests = new ExpiringStore<>(clock, CAPACITY);
    }

    synchronized void open(String authReqId, CibaRequest request) {
        keep(authReqId, request);
        if (request.asked().notificationToken().isPresent()) {
            untold.add(authReqId);
        }
    }

    /**
     * A poll by a client; a request granted or denied is gone afterwards.
     *
     * @param lenient whether one that comes too early finds how its request stands all the same
     */
    synchronized Poll poll(String authReqId, String clientId, boolean lenient) {
        Optional<CibaRequest> found = requests.get(authReqId);
        if (found.isEmpty()) {
            return new Poll.Unknown();
        }
        CibaRequest request = found.get();
        if (!request.asked().clientId().equals(clientId)) {
            return new Poll.OfAnother(request.asked().clientId());
        }
        Instant now = clock.instant();
        Optional<Duration> gap = request.polled().map(before -> Duration.between(before, now));
        boolean early = !request.expired(now) && tooEarly(request, gap);
        boolean stopped = early && !lenient;
        Poll.State state = stopped ? Poll.State.PENDING : state(request, now);
        switch (state) {
            case PENDING ->
                keep(
                        authReqId,
                        request.polledAt(now, stopped ? request.interval().plus(SLOWER) : request.interval()));
            case DENIED, GRANTED -> requests.take(authReqId);
            case EXPIRED -> {}
        }
        return new Poll.Known(state, early, request, gap, request.interval());
    }

    /** Has a client wait longer from now on, as if it had polled too early; false for a request that is not its. */
    synchronized boolean slowDown(String authReqId, String clientId) {
        Optional<CibaRequest> own = requests.get(authReqId)
                .filter(request -> request.asked().clientId().equals(clientId));
        own.ifPresent(request -> keep(
                authReqId, request.polledAt(clock.instant(), request.interval().plus(SLOWER))));
        return own.isPresent();
    }

    private static boolean tooEarly(CibaRequest request, Optional<Duration> gap) {
        return gap.filter(waited -> waited.plus(TOLERANCE).compareTo(request.interval()) < 0)
                .isPresent();
    }

    private static Poll.State state(CibaRequest request, Instant now) {
        if (request.expired(now)) {
            return Poll.State.EXPIRED;
        }
        return switch (request.decision().at(now)) {
            case APPROVE -> Poll.State.GRANTED;
            case REFUSE -> Poll.State.DENIED;
            case SILENT -> Poll.State.PENDING;
        };
    }

    @Override
    public synchronized int answer(Target which, ECps.Answer answer) {
        Instant now = clock.instant();
        return change(
                which,
                request -> new CibaRequest.Decision(
                        answer,
                        now,
                        request.decision().wrongCodes(),
                        request.decision().told()));
    }

    @Override
    public synchronized int mistake(Target which) {
        Instant now = clock.instant();
        return change(which, request -> request.decision().wrongCode(now));
    }

    private int change(Target which, Function<CibaRequest, CibaRequest.Decision> decision) {
        int changed = 0;
        List<String> candidates = which.id().map(List::of).orElseGet(requests::keys);
        for (String authReqId : candidates) {
            Optional<CibaRequest> request = requests.get(authReqId)
                    .filter(known -> !known.expired(clock.instant()))
                    .filter(known -> which.meets(
                            authReqId,
                            known.asked().handle(),
                            known.asked().person().nationalId()));
            request.ifPresent(known -> keep(authReqId, known.decided(decision.apply(known))));
            changed += request.isPresent() ? 1 : 0;
        }
        return changed;
    }

    @Override
    public synchronized List<PhoneRequest> waiting() {
        Instant now = clock.instant();
        return requests.keys().stream()
                .flatMap(authReqId -> requests.get(authReqId).stream())
                .filter(request -> request.pending(now))
                .map(CibaRequests::waiting)
                .toList();
    }

    private static PhoneRequest waiting(CibaRequest request) {
        CibaRequest.Asked asked = request.asked();
        return new PhoneRequest(
                asked.handle(),
                asked.clientId(),
                asked.person(),
                asked.channel(),
                asked.bindingMessage(),
                request.decision().wrongCodes(),
                asked.since(),
                request.until());
    }

    /** Those whose client is to be told now; each is returned once. */
    synchronized List<Due> due() {
        Instant now = clock.instant();
        untold.removeIf(authReqId ->
                requests.get(authReqId).filter(request -> !request.expired(now)).isEmpty());
        List<Due> due = new ArrayList<>();
        for (String authReqId : untold) {
            requests.get(authReqId).filter(request -> request.due(now)).ifPresent(request -> {
                keep(authReqId, request.told());
                due.add(new Due(
                        authReqId,
                        request.asked().clientId(),
                        request.asked().notificationToken().orElseThrow()));
            });
        }
        due.forEach(told -> untold.remove(told.authReqId()));
        return due;
    }

    /** A client to tell that its request was answered (CIBA Core §10.2). */
    record Due(String authReqId, String clientId, String token) {

        /** Without what is secret. */
        @Override
        public String toString() {
            return "Due[" + clientId + "]";
        }
    }

    Held held() {
        return requests;
    }

    private void keep(String authReqId, CibaRequest request) {
        requests.put(authReqId, request, request.until().plus(REMEMBERED));
    }
}
