package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.wire.json.Json;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

    private static final Routes ROUTES = Routes.none()
            .plus("GET", "/token", answering("get token"))
            .plus("POST", "/token", answering("post token"))
            .plus("POST", "/send/**", answering("send"))
            .plus("POST", "/send/traces", answering("send traces"))
            .plus("*", "/send/insi/**", answering("any insi"))
            .plus("GET", "/send/insi/**", answering("get insi"));

    @ParameterizedTest
    @CsvSource({
        "GET,    /token,          get token",
        "POST,   /token,          post token",
        "POST,   /token?a=/send,  post token",
        "HEAD,   /token,          get token",
        "POST,   /send,           send",
        "POST,   /send/,          send",
        "POST,   /send/dmp/a/b,   send",
        "POST,   /send/traces,    send traces",
        "DELETE, /send/insi/x,    any insi",
        "GET,    /send/insi/x,    get insi",
        "HEAD,   /send/insi,      get insi"
    })
    void picksTheLongestPathThenTheMethod(String method, String target, String expected) throws Exception {
        assertThat(ROUTES.handle(request(method, target)).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /Token", "GET, /token/", "POST, /sender", "POST, /sen", "OPTIONS, *", "GET, /%74oken"})
    void answers404OnAnUnknownPath(String method, String target) throws Exception {
        Response response = ROUTES.handle(request(method, target));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.headers().first("content-type")).contains("application/problem+json");
        assertThat(Json.parseObject(response.body()).integer("status")).contains(404L);
    }

    @Test
    void answers405WithTheMethodsOfThePath() throws Exception {
        Response response = ROUTES.handle(request("DELETE", "/token"));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("Allow")).contains("GET, HEAD, POST");
        assertThat(ROUTES.handle(request("GET", "/send/traces")).headers().first("Allow"))
                .contains("POST");
    }

    @Test
    void givesEverythingToARootPrefix() throws Exception {
        Routes all = Routes.none().plus("*", "/**", answering("all"));

        assertThat(all.handle(request("GET", "/")).text()).isEqualTo("all");
        assertThat(all.handle(request("PUT", "/a/b")).text()).isEqualTo("all");
    }

    @Test
    void leavesTheOldTableAsItWas() throws Exception {
        Routes one = Routes.none().plus("GET", "/a", answering("a"));
        one.plus("GET", "/b", answering("b"));

        assertThat(one.handle(request("GET", "/b")).status()).isEqualTo(404);
    }

    @Test
    void refusesAnAmbiguousTable() {
        assertThatThrownBy(() -> ROUTES.plus("GET", "/token", answering("again")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ROUTES.plus("GET", "token", answering("relative")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Handler answering(String text) {
        return request -> Response.of(200, "text/plain", text);
    }

    private static Request request(String method, String target) {
        Peer peer = new Peer(new InetSocketAddress("127.0.0.1", 1), List.of(), Optional.empty(), Optional.empty());
        return new Request(method, target, Headers.EMPTY, new byte[0], peer);
    }
}
