package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.HeldCertificate;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Clients that end their side and still listen, as {@code openssl s_client} does at the end of its input. */
class HalfClosedTest {

    private static final HeldCertificate HELD = TestAuthority.ROOT.client("lps-alpha");
    private static final TestServer SERVER = TestServer.start(
            new ClientAuthentication.Pedagogic(Judges.issuedBy(TestAuthority.ROOT)),
            request -> Response.of(200, "text/plain", request.path() + ";"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @RepeatedTest(20)
    void answersARequestThatCameWithTheEnd() throws Exception {
        try (RawClient client = RawClient.tls(SERVER, Optional.of(HELD))) {
            client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n");
            ((SSLSocket) client.socket()).shutdownOutput();

            assertThat(client.readToEnd()).containsSubsequence("/one;", "/two;");
        }
    }

    @Test
    void refusesAHeadThatEndsInTheMiddle() throws Exception {
        try (RawClient client = RawClient.tls(SERVER, Optional.of(HELD))) {
            client.send("GET /one HTTP/1.1\r\nHost: a\r\n");
            client.socket().shutdownOutput();

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void closesABodyThatEndsInTheMiddle() throws Exception {
        try (RawClient client = RawClient.tls(SERVER, Optional.of(HELD))) {
            client.send("POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
            client.socket().shutdownOutput();

            assertThat(client.readToEnd()).isEmpty();
        }
    }
}
