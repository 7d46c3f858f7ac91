package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Header;
import fr.accroche.wire.Headers;
import org.junit.jupiter.api.Test;

class RelayedHeadersTest {

    @Test
    void takesOutWhatConnectionNames() {
        Headers received = Headers.of(
                "X-Kept", "1", "Connection", "X-Mine , close", "connection", "x-other", "X-Mine", "2", "X-Other", "3");

        assertThat(RelayedHeaders.ofResponse(received).fields()).containsExactly(new Header("X-Kept", "1"));
    }

    @Test
    void keepsOrderAndRepetition() {
        Headers received = Headers.of("B", "1", "A", "2", "b", "3", "Set-Cookie", "x=1", "Set-Cookie", "y=2");

        assertThat(RelayedHeaders.ofResponse(received).fields()).isEqualTo(received.fields());
    }

    @Test
    void letsNoTeleserviceChooseTheProxysSession() {
        Headers received = Headers.of(
                "Set-Cookie", "proxy_session_id=theirs; Path=/",
                "set-cookie", " proxy_session_id =theirs",
                "Set-Cookie", "proxy_session_id_2=kept");

        assertThat(RelayedHeaders.ofResponse(received).fields())
                .containsExactly(new Header("Set-Cookie", "proxy_session_id_2=kept"));
    }

    @Test
    void leavesNothingOfTheCallersCredentials() {
        Headers received = Headers.of(
                "authorization", "Bearer of-the-caller", "Authorization", "Basic x", "Cookie", "proxy_session_id=s");

        assertThat(RelayedHeaders.ofRequest(received, new Token("api")).fields())
                .containsExactly(new Header("Authorization", "Bearer api"), new Header("Via", "1.1 proxy-esante"));
    }

    @Test
    void keepsTheViaOfThoseBefore() {
        Headers received = Headers.of("Via", "1.1 front");

        assertThat(RelayedHeaders.ofRequest(received, new Token("api")).all("Via"))
                .containsExactly("1.1 front", "1.1 proxy-esante");
    }
}
