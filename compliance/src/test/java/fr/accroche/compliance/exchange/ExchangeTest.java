package fr.accroche.compliance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static Hop hop(int at, Stage stage, Map<Fact, String> facts) {
        Map<Fact, Observed> noted = new EnumMap<>(Fact.class);
        facts.forEach((fact, value) -> noted.put(fact, new Observed(value, "test")));
        return new Hop(
                NOW.plusSeconds(at),
                Duration.ZERO,
                stage,
                "test",
                "GET /",
                200,
                Optional.empty(),
                new ClientCertificate.NotAsked(),
                noted,
                List.of());
    }

    @Test
    void hopsThatShareATokenThroughOthersAreOneSession() {
        Hop exchange = hop(2, Stage.EXCHANGE, Map.of(Fact.PSC_TOKEN, "p", Fact.API_TOKEN, "a"));
        Hop token = hop(1, Stage.PSC_TOKEN, Map.of(Fact.PSC_TOKEN, "p", Fact.CLIENT_ID, "alpha"));
        Hop business = hop(3, Stage.BUSINESS, Map.of(Fact.API_TOKEN, "a"));
        Hop other = hop(4, Stage.BUSINESS, Map.of(Fact.API_TOKEN, "b"));

        List<Exchange> exchanges = Exchange.of(List.of(business, exchange, other, token));

        assertThat(exchanges)
                .extracting(Exchange::hops)
                .containsExactly(List.of(token, exchange, business), List.of(other));
        assertThat(exchanges.get(0).clientId()).contains("alpha");
    }

    @Test
    void aPscTokenSentAsBearerFindsItsSession() {
        Hop token = hop(1, Stage.PSC_TOKEN, Map.of(Fact.PSC_TOKEN, "p"));
        Hop business = hop(2, Stage.BUSINESS, Map.of(Fact.API_TOKEN, "p"));

        assertThat(Exchange.of(List.of(token, business))).hasSize(1);
    }

    @Test
    void aHopWithoutCorrelationGoesToTheOnlySessionOfItsClient() {
        Hop connect = hop(1, Stage.PROXY_CONNECT, Map.of(Fact.CLIENT_ID, "alpha", Fact.TRACE_ID, "t"));
        Hop refused = hop(2, Stage.PSC_CIBA, Map.of(Fact.CLIENT_ID, "alpha"));
        Hop unknown = hop(3, Stage.HANDSHAKE_FAILED, Map.of());

        assertThat(Exchange.of(List.of(connect, refused, unknown)))
                .extracting(exchange -> exchange.hops().size())
                .containsExactly(2, 1);
    }

    @Test
    void aDayOfStraysIsSortedInNoTime() {
        List<Hop> strays = IntStream.range(0, 50_000)
                .mapToObj(at -> hop(at, Stage.PSC_DISCOVERY, Map.of()))
                .toList();

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(Exchange.of(strays)).hasSize(50_000));
    }

    @Test
    void twoSessionsOfOneClientStayApart() {
        Hop first = hop(1, Stage.PROXY_CONNECT, Map.of(Fact.CLIENT_ID, "alpha", Fact.TRACE_ID, "t1"));
        Hop second = hop(2, Stage.PROXY_CONNECT, Map.of(Fact.CLIENT_ID, "alpha", Fact.TRACE_ID, "t2"));
        Hop stray = hop(3, Stage.PSC_CIBA, Map.of(Fact.CLIENT_ID, "alpha"));

        assertThat(Exchange.of(List.of(first, second, stray))).hasSize(3);
    }

    /** A proxy that keeps no trace and says no session: what came as it was sent tells which session it was. */
    @Test
    void putsWhatAnLpsNotedToTheSessionThatReceivedIt() {
        List<Hop> hops = List.of(
                hop(0, Stage.LPS_CONNECT, Map.of(Fact.TRACE_ID, "t1", Fact.CLIENT_ID, "alpha")),
                hop(1, Stage.PSC_TOKEN, Map.of(Fact.PSC_TOKEN, "p1", Fact.CLIENT_ID, "alpha")),
                hop(2, Stage.PSC_TOKEN, Map.of(Fact.PSC_TOKEN, "p2", Fact.CLIENT_ID, "alpha")),
                hop(3, Stage.LPS_SEND, Map.of(Fact.TRACE_ID, "t1", Fact.BODY_SHA256, "b1")),
                hop(4, Stage.BUSINESS, Map.of(Fact.API_TOKEN, "p2", Fact.BODY_SHA256, "b1")));

        List<Exchange> exchanges = Exchange.of(hops);

        assertThat(exchanges).hasSize(2);
        assertThat(exchanges.get(0).hops())
                .extracting(Hop::stage)
                .containsExactly(Stage.LPS_CONNECT, Stage.PSC_TOKEN, Stage.LPS_SEND, Stage.BUSINESS);
    }

    @Test
    void putsWhatAnLpsNotedToTheOnlySessionOfItsClient() {
        List<Hop> hops = List.of(
                hop(0, Stage.LPS_CONNECT, Map.of(Fact.TRACE_ID, "t1", Fact.CLIENT_ID, "alpha")),
                hop(0, Stage.LPS_CONNECT, Map.of(Fact.TRACE_ID, "t2", Fact.CLIENT_ID, "beta")),
                hop(1, Stage.PSC_TOKEN, Map.of(Fact.PSC_TOKEN, "p1", Fact.CLIENT_ID, "alpha")),
                hop(3, Stage.LPS_SEND, Map.of(Fact.TRACE_ID, "t1", Fact.BODY_SHA256, "b1")),
                hop(4, Stage.BUSINESS, Map.of(Fact.API_TOKEN, "p1", Fact.BODY_SHA256, "changed")));

        assertThat(Exchange.of(hops))
                .extracting(exchange -> exchange.hops().size())
                .containsExactlyInAnyOrder(4, 1);
    }
}
