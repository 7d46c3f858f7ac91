package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyStore;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the observer hears of handshakes that fail before any certificate, and what the client sees. */
class FailedHandshakeTest {

    private static final Limits LIMITS =
            new Limits(1024, 1024, 100, Duration.ofMillis(800), Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final TestServer SERVER = TestServer.start(
            new ClientAuthentication.Strict(Judges.issuedBy(TestAuthority.ROOT), true),
            LIMITS,
            request -> Response.of(200));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void answersPlainHttpInPlainHttp() throws Exception {
        try (RawClient client = RawClient.plain(SERVER)) {
            String answer = client.send("GET /secret?token=x HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .readToEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .endsWith("The plain HTTP request was sent to an HTTPS port: use https://\n");
            assertThat(told("plain HTTP was sent to an HTTPS port").peer().judgement())
                    .isEmpty();
        }
    }

    @Test
    void recordsGarbageWithoutQuotingIt() throws Exception {
        try (RawClient client = RawClient.plain(SERVER)) {
            client.send(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).readToEnd();

            told("client sent something that is not TLS");
        }
    }

    @Test
    void recordsAClientThatClosesWithoutAWord() throws Exception {
        RawClient.plain(SERVER).close();

        told("client closed during the handshake");
    }

    @Test
    void recordsAClientThatResetsInTheMiddle() throws Exception {
        try (RawClient client = RawClient.plain(SERVER)) {
            client.send(HexFormat.of().parseHex("1603010100"));
            client.socket().setSoLinger(true, 0);
        }

        told("client closed during the handshake");
    }

    @Test
    void cutsAHandshakeThatDoesNotEnd() throws Exception {
        try (RawClient client = RawClient.plain(SERVER)) {
            client.send(HexFormat.of().parseHex("1603010100"));

            assertThat(client.readToEnd()).isEmpty();
            told("client did not end the handshake in time");
        }
    }

    @Test
    void namesTheVersionsWhenNoneIsCommon() throws Exception {
        try (RawClient client = RawClient.plain(SERVER)) {
            client.send(HexFormat.of().parseHex(CLIENT_HELLO_OF_TLS_1_1));

            byte[] alert = client.socket().getInputStream().readAllBytes();
            assertThat(alert).startsWith(0x15).endsWith(2, 70);
            assertThat(told("no common TLS version: this server speaks 1.2 and 1.3")
                            .peer()
                            .negotiated())
                    .contains(Negotiated.NO_VERSION);
        }
    }

    @Test
    void refusesSuitesWithoutAuthenticatedEncryption() throws Exception {
        try (SSLSocket socket = socket(RawClient.context(Optional.empty()))) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});

            assertThat(failure(socket)).contains("handshake_failure");
            assertThat(told("no common cipher suite").peer().negotiated()).contains(Negotiated.NO_SUITE);
        }
    }

    @Test
    void refusesARsaKeyExchangeInPedagogicModeToo() throws Exception {
        ClientAuthentication pedagogic = new ClientAuthentication.Pedagogic(Judges.issuedBy(TestAuthority.ROOT));
        try (TestServer server = TestServer.start(pedagogic, request -> Response.of(200));
                RawClient client = RawClient.plain(server)) {
            client.send(HexFormat.of().parseHex(CLIENT_HELLO_OF_TLS_RSA));

            byte[] alert = client.socket().getInputStream().readAllBytes();
            assertThat(alert).startsWith(0x15).endsWith(2, 40);
            assertThat(server.observer.nextHandshake().peer().negotiated()).contains(Negotiated.NO_SUITE);
        }
    }

    @Test
    void saysThatTheClientRefusedOurCertificate() throws Exception {
        try (SSLSocket socket = socket(trustingOnly(TestAuthority.OTHER))) {
            assertThat(failure(socket)).contains("PKIX");
            assertThat(told("client refused our certificate: certificate_unknown")
                            .peer()
                            .negotiated())
                    .isEmpty();
        }
    }

    private static RecordingObserver.FailedHandshake told(String cause) {
        RecordingObserver.FailedHandshake told = SERVER.observer.nextHandshake();
        assertThat(told.cause()).isEqualTo(cause);
        assertThat(told.peer().address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(told.peer().certificates()).isEmpty();
        assertThat(SERVER.observer.toldNothing()).isTrue();
        return told;
    }

    private static SSLSocket socket(SSLContext context) throws Exception {
        return (SSLSocket) context.getSocketFactory().createSocket("localhost", SERVER.port());
    }

    private static String failure(SSLSocket socket) {
        try {
            socket.startHandshake();
            throw new AssertionError("the handshake ended");
        } catch (java.io.IOException expected) {
            return expected.getMessage();
        }
    }

    private static SSLContext trustingOnly(TestAuthority authority) throws Exception {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", authority.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Record, ClientHello, version 3.2, 32 bytes of random, no session, one suite, no compression. */
    private static final String CLIENT_HELLO_OF_TLS_1_1 =
            "160302002d" + "01000029" + "0302" + "00".repeat(32) + "00" + "0002" + "002f" + "0100";

    /** The same of version 3.3, with TLS_RSA_WITH_AES_128_GCM_SHA256, which a JDK may no longer offer by itself. */
    private static final String CLIENT_HELLO_OF_TLS_RSA =
            "160303002d" + "01000029" + "0303" + "00".repeat(32) + "00" + "0002" + "009c" + "0100";
}
