package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.accroche.authserver.Ids;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.redis.FailingState;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends while another call is about to use it stays ended: the interleavings of two calls, one step at a time. */
class EndedMeanwhileTest {

    private final SimulatedDay day = new SimulatedDay(1);
    private final Professional person = Professionals.find(PscBench.PERSON).orElseThrow();
    private final PscSession session = day.sessions.open(person, "CARD");
    private final PscGrant grant = new PscGrant(
            "grant-of-forty-three-characters-0123456789ab".substring(0, 43),
            session,
            day.client,
            "openid scope_all",
            Optional.empty(),
            Optional.empty());

    @Test
    void revocationOutdoesTheRefreshThatItOvertakes() {
        String first = refreshToken(day.tokens.issue(grant));
        assertThat(day.tokens.redeem(first)).isInstanceOf(RefreshTokens.Found.Alive.class);
        day.tokens.revoke(grant);

        JsonObject late = day.tokens.issue(grant);

        assertDead(late);
        assertThat(day.tokens.refresh(first)).isInstanceOf(RefreshTokens.Found.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aCopyThatIsKilledWhileItRefreshesBringsNoEndedGrantBack(int operations) {
        MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-11-22T00:00:00Z"));
        MemoryState shared = new MemoryState(clock);
        FailingState killed = new FailingState(shared);
        Ids ids = new Ids(new SecureRandom());
        RefreshTokens here = new RefreshTokens(clock, ids, shared);
        RefreshTokens there = new RefreshTokens(clock, ids, killed);
        Instant until = clock.instant().plusSeconds(600);
        String first = here.next(grant, JsonObject.EMPTY, until, until);

        killed.goAwayAfter(operations);
        catchThrowable(() -> {
            there.redeem(first);
            here.end(grant.id());
            there.next(grant, JsonObject.EMPTY, until, until);
        });
        here.end(grant.id());

        assertThat(here.lives(grant)).isFalse();
        assertThat(here.find(first)).isInstanceOf(RefreshTokens.Found.Nothing.class);
        clock.advance(Duration.ofMinutes(5));
        assertThat(here.held().size()).isZero();
    }

    @Test
    void codeShownAgainOutdoesTheRedemptionThatItOvertakes() {
        day.tokens.revoke(grant);

        assertDead(day.tokens.issue(grant));
    }

    @Test
    void logoutOutdoesTheLoginThatItOvertakes() {
        JsonObject tokens = day.tokens.issue(grant);
        day.sessions.end(session.id());

        PscSession renewed = day.sessions.renew(session, "MOBILE");

        assertThat(renewed.id()).isNotEqualTo(session.id());
        assertDead(tokens);
    }

    private void assertDead(JsonObject tokens) {
        assertThat(day.tokens.access(tokens.text("access_token").orElseThrow())).isEmpty();
        assertThat(day.tokens.refresh(refreshToken(tokens))).isInstanceOf(RefreshTokens.Found.Nothing.class);
    }

    private static String refreshToken(JsonObject tokens) {
        return tokens.text("refresh_token").orElseThrow();
    }
}
