package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Headers;
import fr.accroche.wire.WireClient;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Chain chain = Chain.sound();
    private Lps lps;

    @BeforeEach
    void open() {
        chain.forget();
        lps = chain.lps();
    }

    @AfterAll
    void close() {
        chain.close();
    }

    @Test
    void notesAConnection() throws Exception {
        // When
        lps.connect(Chain.ALPHA);

        // Then
        Hop hop = chain.lastHop();
        assertThat(hop.stage()).isEqualTo(Stage.PROXY_CONNECT);
        assertThat(hop.server()).isEqualTo("proxy");
        assertThat(hop.call()).isEqualTo("POST /connect");
        assertThat(hop.status()).isEqualTo(200);
        assertThat(hop.client()).isEqualTo(new ClientCertificate.NotAsked());
        assertThat(hop.value(Fact.CLIENT_ID)).contains(Chain.ALPHA);
        assertThat(hop.value(Fact.LOGIN_HINT)).contains(Chain.PERSON);
        assertThat(hop.value(Fact.BINDING_MESSAGE)).contains("42");
        assertThat(hop.value(Fact.CHANNEL)).contains("CARD");
        assertThat(hop.value(Fact.PSC_SESSION)).contains("psc-session-1");
        assertThat(hop.value(Fact.PSC_TOKEN)).contains(Fact.PSC_TOKEN.redact("psc-token-1-of-alpha-edc-bas"));
        assertThat(hop.value(Fact.PROXY_SESSION)).contains(Fact.PROXY_SESSION.redact(session()));
        assertThat(hop.value(Fact.TRACE_ID).orElseThrow()).matches("[0-9a-f]{32}");
    }

    @Test
    void notesWhatItLearntBeforeARefusal() throws Exception {
        // Given
        chain.authorization.on("/insi", Answers.oauth(400, "invalid_request", "no"));

        // When
        lps.connect(Chain.ALPHA);

        // Then
        Hop hop = chain.lastHop();
        assertThat(hop.status()).isEqualTo(401);
        assertThat(hop.answer()).contains("400 - invalid_request : no");
        assertThat(hop.value(Fact.PSC_SESSION)).contains("psc-session-1");
        assertThat(hop.value(Fact.CLIENT_ID)).contains(Chain.ALPHA);
        assertThat(hop.value(Fact.PROXY_SESSION)).isEmpty();
    }

    @Test
    void notesABusinessRequest() throws Exception {
        // Given
        lps.connect(Chain.ALPHA);
        Headers headers = Headers.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "SOAPAction", "\"urn:a\"");

        // When
        lps.call("POST", "/send/insi/x", headers, "body");

        // Then
        Hop hop = chain.lastHop();
        assertThat(hop.stage()).isEqualTo(Stage.PROXY_SEND);
        assertThat(hop.status()).isEqualTo(200);
        assertThat(hop.value(Fact.TRACE_ID)).contains(TRACE);
        assertThat(hop.value(Fact.CLIENT_ID)).contains(Chain.ALPHA);
        assertThat(hop.value(Fact.PSC_SESSION)).contains("psc-session-1");
        assertThat(hop.value(Fact.PROXY_SESSION)).contains(Fact.PROXY_SESSION.redact(session()));
        assertThat(hop.value(Fact.TELESERVICE)).contains("INSi");
        assertThat(hop.value(Fact.ACTION)).contains("urn:a");
        assertThat(hop.value(Fact.BODY_SHA256)).contains(sha256("body"));
        assertThat(hop.value(Fact.API_TOKEN))
                .contains(Fact.API_TOKEN.redact("api-token/insi-for-alpha-edc-bas-from-psc-token-1-of-alpha-edc-bas"));
    }

    @Test
    void notesTheActionOfASoap12RequestOrElseMethodAndPath() throws Exception {
        // Given
        lps.connect(Chain.ALPHA);

        // When
        lps.call("POST", "/send/dmp/x", Headers.of("Content-Type", "application/soap+xml; action=\"urn:b\""), "");
        Hop soap = chain.lastHop();
        chain.clock.advance(Duration.ofSeconds(1));
        lps.get("/send/dmp/y?q=1");
        Hop other = chain.lastHop();

        // Then
        assertThat(soap.value(Fact.ACTION)).contains("urn:b");
        assertThat(other.value(Fact.ACTION)).contains("GET /send/dmp/y");
    }

    @Test
    void notesWhoseCallGoesNowhere() throws Exception {
        // Given
        lps.connect(Chain.ALPHA);

        // When
        lps.get("/send/nowhere/x");

        // Then
        assertThat(chain.lastHop().status()).isEqualTo(404);
        assertThat(chain.lastHop().value(Fact.CLIENT_ID)).contains(Chain.ALPHA);
    }

    @Test
    void notesADisconnection() throws Exception {
        // Given
        lps.connect(Chain.ALPHA);
        String session = session();

        // When
        lps.disconnect();

        // Then
        Hop hop = chain.lastHop();
        assertThat(hop.stage()).isEqualTo(Stage.PROXY_DISCONNECT);
        assertThat(hop.value(Fact.CLIENT_ID)).contains(Chain.ALPHA);
        assertThat(hop.value(Fact.PSC_SESSION)).contains("psc-session-1");
        assertThat(hop.value(Fact.PROXY_SESSION)).contains(Fact.PROXY_SESSION.redact(session));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/connect,PROXY_CONNECT,405",
        "POST,/connect,PROXY_CONNECT,400",
        "GET,/disconnect,PROXY_DISCONNECT,405",
        "DELETE,/disconnect,PROXY_DISCONNECT,401",
        "POST,/send/dmp/x,PROXY_SEND,401",
        "POST,/send/nowhere,PROXY_SEND,404",
        "POST,/conect,REQUEST_REFUSED,404"
    })
    void makesOneHopOfACallThatIsRefused(String method, String path, Stage stage, int status) throws Exception {
        // When
        lps.call(method, path, Headers.EMPTY, "");

        // Then
        assertThat(chain.hops).singleElement().satisfies(hop -> {
            assertThat(hop.stage()).isEqualTo(stage);
            assertThat(hop.status()).isEqualTo(status);
            assertThat(hop.answer()).isPresent();
        });
    }

    @Test
    void callsEveryServerInTheTraceAndTheSpanOfTheConnection() throws Exception {
        // When
        lps.connect(Chain.ALPHA);

        // Then
        Hop connection = chain.lastHop();
        String caller = connection.value(Fact.TRACE_ID).orElseThrow() + "-"
                + connection.value(Fact.SPAN_ID).orElseThrow();
        List<Seen> calls = new ArrayList<>(chain.psc.seen());
        calls.addAll(chain.authorization.seen());
        assertThat(calls)
                .hasSize(5)
                .allMatch(seen -> seen.header("traceparent").orElseThrow().contains(caller));
    }

    @Test
    void recordsAFailedHandshake() {
        // Given
        ClientSettings trustingNobodyHere = ClientSettings.trusting(
                List.of(Certificates.UNTRUSTED_SERVER.chain().get(2)));

        // When
        try (WireClient client = new WireClient(chain.runtime(), trustingNobodyHere)) {
            client.send(ClientRequest.get(URI.create(chain.uri() + "/check/alive")));
            throw new AssertionError("the handshake should fail");
        } catch (IOException expected) {
            awaitHop();
        }

        // Then
        assertThat(chain.lastHop().stage()).isEqualTo(Stage.HANDSHAKE_FAILED);
        assertThat(chain.lastHop().status()).isZero();
    }

    @Test
    void keepsNoSecret() throws Exception {
        // When
        lps.connect(Chain.ALPHA);
        String session = session();
        lps.post("/send/dmp/x", "body");
        lps.disconnect();

        // Then
        assertThat(chain.hops.toString()).doesNotContain("psc-token", "api-token", session);
    }

    private void awaitHop() {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (chain.hops.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private String session() {
        return lps.cookie().orElseThrow().split("=")[1];
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
    }
}
