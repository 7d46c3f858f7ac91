package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.certs.DefectCode;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Judgement;
import fr.accroche.wire.ConnectionFailedException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutualTlsTest {

    private static final HeldCertificate GOOD = TestAuthority.ROOT.client("lps-alpha");
    private static final HeldCertificate EXPIRED = TestAuthority.ROOT.expiredClient("lps-expired");
    private static final HeldCertificate UNKNOWN = TestAuthority.OTHER.client("lps-of-another-root");
    private static final CertificateJudge JUDGE = Judges.issuedBy(TestAuthority.ROOT);
    private static final ClientAuthentication STRICT = new ClientAuthentication.Strict(JUDGE, true);
    private static final ClientAuthentication PEDAGOGIC = new ClientAuthentication.Pedagogic(JUDGE);

    /** Answers who called and what is wrong with the certificate. */
    private static final Handler WHO = request -> Response.of(
            200,
            "text/plain",
            request.peer()
                            .certificate()
                            .map(leaf -> leaf.getSubjectX500Principal().getName())
                            .orElse("nobody")
                    + " "
                    + request.peer().judgement().map(MutualTlsTest::codes).orElse("unjudged"));

    @Test
    void strictServerTellsTheHandlerWhoCalled() throws Exception {
        try (TestServer server = TestServer.start(STRICT, WHO);
                WireClient client = server.client(GOOD)) {
            Response response = client.send(ClientRequest.get(server.uri("/")));

            assertThat(response.text()).isEqualTo("CN=lps-alpha []");
            assertThat(server.observer.toldNothing()).isTrue();
        }
    }

    @Test
    void strictServerRefusesADefectInTheHandshakeAndRecordsTheChain() {
        try (TestServer server = TestServer.start(STRICT, WHO);
                WireClient client = server.client(EXPIRED)) {
            ConnectionFailedException failure = refusal(client, server);

            assertThat(failure.reason()).isEqualTo(Reason.HANDSHAKE);
            assertThat(failure).hasMessageContaining("certificate_unknown").hasMessageContaining("CN=lps-expired");
            RecordingObserver.FailedHandshake told = server.observer.nextHandshake();
            assertThat(told.peer().certificates()).isEqualTo(EXPIRED.chain());
            assertThat(told.peer().judgement()).map(MutualTlsTest::codes).contains("[EXPIRED]");
            assertThat(told.cause()).isEqualTo("client certificate refused: the certificate has expired");
        }
    }

    @Test
    void strictServerRefusesNoCertificateWhenOneIsRequired() {
        try (TestServer server = TestServer.start(STRICT, WHO);
                WireClient client = server.client()) {
            ConnectionFailedException failure = refusal(client, server);

            assertThat(failure.reason()).isEqualTo(Reason.HANDSHAKE);
            assertThat(failure).hasMessageContaining("alert").hasMessageContaining("no certificate");
            RecordingObserver.FailedHandshake told = server.observer.nextHandshake();
            assertThat(told.peer().certificates()).isEmpty();
            assertThat(told.peer().judgement()).map(MutualTlsTest::codes).contains("[NOT_PRESENTED]");
            assertThat(told.cause()).isEqualTo("client presented no certificate");
        }
    }

    @Test
    void strictServerTakesNoCertificateWhenNoneIsRequired() throws Exception {
        try (TestServer server = TestServer.start(new ClientAuthentication.Strict(JUDGE, false), WHO);
                WireClient client = server.client()) {
            assertThat(client.send(ClientRequest.get(server.uri("/"))).text()).isEqualTo("nobody [NOT_PRESENTED]");
        }
    }

    @Test
    void pedagogicServerLetsEveryCertificateInAndJudgesIt() throws Exception {
        try (TestServer server = TestServer.start(PEDAGOGIC, WHO)) {
            assertThat(who(server, Optional.of(GOOD))).isEqualTo("CN=lps-alpha []");
            assertThat(who(server, Optional.of(EXPIRED))).isEqualTo("CN=lps-expired [EXPIRED]");
            assertThat(who(server, Optional.of(UNKNOWN))).isEqualTo("CN=lps-of-another-root [UNTRUSTED_AUTHORITY]");
            assertThat(who(server, Optional.empty())).isEqualTo("nobody [NOT_PRESENTED]");
            assertThat(server.observer.toldNothing()).isTrue();
        }
    }

    @Test
    void theHandlerKnowsWhatWasNegotiated() throws Exception {
        Handler terms = request -> Response.of(
                200, "text/plain", request.peer().negotiated().orElseThrow().toString());
        try (TestServer server = TestServer.start(PEDAGOGIC, terms);
                WireClient client = server.client(GOOD)) {
            assertThat(client.send(ClientRequest.get(server.uri("/"))).text())
                    .isEqualTo("Negotiated[protocol=TLSv1.3, suite=TLS_AES_128_GCM_SHA256]");
        }
    }

    @Test
    void aClientOfOneRefusedSuiteIsRefused() {
        ClientSettings settings = ClientSettings.trusting(TestAuthority.ROOT.asRoots())
                .offeringOnly("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA");
        try (TestServer server = TestServer.start(STRICT, WHO);
                WireClient client = new WireClient(server.runtime(), settings)) {
            assertThat(refusal(client, server)).hasMessageContaining("handshake_failure");
            assertThat(server.observer.nextHandshake().peer().negotiated()).contains(Negotiated.NO_SUITE);
        }
    }

    @Test
    void serverThatAsksForNoCertificateJudgesNothing() throws Exception {
        try (TestServer server = TestServer.start(new ClientAuthentication.None(), WHO)) {
            assertThat(who(server, Optional.of(GOOD))).isEqualTo("nobody unjudged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void judgesEachConnectionAnewAndOnlyOnce(String version) throws Exception {
        AtomicInteger judged = new AtomicInteger();
        CertificateJudge counting = chain -> {
            judged.incrementAndGet();
            return JUDGE.judge(chain);
        };
        try (TestServer server = TestServer.start(new ClientAuthentication.Strict(counting, true), WHO)) {
            var context = RawClient.context(Optional.of(GOOD));
            for (int i = 0; i < 2; i++) {
                try (SSLSocket socket =
                        (SSLSocket) context.getSocketFactory().createSocket("localhost", server.port())) {
                    socket.setEnabledProtocols(new String[] {version});
                    RawClient raw = RawClient.over(socket);
                    for (int j = 0; j < 2; j++) {
                        raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                        assertThat(raw.readThrough("[]")).contains("CN=lps-alpha");
                    }
                }
            }
            assertThat(judged).hasValue(2);
        }
    }

    @Test
    void refusesWithoutAnAnswerWhenTheStrictJudgeBreaks() {
        CertificateJudge broken = chain -> {
            throw new IllegalStateException("broken judge");
        };
        try (TestServer server = TestServer.start(new ClientAuthentication.Strict(broken, true), WHO);
                WireClient client = server.client(GOOD)) {
            assertThat(refusal(client, server)).isNotNull();
            assertThat(server.observer.nextHandshake().peer().certificates()).isEqualTo(GOOD.chain());
        }
    }

    @Test
    void answers500AndTellsWhenThePedagogicJudgeBreaks() throws Exception {
        CertificateJudge broken = chain -> {
            throw new IllegalStateException("broken judge");
        };
        try (TestServer server = TestServer.start(new ClientAuthentication.Pedagogic(broken), WHO);
                WireClient client = server.client(GOOD)) {
            assertThat(client.send(ClientRequest.get(server.uri("/"))).status()).isEqualTo(500);
            assertThat(server.observer.nextHandler().failure()).hasMessage("broken judge");
        }
    }

    @Test
    void identityNeverCrossesBetweenClients() throws Exception {
        HeldCertificate beta = TestAuthority.ROOT.client("lps-beta");
        try (TestServer server = TestServer.start(STRICT, WHO);
                WireClient alphas = server.client(GOOD);
                WireClient betas = server.client(beta)) {
            for (int i = 0; i < 3; i++) {
                assertThat(alphas.send(ClientRequest.get(server.uri("/"))).text())
                        .startsWith("CN=lps-alpha");
                assertThat(betas.send(ClientRequest.get(server.uri("/"))).text())
                        .startsWith("CN=lps-beta");
            }
        }
    }

    @Test
    void refusesAClientThatDoesNotHoldTheKey() {
        HeldCertificate stolen = new HeldCertificate(UNKNOWN.key(), GOOD.chain());
        try (TestServer server = TestServer.start(PEDAGOGIC, WHO);
                WireClient client = server.client(stolen)) {
            assertThat(refusal(client, server).reason()).isEqualTo(Reason.HANDSHAKE);
            RecordingObserver.FailedHandshake told = server.observer.nextHandshake();
            assertThat(told.cause()).isEqualTo("client does not hold the key of its certificate");
            assertThat(told.peer().certificates()).isEqualTo(GOOD.chain());
        }
    }

    /** TLS 1.2 lets a client shake hands again; the first one must stay the one that counts. */
    @Test
    void refusesAnotherIdentityInARenegotiation() throws Exception {
        AtomicReference<HeldCertificate> now = new AtomicReference<>(GOOD);
        try (TestServer server = TestServer.start(PEDAGOGIC, WHO);
                SSLSocket socket = (SSLSocket) RawClient.context(new SwitchingKeyManager(now))
                        .getSocketFactory()
                        .createSocket("localhost", server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            RawClient raw = RawClient.over(socket);
            raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(raw.readThrough("]")).contains("CN=lps-alpha []");

            now.set(UNKNOWN);
            socket.getSession().invalidate();
            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        for (int i = 0; i < 1000; i++) {
                            raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                            assertThat(raw.readThrough("]")).contains("CN=lps-alpha []");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private static String who(TestServer server, Optional<HeldCertificate> held) throws Exception {
        try (WireClient client = held.map(server::client).orElseGet(server::client)) {
            return client.send(ClientRequest.get(server.uri("/"))).text();
        }
    }

    private static ConnectionFailedException refusal(WireClient client, TestServer server) {
        return catchThrowableOfType(
                ConnectionFailedException.class, () -> client.send(ClientRequest.get(server.uri("/"))));
    }

    private static String codes(Judgement judgement) {
        List<DefectCode> codes =
                judgement.defects().stream().map(defect -> defect.code()).toList();
        return codes.toString();
    }
}
