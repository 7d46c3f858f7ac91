package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class HandshakeCauseTest {

    /** What JSSE says when curl, over TLS 1.3, does not know the authority: its alert came in clear. */
    @Test
    void anAlertInClearIsAClientThatGaveUp() {
        Throwable failure = new SSLException(
                "Insufficient buffer remaining for AEAD cipher fragment (2). Needs to be more than tag size (16)");

        assertThat(HandshakeCause.seenByServer(failure)).contains("may not trust this server's authority");
    }

    @Test
    void anUnknownTextPassesThroughOnOneShortLine() {
        String cause = HandshakeCause.seenByServer(new SSLHandshakeException("odd\nsecond line"));

        assertThat(cause).contains("odd").doesNotContain("second");
        assertThat(HandshakeCause.seenByServer(new SSLHandshakeException("x".repeat(5000))))
                .hasSizeLessThan(300);
    }
}
