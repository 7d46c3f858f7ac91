package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final MovableClock clock = MovableClock.stoppedAt(Chain.START);
    private final Sessions sessions = new Sessions(
            new MemoryState(clock),
            name -> Optional.empty(),
            clock,
            new SessionLife(Duration.ofHours(1), Duration.ofMinutes(10)),
            2,
            new SecureRandom());

    @Test
    void keepsNoMoreThanItsCapacity() {
        // Given
        open();
        open();

        // When
        Outcome<Session> third = sessions.open(equipped());

        // Then
        int status = third.<Integer>fold(
                session -> 200, refused -> refused.wire().response().status());
        assertThat(status).isEqualTo(503);
    }

    @Test
    void makesRoomWhenASessionIsOver() {
        // Given
        Session first = open();
        clock.advance(Duration.ofMinutes(6));
        Session second = open();
        clock.advance(Duration.ofMinutes(6));

        // When
        Session third = open();

        // Then
        assertThat(sessions.find(first.id())).isEmpty();
        assertThat(sessions.find(second.id())).contains(second);
        assertThat(sessions.find(third.id())).contains(third);
    }

    @Test
    void staysAliveWhileUsed() {
        // Given
        Session old = open();
        clock.advance(Duration.ofMinutes(9));
        sessions.find(old.id());
        Session unused = open();

        // When
        clock.advance(Duration.ofMinutes(9));
        sessions.find(old.id());
        clock.advance(Duration.ofMinutes(9));

        // Then
        assertThat(sessions.find(unused.id())).isEmpty();
        assertThat(sessions.find(old.id())).contains(old);
    }

    @Test
    void endsAtTheEndOfItsLifeHoweverUsed() {
        // Given
        Session old = open();
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofMinutes(8));
            assertThat(sessions.find(old.id())).contains(old);
        }

        // When
        clock.advance(Duration.ofMinutes(4));

        // Then
        assertThat(sessions.find(old.id())).isEmpty();
        assertThat(sessions.size()).isZero();
    }

    @Test
    void showsNoSecret() {
        Session session = open();

        assertThat(session.toString()).doesNotContain(session.id().value(), "psc-access", "psc-id", "api-token");
    }

    private Session open() {
        return sessions.open(equipped()).fold(session -> session, refused -> {
            throw new AssertionError(refused.sentence().en());
        });
    }

    private static Equipped equipped() {
        Client client = new Client(Chain.ALPHA, null, null, null, null, true);
        Asked asked = new Asked(Chain.PERSON, "42", Chain.ALPHA, "CARD", null);
        PscTokens tokens = new PscTokens(new Token("psc-access"), new Token("psc-id"), "state", Optional.empty());
        Identified who = new Identified(asked, null, client);
        ApiToken apiToken = new ApiToken(new Token("api-token"), Optional.empty(), Optional.empty());
        return new Equipped(new Authenticated(who, tokens), Map.of("dmp", apiToken));
    }
}
