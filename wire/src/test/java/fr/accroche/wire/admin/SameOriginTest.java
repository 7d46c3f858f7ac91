package fr.accroche.wire.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages may change anything here. */
class SameOriginTest {

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "https://localhost:1234, localhost:1234, 204",
        "https://psc.exemple.fr:1234, psc.exemple.fr:1234, 204",
        "http://127.0.0.1:1234, 127.0.0.1:1234, 204",
        "http://[::1]:1234, [::1]:1234, 204",
        "http://igc:1234, igc:1234, 204",
        "http://igc.localhost, igc.localhost, 204",
        "http://127.0.0.1:1235, 127.0.0.1:1234, 403",
        "http://rebound.evil.com:1234, rebound.evil.com:1234, 403",
        "http://127.0.0.1.evil.com:1234, 127.0.0.1.evil.com:1234, 403",
        "null, localhost:1234, 403",
        "http://, '', 403"
    })
    void tellsItsOwnPagesFromThoseOfOthersAndOfReboundNames(String origin, String host, int status) throws Exception {
        Peer peer = new Peer(new InetSocketAddress("127.0.0.1", 1), List.of(), Optional.empty(), Optional.empty());
        Request request = new Request("POST", "/", Headers.of("Origin", origin).with("Host", host), new byte[0], peer);

        Response response = SameOrigin.only(asked -> Response.of(204)).handle(request);

        assertThat(response.status()).isEqualTo(status);
    }
}
