package fr.accroche.authserver.psc;

import fr.accroche.authserver.Caller;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.EllipticKeys;
import fr.accroche.authserver.IdTokens;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenAlgorithm;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenEncryption;
import fr.accroche.compliance.declaration.PscRegistration.UserInfoForm;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Sessions that come one after the other through a day of PSC's own sessions and tokens: each is refreshed now and then, some come
 * back with an old refresh token, some log out, most are left to die. Access tokens are signed with a secret: ten thousand RSA
 * signatures take their time, and no room.
 */
final class SimulatedDay {

    private static final Duration DAY = Duration.ofHours(24);

    final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-11-22T00:00:00Z"));
    final PscSessions sessions;
    final PscTokens tokens;

    private final int count;
    private final Ids ids = new Ids(new SecureRandom());
    final Client client = new Client(
            "day-edc-bas",
            Optional.of("a secret of more than thirty-two bytes"),
            "test",
            Caller.registered(IdTokenAlgorithm.HS256, IdTokenEncryption.NONE, UserInfoForm.JSON));
    private final Professional person = Professionals.find(PscBench.PERSON).orElseThrow();

    /** Refresh tokens to use again, oldest first. */
    private final Deque<String> toRefresh = new ArrayDeque<>();

    /**
     * @param count how many sessions come
     */
    SimulatedDay(int count) {
        this.count = count;
        PscSettings settings = PscBench.settings();
        State state = new MemoryState(clock);
        this.sessions = new PscSessions(settings.choices(), ids, clock, state, session -> {});
        IdTokens idTokens = new IdTokens(EllipticKeys.ring(ids.random()), List.of(client));
        this.tokens = new PscTokens(
                settings,
                () -> URI.create("https://psc.invalid/issuer"),
                idTokens,
                claims -> idTokens.issue(client, claims),
                ids,
                clock,
                state,
                sessions);
    }

    /** Goes through it, and tells after each session how many came. */
    void run(IntConsumer watch) {
        Duration step = DAY.dividedBy(count);
        for (int i = 1; i <= count; i++) {
            clock.advance(step);
            PscSession session = sessions.open(person, "CARD");
            PscGrant grant =
                    new PscGrant(ids.opaque(), session, client, "openid scope_all", Optional.empty(), Optional.empty());
            toRefresh.addLast(tokens.issue(grant).text("refresh_token").orElseThrow());
            if (i % 3 == 0) {
                refresh(toRefresh.removeFirst());
            }
            if (i % 11 == 0) {
                sessions.end(session.id());
            }
            while (toRefresh.size() > count / 50) {
                toRefresh.removeFirst();
            }
            watch.accept(i);
        }
    }

    private void refresh(String token) {
        if (tokens.redeem(token) instanceof RefreshTokens.Found.Alive alive) {
            String next = tokens.issue(alive.grant()).text("refresh_token").orElseThrow();
            toRefresh.addLast(next.hashCode() % 5 == 0 ? token : next);
        } else if (tokens.refresh(token) instanceof RefreshTokens.Found.Redeemed redeemed) {
            tokens.revoke(redeemed.grant());
        }
    }

    /** What is held: sessions, access tokens and grants. */
    int held() {
        return sessions.held().size()
                + tokens.held().values().stream().mapToInt(Held::size).sum();
    }
}
