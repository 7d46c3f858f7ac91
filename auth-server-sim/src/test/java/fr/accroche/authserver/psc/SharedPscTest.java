package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Caller;
import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.TokenBench;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.redis.Eventually;
import fr.accroche.redis.RedisServer;
import fr.accroche.redis.RedisState;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two copies of PSC that share a Redis answer as one. */
class SharedPscTest {

    private static final AtomicInteger ROOMS = new AtomicInteger();

    @RegisterExtension
    static final RedisServer server = new RedisServer();

    private final List<RedisState> states = new ArrayList<>();
    private PscBench here;
    private PscBench there;

    @BeforeEach
    void twoCopies() {
        String room = "room" + ROOMS.incrementAndGet();
        here = copy(room);
        there = copy(room);
    }

    private PscBench copy(String room) {
        return new PscBench(CodeBench.settings("eCps: silent"), clock -> {
            RedisState state = RedisState.connect(server.address(), room, clock);
            states.add(state);
            return state;
        });
    }

    @AfterEach
    void closed() {
        here.close();
        there.close();
        states.forEach(RedisState::close);
    }

    private void pass(Duration time) {
        here.clock.advance(time);
        there.clock.advance(time);
    }

    private static Response told(PscBench copy, String... order) throws IOException {
        ClientRequest request = Browser.form(copy.psc.uri().resolve("/__accroche/ecps"), Form.of(order));
        return copy.browser.send(Optional.empty(), request);
    }

    private JsonObject connected() throws IOException {
        String authReqId = here.ask(Identities.ALPHA, Identities.ALPHA_ID);
        told(there, "action", "allow", "auth_req_id", authReqId);
        pass(Duration.ofSeconds(1));
        return PscBench.json(here.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId));
    }

    @Test
    void aLoginAskedAtOneIsAnsweredAndPolledAtTheOtherOnce() throws IOException {
        String authReqId = here.ask(Identities.ALPHA, Identities.ALPHA_ID);

        assertThat(told(there, "action", "allow", "auth_req_id", authReqId).status())
                .isEqualTo(204);
        pass(Duration.ofSeconds(1));

        assertThat(there.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId).status())
                .isEqualTo(200);
        Response again = here.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
        assertThat(PscBench.json(again).text("error")).contains("invalid_grant");
    }

    @Test
    void ofTwoPollsAtOnceOneRedeems() throws Exception {
        String authReqId = here.ask(Identities.ALPHA, Identities.ALPHA_ID);
        told(here, "action", "allow", "auth_req_id", authReqId);
        pass(Duration.ofSeconds(1));

        List<Integer> statuses = Stream.of(here, there, here, there)
                .parallel()
                .map(copy -> polled(copy, authReqId))
                .toList();

        assertThat(statuses).containsOnlyOnce(200);
    }

    private static int polled(PscBench copy, String authReqId) {
        try {
            return copy.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId).status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAProfessionalIsToldToDoAtOneHoldsAtTheOther() throws IOException {
        told(here, "action", "deny", "login_hint", PscBench.PERSON);

        String authReqId = there.ask(Identities.ALPHA, Identities.ALPHA_ID);
        pass(Duration.ofSeconds(1));

        Response denied = there.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
        assertThat(PscBench.json(denied).text("error")).contains("access_denied");
    }

    @Test
    void aCodeOfOneIsRedeemedAtTheOtherAndAgainNowhere() throws IOException {
        told(there, "action", "allow", "login_hint", PscBench.PERSON);
        String code = new CodeBench(here).code();

        Response redeemed = new CodeBench(there).redeem(CodeBench.redemption(code));
        assertThat(redeemed.status()).isEqualTo(200);
        assertThat(new CodeBench(here).redeem(CodeBench.redemption(code)).status())
                .isEqualTo(400);

        String access = TokenBench.access(PscBench.json(redeemed));
        assertThat(new TokenBench(there).active(Caller.ALPHA, access)).isFalse();
    }

    @Test
    void aRefreshTokenServesOnceOverBothAndItsReuseEndsTheGrant() throws IOException {
        JsonObject first = connected();

        Response second = new TokenBench(there).refresh(Caller.ALPHA, TokenBench.refreshToken(first));
        assertThat(second.status()).isEqualTo(200);
        String access = TokenBench.access(PscBench.json(second));
        assertThat(new TokenBench(here).active(Caller.ALPHA, access)).isTrue();

        assertThat(new TokenBench(here)
                        .refresh(Caller.ALPHA, TokenBench.refreshToken(first))
                        .status())
                .isEqualTo(400);
        assertThat(new TokenBench(there).active(Caller.ALPHA, access)).isFalse();
    }

    @Test
    void withoutItsStateItSaysSoAndGoesOnAfterwards() throws IOException {
        String authReqId = here.ask(Identities.ALPHA, Identities.ALPHA_ID);
        told(here, "action", "allow", "auth_req_id", authReqId);
        pass(Duration.ofSeconds(1));
        server.stop();
        try {
            Response away = here.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);

            assertThat(away.status()).isEqualTo(503);
            assertThat(away.headers().first("Retry-After")).isPresent();
            assertThat(PscBench.json(away).text("detail").orElseThrow()).contains(server.address());
            Hop hop = here.journal.last();
            assertThat(hop.status()).isEqualTo(503);
            assertThat(hop.answer()).contains("state_unavailable");
        } finally {
            server.start();
        }

        Eventually.holds(() -> assertThat(polled(there, authReqId)).isEqualTo(200));
    }
}
