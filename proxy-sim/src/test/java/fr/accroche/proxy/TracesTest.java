package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.redis.FailingState;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String ALL = "/traces?start=2020-01-01T00:00:00Z&end=2030-01-01T00:00:00Z";

    private Chain chain;
    private Lps lps;

    @BeforeEach
    void open() {
        chain = Chain.sound();
        lps = chain.lps();
    }

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void tellsASessionFromConnectionToDisconnection() throws Exception {
        // When
        lps.connect(Chain.ALPHA);
        lps.connect(Chain.ALPHA);
        lps.post("/send/dmp/a/b?secret=1", "body");
        lps.disconnect();

        // Then
        assertThat(traces())
                .extracting(trace -> trace.text("type").orElseThrow())
                .containsExactly("CONNECT_SUCCESS", "CONNECT_REPLAY", "SEND", "DISCONNECT");
        assertThat(traces())
                .allMatch(trace -> trace.text("clientId").orElseThrow().equals(Chain.ALPHA))
                .allMatch(trace -> trace.text("IdRPPS").orElseThrow().equals(Chain.PERSON))
                .allMatch(trace -> trace.text("session_state").orElseThrow().equals("psc-session-1"));
    }

    @Test
    void writesATraceExactlyAsTheContractDoes() throws Exception {
        // Given
        Response connected = lps.connect(Chain.ALPHA);
        String session =
                Json.parseObject(connected.body()).text("proxy_session_id").orElseThrow();

        // When
        lps.call("POST", "/send/dmp/a/b?secret=1", Headers.of("X-Forwarded-For", "10.0.0.1, 10.0.0.2"), "body");

        // Then
        assertThat(traces().get(1).compact())
                .isEqualTo("{\"type\":\"SEND\",\"clientId\":\"alpha-edc-bas\",\"IdRPPS\":\"899700427869\","
                        + "\"ipAddress\":\"10.0.0.1, 10.0.0.2\",\"ports\":[],"
                        + "\"proxy_id_session\":\"" + session + "\",\"session_state\":\"psc-session-1\","
                        + "\"dn\":\"CN=alpha-edc-bas, OU=300000000020002, O=EDITEUR TEST, ST=Paris (75), C=FR\","
                        + "\"timestamp\":\"2026-11-22T05:01:14.307541528Z\","
                        + "\"apiRequest\":{\"nomApiPsc\":\"dmp\",\"methode\":\"POST\",\"path\":\"/a/b\"}}");
        assertThat(traces().get(0).text("ipAddress")).contains("/127.0.0.1");
        assertThat(traces().get(0).get("ports").orElseThrow().compact()).matches("\\[\\d+]");
    }

    @Test
    void tracesARelayThatFails() throws Exception {
        // Given
        lps.connect(Chain.ALPHA);
        chain.teleservices.on("/dmp/x", Response.of(500));

        // When
        lps.get("/send/dmp/x");

        // Then
        assertThat(traces()).hasSize(2);
    }

    @Test
    void tracesNoCallThatIsBadOrWithoutSession() throws Exception {
        // When
        lps.get("/send/dmp/x");
        lps.connect(JsonObject.EMPTY);
        lps.disconnect();

        // Then
        assertThat(traces()).isEmpty();
    }

    @Test
    void tracesAConnectionOfAnUnknownClient() throws Exception {
        // When
        lps.connect("gamma-edc-bas");

        // Then
        assertThat(traces())
                .singleElement()
                .satisfies(trace -> assertThat(trace.compact())
                        .contains(
                                "\"type\":\"CONNECT_FAILURE\",\"clientId\":\"gamma-edc-bas\",\"IdRPPS\":\"899700427869\"")
                        .contains("\"proxy_id_session\":null,\"session_state\":null,\"dn\":null")
                        .doesNotContain("apiRequest"));
    }

    @Test
    void writesOneTraceALineWhenAsked() throws Exception {
        // Given
        lps.connect(Chain.ALPHA);
        lps.connect(Chain.ALPHA);

        // When
        Response response = lps.call("GET", ALL, Headers.of("Accept", "application/x-ndjson"), "");

        // Then
        assertThat(response.headers().first("Content-Type")).contains("application/x-ndjson");
        assertThat(response.text().split("\n"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    @Test
    void countsNeitherBoundIn() throws Exception {
        // Given
        lps.connect("gamma-edc-bas");
        chain.clock.advance(Duration.ofSeconds(1));

        // Then
        String at = "2026-11-22T05:01:09.307541528Z";
        assertThat(traces("?start=2026-11-22T05:01:09.307541527Z")).hasSize(1);
        assertThat(traces("?start=2026-11-22T06:01:09%2B01:00")).hasSize(1);
        assertThat(traces("?start=" + at)).isEmpty();
        assertThat(traces("?start=2020-01-01T00:00:00Z&end=" + at)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?start=",
                "?start=yesterday",
                "?start=2026-11-22",
                "?start=2026-11-22T05:01:09",
                "?start=2026-11-22T05:01:09+01:00",
                "?start=2026-11-22T05:01:09Z&end=x",
                "?start=%FF"
            })
    void refusesMomentsThatAreNone(String query) throws IOException {
        // When
        Response response = lps.get("/traces" + query);

        // Then
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
    }

    @Test
    void keepsTheLatestOnly() {
        // Given
        Traces traces = new Traces(chain.clock, new StateTraces(new MemoryState(chain.clock), 2));

        // When
        keep(traces, "1", "2", "3");

        // Then
        assertThat(persons(traces)).containsExactly("2", "3");
    }

    @Test
    void whatCouldNotBeKeptFollows() {
        // Given
        FailingState state = new FailingState(new MemoryState(chain.clock));
        Traces traces = new Traces(chain.clock, new StateTraces(state, 3));

        // When
        state.goAway();
        keep(traces, "1", "2", "3", "4");

        // Then
        assertThat(traces.size()).isEqualTo(3);
        state.recover();
        try (Logged log = new Logged()) {
            assertThat(persons(traces)).containsExactlyInAnyOrder("2", "3", "4");
            assertThat(log.lines()).containsExactly("no trace waits any more; 1 were lost so far");
        }
        assertThat(traces.size()).isZero();
    }

    @Test
    void oneThatADefectKeepsFromBeingKeptIsLeftOutAndHidesNoOutage() {
        // Given
        FailingState state = new FailingState(new MemoryState(chain.clock));
        Traces traces = new Traces(chain.clock, new StateTraces(state, 3));

        try (Logged log = new Logged()) {
            // When
            keep(traces, "1");
            state.failWith(new IllegalStateException("a defect"));
            keep(traces, "bad");
            state.recover();
            keep(traces, "2");
            state.goAway();
            keep(traces, "3");
            state.recover();

            // Then
            assertThat(persons(traces)).containsExactly("1", "2", "3");
            assertThat(log.lines()).hasSize(3);
            assertThat(log.lines().get(0)).contains("left out (1 so far)");
            assertThat(log.lines().get(1)).contains("traces wait");
            assertThat(log.lines().get(2)).contains("no trace waits");
        }
    }

    private static void keep(Traces traces, String... persons) {
        for (String person : persons) {
            Asked asked = new Asked(person, "42", Chain.ALPHA, "CARD", null);
            traces.failed(asked, new Trace.Origin("/127.0.0.1", List.of()));
        }
    }

    private static List<String> persons(Traces traces) {
        return traces.between(traces.now().minusDays(1), traces.now().plusDays(1)).stream()
                .map(trace -> trace.person().idRpps())
                .toList();
    }

    private List<JsonObject> traces() throws IOException {
        return traces(ALL.substring("/traces".length()));
    }

    private List<JsonObject> traces(String query) throws IOException {
        Response response = lps.get("/traces" + query);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type")).contains("application/json");
        return ((JsonArray) Json.parse(response.body()))
                .items().stream().map(JsonObject.class::cast).toList();
    }
}
