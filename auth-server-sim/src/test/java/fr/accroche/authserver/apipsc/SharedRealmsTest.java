package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.redis.Eventually;
import fr.accroche.redis.RedisServer;
import fr.accroche.redis.RedisState;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two copies of the authorization servers on one Redis; PSC tells its logouts to one of them. */
class SharedRealmsTest {

    private static final String SETTINGS =
            "apiPsc: { followsPscSession: true, subjectTokenOnce: true, subjectTokenCheck: local-jwks }";

    @RegisterExtension
    static final RedisServer redis = new RedisServer();

    private static ApiBench bench;
    private static RedisState stateHere;
    private static RedisState stateThere;
    private static ApiPscSim here;
    private static ApiPscSim there;

    @BeforeAll
    static void start() {
        bench = new ApiBench(Declarations.with(SETTINGS), same -> same, clock -> {
            stateHere = RedisState.connect(redis.address(), "room", clock);
            return stateHere;
        });
        stateThere = RedisState.connect(redis.address(), "room", bench.psc.clock);
        here = bench.api;
        there = bench.copy(stateThere);
    }

    @AfterAll
    static void stop() {
        there.close();
        bench.close();
        stateThere.close();
        stateHere.close();
    }

    /** Returns once both copies know. */
    private static void back() {
        redis.start();
        Eventually.holds(stateHere::require);
        Eventually.holds(stateThere::require);
    }

    private static Response call(ApiPscSim copy, Form form) throws IOException {
        return bench.psc.browser.post(Identities.ALPHA, copy.tokenEndpoint(Teleservice.DMP), form);
    }

    private static JsonObject tokens(ApiPscSim copy) throws IOException {
        return PscBench.json(call(copy, ApiBench.exchange(bench.pscToken())));
    }

    private static boolean active(ApiPscSim copy, JsonObject tokens) throws IOException {
        URI introspection = URI.create(copy.tokenEndpoint(Teleservice.DMP) + "/introspect");
        Form form = Form.of("token", tokens.text("access_token").orElseThrow());
        return PscBench.json(bench.psc.browser.post(Identities.TELESERVICE, introspection, form))
                .bool("active")
                .orElseThrow();
    }

    private static Form renewal(JsonObject tokens) {
        return ApiBench.renewal(tokens.text("refresh_token").orElseThrow());
    }

    @Test
    void aTokenOfOneIsIntrospectedAndRevokedAtTheOther() throws IOException {
        JsonObject tokens = tokens(here);
        assertThat(active(there, tokens)).isTrue();

        Form revocation = Form.of(
                "client_id",
                Identities.ALPHA_ID,
                "token",
                tokens.text("access_token").orElseThrow());
        bench.psc.browser.post(Identities.ALPHA, there.revocationEndpoint(Teleservice.DMP), revocation);

        assertThat(active(here, tokens)).isFalse();
        assertThat(call(here, renewal(tokens)).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenIsRedeemedOnceOverBothAndASecondUseRevokes() throws IOException {
        JsonObject first = tokens(here);
        JsonObject second = PscBench.json(call(there, renewal(first)));
        assertThat(active(here, first)).isTrue();
        assertThat(active(here, second)).isTrue();

        Response again = call(here, renewal(first));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("used before");
        assertThat(active(there, first)).isFalse();
        assertThat(active(there, second)).isFalse();
        assertThat(call(there, renewal(second)).status()).isEqualTo(400);
    }

    /** None does where a second use ends the grant before the first one is answered. */
    @Test
    void ofManyThatRedeemAtOnceOneAtMostDoesAndAllEndsWithIt() throws IOException {
        JsonObject first = tokens(there);

        List<CompletableFuture<Response>> all = IntStream.range(0, 6)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> unchecked(i % 2 == 0 ? here : there, renewal(first))))
                .toList();

        Map<Integer, List<Response>> answers =
                all.stream().map(CompletableFuture::join).collect(Collectors.groupingBy(Response::status));
        List<Response> renewed = answers.getOrDefault(200, List.of());
        assertThat(answers).containsKey(400).containsOnlyKeys(200, 400);
        assertThat(renewed).hasSizeLessThanOrEqualTo(1);
        assertThat(active(here, first)).isFalse();
        for (Response one : renewed) {
            assertThat(active(there, PscBench.json(one))).isFalse();
        }
    }

