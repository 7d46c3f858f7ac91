package fr.accroche.authserver.psc;

import fr.accroche.authserver.psc.browser.PhoneRequest;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Store<CibaRequest> requests;

    /** Those whose client is still to be told: looking for them does not go through the others. */
    private final Store<Boolean> untold;

    CibaRequests(Clock clock, State state) {
        this.clock = clock;
        this.requests = state.store("cibaRequests", Shape.of(CibaRequest.class), CAPACITY);
        this.untold = state.store("cibaRequests.untold", Shape.of(Boolean.class), CAPACITY);
    }

    void open(String authReqId, CibaRequest request) {
        requests.put(authReqId, request, remembered(request));
        if (request.asked().notificationToken().isPresent()) {
            untold.put(authReqId, true, request.until());
        }
    }

    /**
     * A poll by a client; a request granted or denied is gone afterwards.
     *
     * @param lenient whether one that comes too early finds how its request stands all the same
     */
    Poll poll(String authReqId, String clientId, boolean lenient) {
        Instant now = clock.instant();
        return requests.change(
                authReqId,
                found -> found.map(request -> polled(request, clientId, lenient, now))
                        .orElseGet(() -> Change.none(new Poll.Unknown())));
    }

    private static Change<CibaRequest, Poll> polled(
            CibaRequest request, String clientId, boolean lenient, Instant now) {
        if (!request.asked().clientId().equals(clientId)) {
            return Change.none(new Poll.OfAnother(request.asked().clientId()));
        }
        Optional<Duration> gap = request.polled().map(before -> Duration.between(before, now));
        boolean early = !request.expired(now) && tooEarly(request, gap);
        boolean stopped = early && !lenient;
        Poll.State state = stopped ? Poll.State.PENDING : state(request, now);
        Poll poll = new Poll.Known(state, early, request, gap, request.interval());
        return switch (state) {
            case PENDING -> {
                Duration interval = stopped ? request.interval().plus(SLOWER) : request.interval();
                yield Change.to(request.polledAt(now, interval), remembered(request), poll);
            }
            case DENIED, GRANTED -> Change.gone(poll);
            case EXPIRED -> Change.none(poll);
        };
    }

    /** Has a client wait longer from now on, as if it had polled too early; false for a request that is not its. */
    boolean slowDown(String authReqId, String clientId) {
        Instant now = clock.instant();
        return requests.change(
                authReqId,
                found -> found.filter(request -> request.asked().clientId().equals(clientId))
                        .map(own -> Change.to(own.polledAt(now, own.interval().plus(SLOWER)), remembered(own), true))
                        .orElseGet(() -> Change.none(false)));
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
    public int answer(Target which, ECps.Answer answer) {
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
    public int mistake(Target which) {
        Instant now = clock.instant();
        return change(which, request -> request.decision().wrongCode(now));
    }

    private int change(Target which, Function<CibaRequest, CibaRequest.Decision> decision) {
        Instant now = clock.instant();
        Set<String> candidates =
                which.id().map(Set::of).orElseGet(() -> requests.all().keySet());
        return (int) candidates.stream()
                .filter(authReqId -> requests.change(
                        authReqId,
                        found -> found.filter(known -> !known.expired(now) && isMeant(which, authReqId, known))
                                .map(known -> Change.to(known.decided(decision.apply(known)), remembered(known), true))
                                .orElseGet(() -> Change.none(false))))
                .count();
    }

    private static boolean isMeant(Target which, String authReqId, CibaRequest request) {
        return which.meets(
                authReqId, request.asked().handle(), request.asked().person().nationalId());
    }

    @Override
    public List<PhoneRequest> waiting() {
        Instant now = clock.instant();
        return requests.all().values().stream()
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

    /**
     * Those whose client is to be told now, each once over all copies.
     *
     * @param told gets each as soon as it is marked, so that a state which goes away meanwhile loses none of those before
     */
    void due(Consumer<Due> told) {
        Instant now = clock.instant();
        for (String authReqId : untold.all().keySet()) {
            Optional<CibaRequest> request = requests.get(authReqId);
            if (request.isEmpty() || request.get().due(now)) {
                told(authReqId, now).ifPresent(told);
                untold.take(authReqId);
            }
        }
    }

    /** Marked as told in the step that finds it due: no other copy tells that client too. */
    private Optional<Due> told(String authReqId, Instant now) {
        return requests.change(
                authReqId,
                found -> found.filter(request -> request.due(now))
                        .map(request -> Change.to(
                                request.told(),
                                remembered(request),
                                Optional.of(new Due(
                                        authReqId,
                                        request.asked().clientId(),
                                        request.asked().notificationToken().orElseThrow()))))
                        .orElseGet(() -> Change.none(Optional.empty())));
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

    private static Instant remembered(CibaRequest request) {
        return request.until().plus(REMEMBERED);
    }
}
