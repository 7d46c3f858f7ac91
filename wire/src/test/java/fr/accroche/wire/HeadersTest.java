package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private static final Headers HEADERS = Headers.of("Accept", "a", "X-A", "1", "accept", "b");

    @Test
    void comparesNamesWithoutCaseAndKeepsTheOrder() {
        assertThat(HEADERS.first("ACCEPT")).contains("a");
        assertThat(HEADERS.all("Accept")).containsExactly("a", "b");
        assertThat(HEADERS.first("absent")).isEmpty();
    }

    @Test
    void copiesOnChange() {
        assertThat(HEADERS.with("ACCEPT", "c").all("accept")).containsExactly("c");
        assertThat(HEADERS.plus("Accept", "c").all("accept")).containsExactly("a", "b", "c");
        assertThat(HEADERS.without("x-a").first("X-A")).isEmpty();
        assertThat(HEADERS.fields()).hasSize(3);
    }

    @Test
    void leavesOutWhatBelongsToTheConnection() {
        Headers mixed =
                Headers.of("connection", "close", "CONTENT-LENGTH", "1", "transfer-encoding", "chunked", "A", "b");

        assertThat(mixed.endToEnd()).containsExactly(new Header("A", "b"));
    }

    @Test
    void hidesValuesInTexts() {
        Headers secret = Headers.of("Authorization", "Bearer hush");
        ClientRequest request =
                new ClientRequest("GET", URI.create("https://a:1/p?access_token=hush"), secret, "hush".getBytes());

        assertThat(secret).hasToString("[Authorization]");
        assertThat(request).hasToString("GET https://a:1/p");
        assertThat(new Response(200, secret, request.body())).hasToString("Response[200]");
    }

    @Test
    void refusesANameWithoutValue() {
        assertThatThrownBy(() -> Headers.of("A")).isInstanceOf(IllegalArgumentException.class);
    }
}