    private static Response unchecked(ApiPscSim copy, Form form) {
        try {
            return call(copy, form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLogoutToldToOneEndsWhatTheOtherIssuedAndIsKnownThere() throws IOException {
        JsonObject session = bench.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
        String subject = session.text("access_token").orElseThrow();
        JsonObject tokens = PscBench.json(call(there, ApiBench.exchange(subject)));
        JsonObject others = tokens(there);

        bench.psc.browser.send(
                Optional.empty(),
                Browser.form(
                        bench.psc.at("logout"),
                        Form.of("id_token_hint", session.text("id_token").orElseThrow())));

        assertThat(bench.journal.last(Stage.API_LOGOUT).status()).isEqualTo(200);
        assertThat(active(there, tokens)).isFalse();
        assertThat(active(here, others)).isTrue();
        assertThat(call(there, renewal(tokens)).status()).isEqualTo(400);
        assertThat(call(there, ApiBench.exchange(subject)).status()).isEqualTo(400);
        assertThat(bench.journal.last().breaches().toString()).contains("TOK-02");
    }

    @Test
    void aPscTokenServesOnceOverBoth() throws IOException {
        Form exchange = ApiBench.exchange(bench.pscToken());

        assertThat(Stream.of(call(here, exchange), call(there, exchange)).map(Response::status))
                .containsExactly(200, 400);
    }

    @Test
    void aFaultOfTwoTimesSetAtOneIsMetTwiceOverBoth() throws IOException {
        here.faults().add(FaultOrder.next("exchange", new FaultAct.Status(502)).times(2));
        Form exchange = ApiBench.exchange(bench.pscToken());

        assertThat(Stream.of(call(there, exchange), call(here, exchange), call(there, exchange))
                        .map(Response::status))
                .containsExactly(502, 502, 200);
    }

    @Test
    void keysThatRotateAtOneArePublishedAtBoth() throws IOException {
        List<String> before = keyIds(there);

        here.faults().add(FaultOrder.next("certs", new FaultAct.Deed("rotate-keys")));
        List<String> rotated = keyIds(there);

        assertThat(rotated).hasSize(2).containsAll(before);
        assertThat(keyIds(here)).isEqualTo(rotated);
    }

    private static List<String> keyIds(ApiPscSim copy) throws IOException {
        URI certs = copy.tokenEndpoint(Teleservice.DMP).resolve("certs");
        return PscBench.json(bench.psc.browser.send(Optional.empty(), ClientRequest.get(certs)))
                .array("keys")
                .orElseThrow()
                .objects()
                .stream()
                .map(key -> key.text("kid").orElseThrow())
                .toList();
    }

    @Test
    void saysSoWhileItsStateIsAwayAndGoesOnWithAllItHadWhenItIsBack() throws IOException {
        JsonObject tokens = tokens(here);
        Form exchange = ApiBench.exchange(bench.pscToken());

        redis.stop();
        Response away;
        Hop hop;
        try {
            away = call(there, exchange);
            hop = bench.journal.last();
        } finally {
            back();
        }

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.headers().first("Retry-After")).isPresent();
        assertThat(away.text()).contains("cannot be reached");
        assertThat(hop.stage()).isEqualTo(Stage.EXCHANGE);
        assertThat(hop.status()).isEqualTo(503);
        assertThat(hop.answer()).contains("state_unavailable");
        assertThat(call(there, exchange).status()).isEqualTo(200);
        Eventually.holds(
                () -> assertThat(unchecked(here, renewal(tokens)).status()).isEqualTo(200));
    }

    @Test
    void aPscTokenWhoseExchangeFailedHalfwayIsGoodElsewhere() throws IOException {
        Form exchange = ApiBench.exchange(bench.pscToken());
        bench.credential.meanwhile(redis::stop);

        Response halfway;
        try {
            halfway = call(here, exchange);
        } finally {
            bench.credential.meanwhile(() -> {});
            back();
        }

        assertThat(halfway.status()).isEqualTo(503);
        assertThat(bench.journal.last().stage()).isEqualTo(Stage.EXCHANGE);
        assertThat(bench.journal.last().answer()).contains("state_unavailable");
        assertThat(call(there, exchange).status()).isEqualTo(200);
    }
}
