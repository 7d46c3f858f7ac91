package fr.accroche.redis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The doors for whoever tests, of two copies of one server. */
class SharedDoorsTest {

    private static final String FAULTS = "/__accroche/faults";
    private static final String CLOCK = "/__accroche/clock";

    @RegisterExtension
    static final RedisServer redis = new RedisServer();

    private DoorsCopy here;
    private DoorsCopy there;

    @BeforeEach
    void twoCopies(TestInfo test) {
        String room = test.getTestMethod().orElseThrow().getName();
        here = new DoorsCopy(redis.address(), room);
        there = new DoorsCopy(redis.address(), room);
    }

    @AfterEach
    void closed() {
        here.close();
        there.close();
    }

    @Test
    void aFaultOfTwoTimesIsMetTwiceOverBothAndInOrder() throws Exception {
        assertThat(here.post(FAULTS, "endpoint=token&do=status:503&times=2").body())
                .contains("\"id\":1");
        assertThat(there.post(FAULTS, "endpoint=token&do=refuse").body()).contains("\"id\":2");

        assertThat(met(there, "")).contains("status:503");
        assertThat(met(here, "")).contains("status:503");
        assertThat(met(there, "")).contains("refuse");
        assertThat(met(here, "")).isEmpty();
        assertThat(here.get("/__accroche/state").body().strip()).isEqualTo("{\"sessions\":0,\"faults\":0}");
    }

    @Test
    void ofTwentyCallsAtOnceThreeMeetAFaultOfThreeTimes() {
        here.faults.add(FaultOrder.next("token", new FaultAct.Close()).times(3));

        List<CompletableFuture<Optional<String>>> calls = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> met(i % 2 == 0 ? here : there, "")))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                .hasSize(3);
    }

    @Test
    void anyFaultIsMetElsewhereAsItWasSet() throws Exception {
        List<String> acts = List.of(
                "status:418", "refuse", "close", "garbage", "empty", "delay:PT0.25S", "advance:PT2M", "rotate-keys");
        for (String act : acts) {
            assertThat(here.post(FAULTS, "endpoint=token&clientId=alpha&do=" + act)
                            .statusCode())
                    .isEqualTo(201);
        }
        here.post(FAULTS, "do=expired-token&clientId=alpha");

        assertThat(met(there, "client_id=beta")).isEmpty();
        assertThat(Stream.generate(() -> met(there, "client_id=alpha"))
                        .limit(acts.size())
                        .map(Optional::orElseThrow))
                .containsExactlyElementsOf(acts);
        assertThat(there.faults.marked("expired-token", "alpha")).isTrue();
        assertThat(here.faults.marked("expired-token", "alpha")).isFalse();
    }

    @Test
    void aFaultForgottenAtOneIsMetAtNone() throws Exception {
        here.post(FAULTS, "endpoint=token&do=refuse");
        here.post(FAULTS, "endpoint=token&do=empty");

        assertThat(there.send("DELETE", FAULTS + "?id=1", "").statusCode()).isEqualTo(204);
        assertThat(met(here, "")).contains("empty");

        here.post(FAULTS, "endpoint=token&do=refuse");
        there.sessions.put("a", "1", Instant.now().plusSeconds(60));
        assertThat(there.post("/__accroche/reset", "").statusCode()).isEqualTo(204);
        assertThat(here.get("/__accroche/state").body().strip()).isEqualTo("{\"sessions\":0,\"faults\":0}");
        assertThat(here.post(FAULTS, "endpoint=token&do=refuse").body()).contains("\"id\":4");
    }

    @Test
    void aClockMovedFrozenOrResetAtOneIsSoAtTheOther() throws Exception {
        there.post(CLOCK, "advance=4h");
        Eventually.holds(() -> assertThat(here.clock.reading().offset()).isEqualTo(Duration.ofHours(4)));

        String frozen = here.post(CLOCK, "freeze=true").body().replaceFirst(",\"offset.*\\s*", "");
        Eventually.holds(() -> assertThat(there.clock.reading().frozen()).isTrue());
        assertThat(there.get(CLOCK).body()).startsWith(frozen);
        here.sessions.put("a", "1", here.clock.instant().plusSeconds(60));
        there.post(CLOCK, "advance=1m");
        assertThat(there.sessions.get("a")).isEmpty();

        there.post(CLOCK, "reset=true");
        Eventually.holds(() -> assertThat(here.clock.reading().offset()).isEqualTo(Duration.ZERO));
        assertThat(here.clock.instant()).isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void isAliveButNotReadyWhileItsStateIsAwayAndReadyWhenItIsBack() throws Exception {
        assertThat(here.get("/health/ready").statusCode()).isEqualTo(200);
        here.post(CLOCK, "advance=1h");

        redis.stop();
        try {
            HttpResponse<String> ready = here.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(ready.headers().firstValue("Retry-After")).isPresent();
            assertThat(ready.body()).contains(redis.address(), "cannot be reached");
            assertThat(here.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(here.post(FAULTS, "endpoint=token&do=refuse").statusCode())
                    .isEqualTo(503);
            assertThat(here.post(CLOCK, "advance=1h").statusCode()).isEqualTo(503);
            assertThat(here.clock.reading().offset()).isEqualTo(Duration.ofHours(1));
        } finally {
            redis.start();
        }
        Eventually.holds(() -> assertThat(here.status("/health/ready")).isEqualTo(200));
        here.post(CLOCK, "advance=1h");
        Eventually.holds(() -> assertThat(there.clock.reading().offset()).isEqualTo(Duration.ofHours(2)));
    }

    private static Optional<String> met(DoorsCopy copy, String form) {
        Peer peer =
                new Peer(InetSocketAddress.createUnresolved("peer", 1), List.of(), Optional.empty(), Optional.empty());
        Headers typed = Headers.of("Content-Type", "application/x-www-form-urlencoded");
        Request call = new Request("POST", "/token", typed, form.getBytes(StandardCharsets.UTF_8), peer);
        return copy.faults.meet("token", call).order().map(order -> order.act().text());
    }
}
