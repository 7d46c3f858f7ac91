package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectRequestTest {

    private Chain chain;

    @BeforeAll
    void open() {
        chain = Chain.sound();
    }

    @AfterAll
    void close() {
        chain.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|[nationalId is missing, bindingMessage is missing, clientId is missing, channel is missing]|{}",
                "{\"nationalId\":null,\"bindingMessage\":\"1\",\"clientId\":\"c\",\"channel\":\"CARD\"}"
                        + "|[nationalId is missing]|{\"clientId\":\"c\"}",
                "{\"nationalId\":\"1\",\"bindingMessage\":\"1\",\"clientId\":\"c\",\"channel\":\"card\"}"
                        + "|[channel value card is invalid]|{\"nationalId\":\"1\",\"clientId\":\"c\"}"
            })
    void refusesAnIncompleteRequestWithADescriptor(String body, String message, String metadata) throws IOException {
        // When
        Response response = post("application/json", body);

        // Then
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("Content-Type")).contains("application/json");
        assertThat(response.text())
                .isEqualTo("{\"code\":\"400\",\"message\":\"" + message + "\",\"metadata\":" + metadata + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"nationalId\"|400|Failed to read HTTP message",
                "application/json|[]|400|Failed to read HTTP message",
                "application/json|{\"clientId\":{}}|400|clientId must be a text",
                "application/json||400|Invalid request content",
                "application/x-www-form-urlencoded|clientId=a|415|application/json",
                "text/plain|{}|415|application/json"
            })
    void refusesWhatIsNoJsonObjectAsAProblem(String type, String body, int status, String detail) throws IOException {
        // When
        Response response = post(type, body == null ? "" : body);

        // Then
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(Json.parseObject(response.body()).text("detail").orElseThrow())
                .contains(detail);
        assertThat(Json.parseObject(response.body()).text("instance")).contains("/connect");
    }

    @Test
    void refusesValuesThatAreTooLong() throws IOException {
        // When
        Response response = post("application/json", "{\"nationalId\":\"" + "9".repeat(257) + "\"}");

        // Then
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("nationalId is longer than 256 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON", "application/vnd.lps+json"})
    void takesAnyJsonType(String type) throws IOException {
        assertThat(post(type, Lps.asking(Chain.ALPHA).compact()).status()).isEqualTo(200);
    }

    @Test
    void readsNumbersAsTextsAndIgnoresWhatItDoesNotKnow() throws IOException {
        // When
        Response response = post(
                "application/json",
                "{\"nationalId\":899700427869,\"bindingMessage\":42,\"clientId\":\"alpha-edc-bas\",\"channel\":\"MOBILE\",\"more\":[]}");

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(chain.psc.seen(FakePsc.CIBA))
                .last()
                .satisfies(seen -> assertThat(seen.text())
                        .contains("channel=MOBILE", "login_hint=899700427869", "binding_message=42"));
    }

    @Test
    void looksAtTheBodyBeforeTheCookie() throws IOException {
        // Given
        Lps lps = chain.lps();
        lps.connect(Chain.ALPHA);

        // When
        Response response = lps.call("POST", "/connect", Headers.of("Content-Type", "application/json"), "{}");

        // Then
        assertThat(response.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"GET,/connect,POST", "PUT,/connect,POST", "GET,/disconnect,DELETE", "POST,/traces,GET"})
    void takesOneMethodOnly(String method, String path, String allowed) throws IOException {
        // When
        Response response = chain.lps().call(method, path, Headers.EMPTY, "");

        // Then
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("Allow").orElseThrow()).contains(allowed);
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
    }

    @Test
    void isAlive() throws IOException {
        // When
        Response response = chain.lps().get("/check/alive");

        // Then
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(response.text()).isEqualTo("OK");
    }

    private Response post(String type, String body) throws IOException {
        return chain.lps().call("POST", "/connect", Headers.of("Content-Type", type), body);
    }
}
