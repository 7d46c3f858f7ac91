package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcome by outcome: the contract of the demonstrator (docs/sources.md, ANS proxy), without its defects. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectRefusalTest {

    private final Chain chain = Chain.sound();
    private Lps lps;
    private Instant begin;

    @BeforeEach
    void open() {
        chain.forget();
        begin = chain.clock.instant().minusSeconds(1);
        lps = chain.lps();
    }

    @AfterAll
    void close() {
        chain.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 429, 500})
    void answersADescriptorWhenPscRefusesTheRequest(int status) throws IOException {
        // Given
        chain.psc.on(FakePsc.CIBA, Answers.oauth(status, "unknown_user_id", "no such user"));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text())
                .isEqualTo("{\"code\":\"401\",\"message\":\"" + status + " - unknown_user_id : no such user\","
                        + "\"metadata\":{\"nationalId\":\"899700427869\",\"clientId\":\"alpha-edc-bas\"}}");
        assertNothingHalfBuilt();
    }

    @Test
    void saysNullForWhatARefusalLeavesOut() throws IOException {
        // Given
        chain.psc.on(FakePsc.CIBA, Response.of(403));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(Json.parseObject(response.body()).text("message")).contains("403 - null : null");
    }

    @ParameterizedTest
    @CsvSource({
        "/ext/ciba/auth,502",
        "/ext/ciba/auth,503",
        "/ext/ciba/auth,504",
        "/token,502",
        "/token,503",
        "/token,504"
    })
    void passesOnThatPscIsUnavailable(String path, int status) throws IOException {
        // Given
        chain.psc.on(path, Response.of(status, "text/html", "<h1>sorry</h1>"));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertNothingHalfBuilt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "expired_token", "invalid_grant", "transaction_failed"})
    void stopsPollingAtOnceOnATerminalError(String error) throws IOException {
        // Given
        chain.pscAnswers.polls(Answers.PENDING, Answers.oauth(400, error, "it is over"));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.status()).isEqualTo(401);
        assertThat(Json.parseObject(response.body()).text("message")).contains("400 - " + error + " : it is over");
        assertThat(chain.psc.seen(FakePsc.TOKEN)).hasSize(2);
        assertNothingHalfBuilt();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 429, 500})
    void failsTheWholeConnectionWhenOneExchangeIsRefused(int status) throws IOException {
        // Given
        chain.authorization.on("/insi", Answers.oauth(status, "invalid_request", "unacceptable subject"));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then: the person is now the one that PSC named
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text())
                .isEqualTo("{\"code\":\"401\",\"message\":\"" + status + " - invalid_request : unacceptable subject\","
                        + "\"metadata\":{\"nationalId\":\"person-of-psc\",\"clientId\":\"alpha-edc-bas\"}}");
        assertNothingHalfBuilt();
    }

    @Test
    void exchangesNoFurtherAfterARefusal() throws IOException {
        // Given
        chain.authorization.on("/dmp", Answers.oauth(400, "invalid_request", ""));

        // When
        lps.connect(Chain.ALPHA);

        // Then
        assertThat(chain.authorization.seen()).extracting(Seen::target).containsExactly("/dmp");
    }

    @Test
    void leavesThePersonOutWhenTheIdTokenDoesNotNameIt() throws IOException {
        // Given
        JsonObject tokens = FakePsc.tokens(Chain.ALPHA, 1).with("id_token", "opaque");
        chain.psc.on(FakePsc.TOKEN, Answers.json(200, tokens));
        chain.authorization.on("/dmp", Response.of(400));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.text()).contains("\"metadata\":{\"clientId\":\"alpha-edc-bas\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void passesOnThatAnAuthorizationServerIsUnavailable(int status) throws IOException {
        // Given
        chain.authorization.on("/dmp", Response.of(status));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertNothingHalfBuilt();
    }

    @Test
    void passesOnWhichRulesTheAuthorizationServerNamed() throws IOException {
        // Given
        chain.authorization.on(
                "/dmp",
                Answers.oauth(401, "invalid_client", "").with("X-Accroche-Diagnosis", "IDN-01, IDN-02,nonsense"));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.headers().all("X-Accroche-Diagnosis")).containsExactly("IDN-01,IDN-02");
    }

    @ParameterizedTest
    @CsvSource({"500,502", "404,502", "503,503", "504,504", "302,502"})
    void answersAsAGatewayWhenDiscoveryFails(int upstream, int expected) throws IOException {
        // Given
        chain.psc.on(FakePsc.DISCOVERY, Response.of(upstream));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.status()).isEqualTo(expected);
        assertThat(response.headers().first("Proxy-Status").orElseThrow())
                .isEqualTo("proxy-esante; error=destination_unavailable; details=\"PSC answered " + upstream
                        + ": try again later\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/.well-known/wallet-openid-configuration|{}|token_endpoint is missing",
                "/.well-known/wallet-openid-configuration|{\"token_endpoint\":\"http://plain\"}|an absolute https URI",
                "/ext/ciba/auth|{\"expires_in\":120,\"interval\":5}|auth_req_id is missing",
                "/ext/ciba/auth|{\"auth_req_id\":\"a\",\"interval\":5}|expires_in must be",
                "/ext/ciba/auth|{\"auth_req_id\":\"a\",\"expires_in\":120,\"interval\":0}|interval must be",
                "/ext/ciba/auth|<html>|line 1",
                "/token|{\"token_type\":\"Bearer\",\"id_token\":\"i\",\"session_state\":\"s\"}|access_token is missing",
                "/token|{\"access_token\":\"a\",\"token_type\":\"DPoP\",\"id_token\":\"i\",\"session_state\":\"s\"}|token_type",
                "/token|{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"i\"}|session_state is missing",
                "/token|{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"session_state\":\"s\"}|id_token is missing"
            })
    void refusesAnswersOfPscThatItCannotUse(String path, String body, String why) throws IOException {
        // Given
        chain.psc.on(path, Response.of(200, "application/json", body));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.status()).isEqualTo(502);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().first("Proxy-Status").orElseThrow())
                .contains("error=http_protocol_error")
                .contains(why);
        assertNothingHalfBuilt();
    }

    @Test
    void refusesAnExchangeThatGivesNoToken() throws IOException {
        // Given
        chain.authorization.on("/insi", Answers.json(200, JsonObject.EMPTY.with("token_type", "Bearer")));

        // When
        Response response = lps.connect(Chain.ALPHA);

        // Then
        assertThat(response.status()).isEqualTo(502);
        assertThat(response.headers().first("Proxy-Status").orElseThrow())
                .contains("the authorization server of insi", "access_token is missing");
        assertNothingHalfBuilt();
    }

    @Test
    void doesNotKnowAClientThatIsNotConfigured() throws IOException {
        // When
        Response response = lps.connect("gamma-edc-bas");

        // Then
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text())
                .isEqualTo("{\"code\":\"404\",\"message\":\"User National ID or Software Client ID Not Found.\","
                        + "\"metadata\":{\"nationalId\":\"899700427869\",\"clientId\":\"gamma-edc-bas\"}}");
        assertThat(chain.psc.seen()).isEmpty();
    }

    private void assertNothingHalfBuilt() throws IOException {
        assertThat(lps.cookie()).isEmpty();
        assertThat(lps.get("/traces?start=" + begin + "&end=2030-01-01T00:00:00Z")
                        .text())
                .contains("CONNECT_FAILURE")
                .contains("\"proxy_id_session\":null", "\"session_state\":null", "\"dn\":null")
                .doesNotContain("CONNECT_SUCCESS");
    }
}
