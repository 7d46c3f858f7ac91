package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.declaration.PscRegistration.Demand;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each choice that public documents leave open, and each demand that a client may be registered without. */
class CibaSettingsTest {

    @Test
    void plainClientNeedsOpenidAndOneHint() throws IOException {
        try (PscBench bench = new PscBench(Registrations.settings("", Registrations.demanding()))) {
            Response response = bench.browser.post(
                    Identities.ALPHA,
                    bench.at("ext/ciba/auth"),
                    "client_id",
                    Identities.ALPHA_ID,
                    "scope",
                    "openid",
                    "login_hint",
                    PscBench.PERSON);

            assertThat(response.status()).isEqualTo(200);
            assertThat(bench.journal.last().breaches()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Demand.class,
            names = {"ACR", "SCOPE_ALL", "BINDING_MESSAGE"})
    void eachDemandIsAskedForAlone(Demand demand) throws IOException {
        try (PscBench bench = new PscBench(Registrations.settings("", Registrations.demanding(demand)))) {
            Response response = ask(bench, "scope", "openid", "login_hint", PscBench.PERSON);

            Wrong.assertRefused(
                    response,
                    bench.journal.last(),
                    400,
                    switch (demand) {
                        case SCOPE_ALL -> "invalid_scope";
                        case BINDING_MESSAGE -> "invalid_binding_message";
                        default -> "invalid_request";
                    },
                    "TOK-05");
            assertThat(bench.journal.last().breaches()).hasSize(1);
        }
    }

    @Test
    void wrongBindingMessageIsRefusedWhereNoneIsDemanded() throws IOException {
        try (PscBench bench = new PscBench(Registrations.settings("", Registrations.demanding()))) {
            Response response =
                    ask(bench, "scope", "openid", "login_hint", PscBench.PERSON, "binding_message", "éphémère");

            Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_binding_message", "TOK-05");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "W4SCT", "7", "A-._+/!?#9", "12345678901234567890123456789012345678901234567890"})
    void wordsAreBindingMessagesWhereKeycloakTakesThem(String message) throws IOException {
        try (PscBench bench = new PscBench(PscBench.settings("bindingMessage: words"))) {
            assertThat(with(bench, "binding_message", message).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a'b", "<b>", "123456789012345678901234567890123456789012345678901", "é"})
    void evenKeycloakRefusesOthers(String message) throws IOException {
        try (PscBench bench = new PscBench(PscBench.settings("bindingMessage: words"))) {
            Wrong.assertRefused(
                    with(bench, "binding_message", message),
                    bench.journal.last(),
                    400,
                    "invalid_binding_message",
                    "TOK-05");
        }
    }

    @Test
    void channelIsAskedForWhereRequired() throws IOException {
        try (PscBench bench = new PscBench(PscBench.settings("channelRequired: true"))) {
            Wrong.assertRefused(with(bench, "channel", null), bench.journal.last(), 400, "invalid_request", "TOK-05");
            assertThat(with(bench, "channel", "MOBILE").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "loginHint: any,                                200, -",
        "loginHint: rpps,                               400, unknown_user_id",
        "'loginHint: rpps, unknownUser: invalid-request', 400, invalid_request"
    })
    void loginHintOfAStructureIsKnownWhereAnyIs(String choices, int status, String error) throws IOException {
        try (PscBench bench = new PscBench(PscBench.settings(choices))) {
            Response response = with(bench, "login_hint", "699900000011000/CPAT00001");

            assertThat(response.status()).isEqualTo(status);
            assertThat(PscBench.json(response).text("error").orElse("-")).isEqualTo(error);
        }
    }

    @Test
    void unknownUserIsAnInvalidRequestToKeycloak() throws IOException {
        try (PscBench bench = new PscBench(PscBench.settings("unknownUser: invalid-request"))) {
            Response response = with(bench, "login_hint", "899900009996");

            Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
            assertThat(PscBench.json(response).text("error_description")).contains("invalid user");
        }
    }

    @ParameterizedTest
    @CsvSource({"-, 60", "30, 30", "1, 1", "599, 599", "600, 600", "601, 600", "999999999, 600", "0090, 90"})
    void expiryIsTheUsualOneOrWhatIsAskedForWithinTenMinutes(String requested, long life) throws IOException {
        try (PscBench bench = new PscBench(PscBench.settings("cibaExpiry: 1m"))) {
            Response response = with(bench, "requested_expiry", requested.equals("-") ? null : requested);
            JsonObject answer = PscBench.json(response);

            assertThat(answer.integer("expires_in")).contains(life);
            bench.clock.advance(Duration.ofSeconds(life));
            Response late = bench.poll(
                    Identities.ALPHA,
                    Identities.ALPHA_ID,
                    answer.text("auth_req_id").orElseThrow());
            assertThat(PscBench.json(late).text("error")).contains("expired_token");
        }
    }

    @Test
    void firstPollComesAtOnceWhereSettingsAreLenient() throws IOException {
        try (PscBench bench =
                new PscBench(PscBench.settings("firstPoll: lenient").withECps(ECps.always(ECps.Answer.SILENT)))) {
            String authReqId = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);

            Response first = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
            assertThat(PscBench.json(first).text("error")).contains("authorization_pending");
            assertThat(bench.journal.last().value(Fact.POLL_GAP)).isEmpty();
            Response second = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
            Wrong.assertRefused(second, bench.journal.last(), 400, "slow_down", "TOK-05");
        }
    }

    @Test
    void pollMayBeFiftyMillisecondsEarlyAndNoMore() throws IOException {
        try (PscBench bench = PscBench.sound()) {
            String soon = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
            bench.clock.advance(Duration.ofMillis(950));
            assertThat(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, soon).status())
                    .isEqualTo(200);

            String sooner = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
            bench.clock.advance(Duration.ofNanos(949_999_999));
            Response early = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, sooner);
            Wrong.assertRefused(early, bench.journal.last(), 400, "slow_down", "TOK-05");
        }
    }

    @Test
    void clientOfTheCodeFlowAloneMayNotAsk() throws IOException {
        try (PscBench bench = new PscBench(Registrations.settings("", Registrations.ofTheCodeFlowAlone()))) {
            Response response =
                    bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), PscBench.ciba(Identities.ALPHA_ID));

            Wrong.assertRefused(response, bench.journal.last(), 400, "unauthorized_client", "TOK-05");
        }
    }

    @Test
    void idTokenOfTheSameClientIsAHint() throws IOException {
        try (PscBench bench = PscBench.sound()) {
            String idToken = bench.connect(Identities.ALPHA, Identities.ALPHA_ID)
                    .text("id_token")
                    .orElseThrow();
            bench.clock.advance(Duration.ofHours(5));
            Form form = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", null)
                    .plus("id_token_hint", idToken);

            Response response = bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);

            assertThat(response.status()).isEqualTo(200);
            assertThat(bench.journal.last().value(Fact.LOGIN_HINT)).contains(PscBench.PERSON);
            assertThat(bench.journal.all().toString()).doesNotContain(idToken);
        }
    }

    @Test
    void idTokenOfAnotherClientAndAccessTokensAreNone() throws IOException {
        try (PscBench bench = PscBench.sound()) {
            JsonObject tokens = bench.connect(Identities.ALPHA, Identities.ALPHA_ID);
            for (String client : new String[] {Identities.ALPHA_ID, Identities.GAMMA_ID}) {
                String token = client.equals(Identities.ALPHA_ID) ? "access_token" : "id_token";
                Form form = Wrong.with(PscBench.ciba(client), "login_hint", null)
                        .plus("id_token_hint", tokens.text(token).orElseThrow());

                Response response = bench.browser.post(
                        client.equals(Identities.ALPHA_ID) ? Identities.ALPHA : Identities.GAMMA,
                        bench.at("ext/ciba/auth"),
                        form);

                Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
                assertThat(bench.journal.last().toString())
                        .doesNotContain(tokens.text(token).orElseThrow());
            }
        }
    }

    @Test
    void unknownParametersAreIgnored() throws IOException {
        try (PscBench bench = PscBench.sound()) {
            Form form =
                    PscBench.ciba(Identities.ALPHA_ID).plus("colour", "blue").plus("client_notification_token", "?");

            assertThat(bench.browser
                            .post(Identities.ALPHA, bench.at("ext/ciba/auth"), form)
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', '[\"poll\"]'", "'ping: true', '[\"poll\",\"ping\"]'"})
    void metadataTellsWhatIsServed(String choices, String modes) throws IOException {
        try (PscBench bench = new PscBench(PscBench.settings(choices))) {
            URI discovery = bench.psc.discovery();
            JsonObject document = PscBench.json(bench.browser.send(Optional.empty(), ClientRequest.get(discovery)));

            assertThat(document.get("backchannel_token_delivery_modes_supported")
                            .orElseThrow()
                            .compact())
                    .isEqualTo(modes);
            assertThat(document.get("backchannel_authentication_request_signing_alg_values_supported")
                            .orElseThrow()
                            .compact())
                    .isEqualTo("[\"PS256\",\"ES256\"]");
            assertThat(document.bool("backchannel_user_code_parameter_supported"))
                    .contains(false);
        }
    }

    private static Response with(PscBench bench, String name, String value) throws IOException {
        return bench.browser.post(
                Identities.ALPHA,
                bench.at("ext/ciba/auth"),
                Wrong.with(PscBench.ciba(Identities.ALPHA_ID), name, value));
    }

    private static Response ask(PscBench bench, String... parameters) throws IOException {
        return bench.browser.post(
                Identities.ALPHA,
                bench.at("ext/ciba/auth"),
                Form.of(parameters).plus("client_id", Identities.ALPHA_ID));
    }

    /** RFC 6749 §3.3: one space between two words; each word once. */
    @Test
    void grantsEachScopeOnce() throws IOException {
        try (PscBench bench = PscBench.sound()) {
            Form asked = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "scope", " openid  scope_all openid ");
            String authReqId = PscBench.json(bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), asked))
                    .text("auth_req_id")
                    .orElseThrow();
            bench.clock.advance(Duration.ofSeconds(1));

            JsonObject answer = PscBench.json(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId));

            assertThat(answer.text("scope")).contains("openid scope_all");
        }
    }
}
