package fr.accroche.proxy;

import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that one call renews a token at a time, over all the copies of the proxy: a refresh token serves once, and its second
 * use revokes all that came from it (RFC 9700 §4.14.2). Thread-safe.
 *
 * <p>Whoever renews first takes the one place that the token has in a store, then looks at the session anew, so that what another
 * copy did meanwhile is seen; whoever ends a session takes it out of the sessions first, then looks at that place. So either no
 * renewal begins any more, or the end waits for what it brings. The place of a copy that is killed is free again after a while;
 * whether its server renewed the token nobody knows then, as of a server that did not answer, and it is asked again.
 */
final class Renewals {

    /** How long a token that lives is used on after its server did not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a renewal takes beside its server's answer, at most. */
    private static final Duration CONNECTING = Duration.ofSeconds(20);

    /** For each session, more than a proxy has services. */
    private static final int MOST = 10_000;

    private final Sessions sessions;
    private final Store<Renewal> places;
    private final Clock clock;

    /** How long a place is kept, by the clock: beyond, whoever took it is taken for killed. */
    private final Duration longest;

    /** How long it is waited for, in real time: as long as for the server itself, so that a killed copy holds nobody up longer. */
    private final Duration awaited;

    /** Those of this process: its calls wait for each other without asking anybody. */
    private final Map<String, CompletableFuture<Outcome<ApiToken>>> underWay = new ConcurrentHashMap<>();

    private final Unkept unkept;

    record Place(Session session, String route, Renewal renewal) {

        static Place of(Session session, String route) {
            return new Place(session, route, Renewal.begun(UUID.randomUUID().toString()));
        }

        String key() {
            return Renewals.key(session, route);
        }

        HeldToken held() {
            return session.apiTokens().get(route);
        }
    }

    /** @param upstreamAnswer how long a server may take to answer */
    Renewals(State state, Sessions sessions, Clock clock, Duration upstreamAnswer) {
        this.sessions = sessions;
        this.places = state.store("proxy.renewals", Shape.of(Renewal.class), MOST);
        this.clock = clock;
        this.longest = upstreamAnswer.plus(CONNECTING);
        this.awaited = upstreamAnswer;
        this.unkept = new Unkept(clock, this::store);
    }

    private static String key(Session session, String route) {
        return session.id().value() + "/" + route;
    }

    /**
     * The token to send now, renewed first where that is due. Once a server has refused to renew it, so is every call: the
     * professional must connect again. A server that does not answer is asked again later, and the token used while it lives.
     *
     * @param session as it was found for this call
     * @param way redeems the refresh token; only one does at a time, and other calls wait for its outcome unless the token
     *     still lives
     * @throws StateUnavailableException where what the copies share is away when it is needed
     */
    Outcome<ApiToken> toSend(Session session, String route, Renewal.Way way) {
        HeldToken held = session.apiTokens().get(route);
        if (!due(held)) {
            return settled(held, way);
        }
        CompletableFuture<Outcome<ApiToken>> mine = new CompletableFuture<>();
        CompletableFuture<Outcome<ApiToken>> before = underWay.putIfAbsent(key(session, route), mine);
        if (before == null) {
            return led(Place.of(session, route), way, mine);
        }
        return alive(held) ? Outcome.next(held.current()) : joined(before);
    }

    private static Outcome<ApiToken> settled(HeldToken held, Renewal.Way way) {
        return held.refusal()
                .map(before -> Outcome.<ApiToken>refused(way.refused(before)))
                .orElseGet(() -> Outcome.next(held.current()));
    }

    private boolean due(HeldToken held) {
        return held.due(clock.instant());
    }

    private boolean alive(HeldToken held) {
        return held.current().alive(clock.instant());
    }

