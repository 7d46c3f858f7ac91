package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.text.Text;
import fr.accroche.redis.FailingState;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.StateUnavailableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two copies of the proxy that renew one token, each at its own pace. */
@Timeout(10)
class RenewalsTest {

    private static final Client CLIENT = new Client(Chain.ALPHA, null, null, null, null, true);
    private static final Text SERVER = Text.verbatim("server");

    private final MovableClock clock = MovableClock.stoppedAt(Chain.START);
    private final FailingState state = new FailingState(new MemoryState(clock));
    private final Sessions sessions =
            new Sessions(state, name -> Optional.of(CLIENT), clock, SessionLife.USUAL, 10, new SecureRandom());
    private final Renewals here = copy();
    private final Renewals there = copy();
    private final Session session = opened();

    @Test
    void aRefusalThatComesTooLateLeavesWhatTheOtherCopyGot() {
        // Given
        clock.advance(Duration.ofSeconds(61));

        // When
        Outcome<ApiToken> late = here.toSend(session, "dmp", way(ending -> {
            clock.advance(Duration.ofMinutes(1)); // its place is another's
            there.toSend(session, "dmp", way(same -> Outcome.next(token("second"))));
            return Outcome.refused(refused());
        }));

        // Then
        assertThat(access(late)).isEqualTo("second");
        Session after = sessions.peek(session.id()).orElseThrow();
        assertThat(after.apiTokens().get("dmp").refusal()).isEmpty();
        assertThat(access(there.toSend(after, "dmp", way(never -> Outcome.refused(refused())))))
                .isEqualTo("second");
    }

    @Test
    void aKilledCopyHoldsNobodyUpForLongerThanAServerWould() {
        // Given
        clock.advance(Duration.ofSeconds(61));
        state.store("proxy.renewals", Shape.of(Renewal.class), 10)
                .put(session.id().value() + "/dmp", Renewal.begun("killed"), State.FOR_EVER);

        // When
        Outcome<ApiToken> outcome = here.toSend(session, "dmp", way(never -> Outcome.next(token("second"))));

        // Then
        assertThat(access(outcome)).isEqualTo("503");
        assertThat(here.last(session, "dmp").access().value()).isEqualTo("first");
    }

    @Test
    void whatADefectKeepsFromBeingKeptIsKeptLater() {
        // Given
        broughtDuringADefect();

        // When
        try (Logged log = new Logged()) {
            here.keepUnkept();
            here.keepUnkept();
            assertThat(log.lines()).containsExactly("a renewed token of dmp could not be kept, and is tried again");
        }
        state.recover();
        here.keepUnkept();

        // Then
        assertThat(current()).isEqualTo("second");
        assertThat(access(there.toSend(session, "dmp", way(never -> Outcome.refused(refused())))))
                .isEqualTo("second");
    }

    @Test
    void whatADefectKeepsFromBeingKeptIsGivenUpOnceAnotherMayRenewTheToken() {
        // Given
        broughtDuringADefect();

        // When
        clock.advance(Duration.ofMinutes(1));
        here.keepUnkept();
        state.recover();
        here.keepUnkept();

        // Then
        assertThat(current()).isEqualTo("first");
    }

    @Test
    void whatCouldNotBeKeptIsTriedOnceMoreAtTheEnd() {
        // Given
        broughtDuringADefect();
        state.recover();

        // When
        here.lastKept();

        // Then
        assertThat(current()).isEqualTo("second");
    }

    @Test
    void whatCannotBeKeptAtTheEndIsSaidToBeLost() {
        // Given
        broughtDuringADefect();
        state.goAway();

        // When
        try (Logged log = new Logged()) {
            here.lastKept();

            // Then
            assertThat(log.lines())
                    .hasSize(2)
                    .contains("a renewed token of dmp could not be kept, and is lost (1 so far)");
        }
    }

    @Test
    void whatIsKeptTwiceTakesNoPlaceThatIsAnothersByThen() {
        // Given
        clock.advance(Duration.ofSeconds(61));
        assertThatThrownBy(() -> here.toSend(session, "dmp", way(ending -> {
                    state.goAwayAfter(1); // the session has the token, whose place is not given back
                    return Outcome.next(token("second"));
                })))
                .isInstanceOf(StateUnavailableException.class);
        state.recover();
        clock.advance(Duration.ofMinutes(1));
        Session renewed = sessions.peek(session.id()).orElseThrow();

        // When
        there.toSend(renewed, "dmp", way(ending -> {
            sessions.end(session.id());
            here.keepUnkept();
            assertThat(place())
                    .hasValueSatisfying(third -> assertThat(third.isUnderWay()).isTrue());
            return Outcome.next(token("third"));
        }));

        // Then
        assertThat(here.last(renewed, "dmp").access().value()).isEqualTo("third");
    }

    private Optional<Renewal> place() {
        return state.store("proxy.renewals", Shape.of(Renewal.class), 10)
                .get(session.id().value() + "/dmp");
    }

    private void broughtDuringADefect() {
        clock.advance(Duration.ofSeconds(61));
        assertThatThrownBy(() -> here.toSend(session, "dmp", way(ending -> {
                    state.failWith(new IllegalStateException("a defect"));
                    return Outcome.next(token("second"));
                })))
                .hasMessage("a defect");
    }

    private String current() {
        Session now = sessions.peek(session.id()).orElseThrow();
        return now.apiTokens().get("dmp").current().access().value();
    }

    private Renewals copy() {
        return new Renewals(state, sessions, clock, Duration.ofMillis(100));
    }

    private Session opened() {
        Asked asked = new Asked(Chain.PERSON, "42", Chain.ALPHA, "CARD", null);
        PscTokens tokens = new PscTokens(new Token("psc-access"), new Token("psc-id"), "state", Optional.empty());
        Authenticated authenticated = new Authenticated(new Identified(asked, null, CLIENT), tokens);
        return sessions.open(new Equipped(authenticated, Map.of("dmp", token("first"))))
                .fold(Function.identity(), refused -> {
                    throw new AssertionError(refused.sentence().en());
                });
    }

    /** One of a minute. */
    private ApiToken token(String name) {
        Instant now = clock.instant();
        ApiToken.Renewal renewal =
                new ApiToken.Renewal(new Token("refresh-" + name), Optional.empty(), Optional.of(now.plusSeconds(30)));
        return new ApiToken(new Token(name), Optional.of(now.plusSeconds(60)), Optional.of(renewal));
    }

    private static Refused refused() {
        return UpstreamAnswer.refused(SERVER, "400 - invalid_grant : spent", List.of(), JsonObject.EMPTY);
    }

    private static String access(Outcome<ApiToken> outcome) {
        return outcome.fold(
                token -> token.access().value(),
                refused -> String.valueOf(refused.wire().response().status()));
    }

    private static Renewal.Way way(Function<ApiToken, Outcome<ApiToken>> redeeming) {
        return new Renewal.Way() {
            @Override
            public Outcome<ApiToken> redeem(ApiToken ending) {
                return redeeming.apply(ending);
            }

            @Override
            public Refused refused(HeldToken.Refusal before) {
                return UpstreamAnswer.refused(SERVER, before.message(), before.rules(), JsonObject.EMPTY);
            }

            @Override
            public Refused underWay() {
                return Refused.byUpstreamFailure(WireError.empty(503, WireError.UNAVAILABLE), SERVER);
            }
        };
    }
}
