package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.ExpiringStore;
import fr.accroche.authserver.Ids;
import fr.accroche.wire.admin.Held;
import java.time.Clock;
import java.time.Duration;
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
    private final ExpiringStore<Kept<S>> codes;

    /**
     * @param life of a code
     */
    public AuthorizationCodes(Ids ids, Clock clock, Duration life) {
        this.ids = ids;
        this.clock = clock;
        this.life = life;
        this.codes = new ExpiringStore<>(clock, CAPACITY);
    }

    /** A new code. */
    public String issue(AuthorizationRequest request, S session) {
        String code = ids.opaque();
        keep(code, new AuthorizationCode<>(request, session, clock.instant().plus(life)), false);
        return code;
    }

    /** Looks a code up, and uses it up, whatever comes of it: one that was shown wrongly may have been stolen. */
    public synchronized Optional<Shown<S>> show(String code) {
        Optional<Kept<S>> kept = codes.get(code);
        kept.ifPresent(known -> keep(code, known.code(), true));
        return kept.map(known -> new Shown<>(known.code(), known.used()));
    }

    /** The codes, as a reset sees them. */
    public Held held() {
        return codes;
    }

    private void keep(String code, AuthorizationCode<S> value, boolean used) {
        codes.put(code, new Kept<>(value, used), value.until().plus(REMEMBERED));
    }
}
