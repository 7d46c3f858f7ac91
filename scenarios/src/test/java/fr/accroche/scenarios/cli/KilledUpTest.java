package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in mid-session: what was answered is traced, the session is gone, and the next run works in the same folder. */
class KilledUpTest {

    private static final int SENDERS = 3;
    private static final int ANSWERS_BEFORE = 15;
    private static final String NO_SESSION = "{\"code\":\"401\",\"message\":\"No session found.\",\"metadata\":{}}";

    @TempDir
    private Path directory;

    private final String since = "/traces?start=" + Clock.systemUTC().instant();
    private WireRuntime runtime;
    private WireClient client;
    private URI proxy;
    private int base;

    @BeforeEach
    void connections() {
        runtime = WireRuntime.start();
        client = new WireClient(
                runtime, ClientSettings.trusting(TestFolders.open().igc().roots(Branch.TEST)));
        base = UpCommandTest.freeBlock();
        proxy = URI.create("https://localhost:" + (base + 7));
    }

    @AfterEach
    void closed() {
        client.close();
        runtime.close();
    }

    @Test
    @Timeout(120)
    void losesNoTraceOfWhatWasAnswered() throws Exception {
        // Given
        String cookie;
        List<String> answered;
        try (UpProcess up = UpProcess.start(directory, base, TestFolders.PATH)) {
            up.upTo("ready; Ctrl-C");
            cookie = connect();

            // When
            answered = sendUntilKilled(up, cookie);
        }

        // Then
        try (UpProcess up = UpProcess.start(directory, base, TestFolders.PATH)) {
            up.upTo("ready; Ctrl-C");
            assertThat(traced("CONNECT_SUCCESS", cookie)).hasSize(1);
            assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERS_BEFORE);
            assertThat(traced("SEND", cookie)).containsAll(answered).doesNotHaveDuplicates();
            Response old = call("POST", "/send/dmp/again", cookie, "<a/>");
            assertThat(old.status()).isEqualTo(401);
            assertThat(old.text()).isEqualTo(NO_SESSION);
            assertThat(old.headers().first("Set-Cookie").orElseThrow()).contains("Max-Age=0");

            String fresh = connect();
            assertThat(fresh).isNotEqualTo(cookie);
            assertThat(call("POST", "/send/dmp/fresh", fresh, "<a/>").status()).isNotEqualTo(401);
            assertThat(call("DELETE", "/disconnect", fresh, "").status()).isEqualTo(200);
            assertThat(traced("SEND", fresh)).containsExactly("/fresh");
            anotherOneIsRefusedTheFile();
        }
    }

    private void anotherOneIsRefusedTheFile() {
        CommandLineRun second = CommandLineRun.in(
                directory,
                "up",
                "--ports",
                String.valueOf(UpCommandTest.freeBlock()),
                "--work",
                TestFolders.PATH.toString());

        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.err().lines())
                .singleElement()
                .asString()
                .contains("proxy.ndjson: another proxy writes its traces there", "settings.proxy.traces: memory");
    }

    /** Several at once, as only a burst can be met in mid-write. */
    private List<String> sendUntilKilled(UpProcess up, String cookie) throws Exception {
        CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<List<String>>> underWay = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            String prefix = "/" + sender + "-";
            underWay.add(senders.submit(() -> sendUntilItFails(prefix, cookie, enough)));
        }
        senders.shutdown();
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        up.kill();
        List<String> answered = new ArrayList<>();
        for (Future<List<String>> one : underWay) {
            answered.addAll(one.get());
        }
        return answered;
    }

    private List<String> sendUntilItFails(String prefix, String cookie, CountDownLatch enough) {
        List<String> answered = new ArrayList<>();
        try {
            while (true) {
                String path = prefix + answered.size();
                call("POST", "/send/dmp" + path, cookie, "<a/>");
                answered.add(path);
                enough.countDown();
            }
        } catch (IOException killed) {
            return answered;
        }
    }

    private String connect() throws IOException {
        String asked = JsonObject.EMPTY
                .with("nationalId", "899900000011")
                .with("bindingMessage", "42")
                .with("clientId", "alpha-edc-bas")
                .with("channel", "MOBILE")
                .compact();
        Response response = call("POST", "/connect", "", asked);
        assertThat(response.status()).isEqualTo(200);
        return response.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private List<String> traced(String type, String cookie) throws IOException {
        return ((JsonArray) Json.parse(call("GET", since, "", "").body()))
                .items().stream()
                        .map(JsonObject.class::cast)
                        .filter(trace -> trace.text("type").equals(Optional.of(type)))
                        .filter(trace -> cookie.endsWith(
                                "=" + trace.text("proxy_id_session").orElse("none")))
                        .map(trace -> trace.object("apiRequest")
                                .flatMap(call -> call.text("path"))
                                .orElse(""))
                        .toList();
    }

    private Response call(String method, String path, String cookie, String body) throws IOException {
        Headers headers = Headers.of("Content-Type", "application/json");
        return client.send(new ClientRequest(
                method,
                proxy.resolve(path),
                cookie.isEmpty() ? headers : headers.plus("Cookie", cookie),
                body.getBytes(StandardCharsets.UTF_8)));
    }
}