    private static Outcome<ApiToken> joined(CompletableFuture<Outcome<ApiToken>> awaited) {
        try {
            return awaited.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Outcome<ApiToken> led(Place place, Renewal.Way way, CompletableFuture<Outcome<ApiToken>> awaited) {
        try {
            Outcome<ApiToken> outcome = placed(place, way);
            awaited.complete(outcome);
            return outcome;
        } catch (RuntimeException | Error defect) {
            awaited.completeExceptionally(defect); // else whoever waits for it waits for ever
            throw defect;
        } finally {
            underWay.remove(place.key(), awaited);
        }
    }

    /** Once no other copy renews it. */
    private Outcome<ApiToken> placed(Place place, Renewal.Way way) {
        keepUnkept();
        Waiting waiting = Waiting.atMost(awaited);
        while (!places.putNew(place.key(), place.renewal(), clock.instant().plus(longest))) {
            Optional<HeldToken> held = anew(place);
            if (held.filter(this::due).filter(token -> !alive(token)).isEmpty()) {
                return settled(held.orElse(place.held()), way);
            }
            if (!waiting.goesOn()) {
                return Outcome.refused(way.underWay());
            }
        }
        return looked(place, way);
    }

    private Outcome<ApiToken> looked(Place place, Renewal.Way way) {
        Optional<HeldToken> held = anew(place);
        if (held.filter(this::due).isEmpty()) { // another copy has renewed it, or ended the session
            leave(place);
            return settled(held.orElse(place.held()), way);
        }
        return redeemed(place, held.get(), way);
    }

    private Optional<HeldToken> anew(Place place) {
        return sessions.peek(place.session().id())
                .map(session -> session.apiTokens().get(place.route()));
    }

    private Outcome<ApiToken> redeemed(Place place, HeldToken held, Renewal.Way way) {
        Outcome<ApiToken> outcome;
        try {
            outcome = way.redeem(held.current());
        } catch (RuntimeException defect) {
            leave(place);
            throw defect;
        }
        return outcome.fold(
                token -> {
                    unkept.keep(new Unkept.Brought(
                            place, held.current(), token, clock.instant().plus(longest)));
                    return outcome;
                },
                refusal -> failed(place, held, way, refusal));
    }

    /** Of the token that was to be renewed alone: one that another copy got meanwhile, as this one took too long, stays. */
    private Outcome<ApiToken> failed(Place place, HeldToken held, Renewal.Way way, Refused refusal) {
        HeldToken after = refusal.grounds() instanceof Grounds.UpstreamRefused grounds
                ? held.refused(HeldToken.Refusal.of(refusal, grounds))
                : held.patientUntil(clock.instant().plus(PATIENCE));
        Optional<HeldToken> there = sessions.change(
                        place.session().id(),
                        place.route(),
                        token -> token.current().equals(held.current()) ? after : token)
                .map(session -> session.apiTokens().get(place.route()));
        leave(place);
        if (there.filter(token -> !token.equals(after)).isPresent()) {
            return settled(there.get(), way);
        }
        return after.refusal().isEmpty() && alive(held) ? Outcome.next(held.current()) : Outcome.refused(refusal);
    }

    /** The place is given back last: who takes it next sees what was brought. Twice is as once. */
    private void store(Unkept.Brought brought) {
        Place place = brought.place();
        boolean lives = sessions.change(
                        place.session().id(),
                        place.route(),
                        there -> there.current().equals(brought.ended()) ? HeldToken.of(brought.token()) : there)
                .isPresent();
        if (lives) {
            leave(place);
        } else {
            bequeath(place, brought.token());
        }
    }

    /** To whoever ends the session; unless the place is another's by now, whose renewal is waited for. */
    private void bequeath(Place place, ApiToken token) {
        Renewal over = place.renewal().bringing(token);
        places.change(
                place.key(),
                there -> there.filter(other -> !other.equals(place.renewal())).isPresent()
                        ? Change.none(false)
                        : Change.to(over, clock.instant().plus(longest), true));
    }

    /**
     * Keeps what renewals brought and could not be kept.
     *
     * @throws StateUnavailableException where the state is away
     */
    void keepUnkept() {
        unkept.keepAll();
    }

    /** Once more, and then never: what cannot be kept now is lost with this process. */
    void lastKept() {
        unkept.last();
    }

    /** Unless it is another's by now. */
    private void leave(Place place) {
        places.change(
                place.key(),
                there -> there.filter(place.renewal()::equals).isPresent() ? Change.gone(true) : Change.none(false));
    }

    /**
     * The token that is left of a session that is over: that of a renewal that was under way, at whichever copy. Where what the
     * copies share is away, or a copy does not come to an end, the one that the session had.
     */
    ApiToken last(Session over, String route) {
        String key = key(over, route);
        Optional.ofNullable(underWay.get(key))
                .ifPresent(
                        renewal -> renewal.handle((outcome, defect) -> outcome).join());
        ApiToken held = over.apiTokens().get(route).current();
        if (held.renewal().isEmpty()) {
            return held;
        }
        Optional<ApiToken> here = unkept.token(key);
        try {
            return brought(key).or(() -> here).orElse(held);
        } catch (StateUnavailableException away) {
            return here.orElse(held);
        }
    }

    private Optional<ApiToken> brought(String key) {
        Waiting waiting = Waiting.atMost(awaited);
        Optional<Renewal> there = places.get(key);
        while (there.filter(Renewal::isUnderWay).isPresent() && waiting.goesOn()) {
            there = places.get(key);
        }
        return there.flatMap(Renewal::brought);
    }
}
