package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Ids;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The codes given and redeemed (RFC 6749 §4.1.2, §10.5). Thread-safe: of two redemptions at once, one is the first.
 *
 * @param <S> the sessions
 */
public final class AuthorizationCodes<S> {

    private static final int CAPACITY = 20_000;

    /** How long a code is still known for one that was used; longer than any token of it lives unrefreshed. */
    private static final Duration REMEMBERED = Duration.ofHours(4);

    private record Kept<S>(AuthorizationCode<S> code, boolean used) {}

    /**
     * A code shown.
     *
     * @param code what it stands for
     * @param again whether it had been shown before
     * @param <S> the sessions
     */
    public record Shown<S>(AuthorizationCode<S> code, boolean again) {}

    private final Ids ids;
    private final Clock clock;
    private final Duration life;
    private final Store<Kept<S>> codes;

    /**
     * @param sessions what sessions are
     * @param life of a code
     */
    public AuthorizationCodes(Ids ids, Clock clock, State state, Class<S> sessions, Duration life) {
        this.ids = ids;
        this.clock = clock;
        this.life = life;
        this.codes = state.store("codes", Shape.of(Kept.class, sessions), CAPACITY);
    }

    /** A new code. */
    public String issue(AuthorizationRequest request, S session) {
        String code = ids.opaque();
        AuthorizationCode<S> value =
                new AuthorizationCode<>(request, session, clock.instant().plus(life));
        codes.put(code, new Kept<>(value, false), remembered(value));
        return code;
    }

    /** Looks a code up, and uses it up, whatever comes of it: one that was shown wrongly may have been stolen. */
    public Optional<Shown<S>> show(String code) {
        return codes.change(
                code, kept -> kept.map(AuthorizationCodes::used).orElseGet(() -> Change.none(Optional.empty())));
    }

    private static <S> Change<Kept<S>, Optional<Shown<S>>> used(Kept<S> known) {
        Optional<Shown<S>> shown = Optional.of(new Shown<>(known.code(), known.used()));
        return Change.to(new Kept<>(known.code(), true), remembered(known.code()), shown);
    }

    /** The codes, as a reset sees them. */
    public Held held() {
        return codes;
    }

    private static Instant remembered(AuthorizationCode<?> code) {
        return code.until().plus(REMEMBERED);
    }
}
