package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong requests and wrong polls, each with the status, the error and the rule that it earns; none is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CibaWrongRequestsTest {

    private final PscBench bench = new PscBench(PscBench.settings().withECps(ECps.always(ECps.Answer.SILENT)));

    @AfterAll
    void close() {
        bench.close();
    }

    /** What is put in place, or left out with a dash; {@code +} puts it beside what is there. */
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "scope,                     -,                          400, invalid_request,         TOK-05",
        "scope,                     '   ',                      400, invalid_request,         TOK-05",
        "scope,                     scope_all,                  400, invalid_scope,           TOK-05",
        "scope,                     openid,                     400, invalid_scope,           TOK-05",
        "scope,                     OPENID scope_all,           400, invalid_scope,           TOK-05",
        "scope,                     openid scope_all unknown,   400, invalid_scope,           TOK-05",
        "scope,                     'openid,scope_all',         400, invalid_scope,           TOK-05",
        "scope,                     +openid,                    400, invalid_request,         TOK-05",
        "acr_values,                -,                          400, invalid_request,         TOK-05",
        "acr_values,                eidas2,                     400, invalid_request,         TOK-05",
        "acr_values,                EIDAS1,                     400, invalid_request,         TOK-05",
        "acr_values,                'eidas1,eidas2',            400, invalid_request,         TOK-05",
        "acr_values,                +eidas1,                    400, invalid_request,         TOK-05",
        "login_hint,                -,                          400, invalid_request,         TOK-05",
        "login_hint,                899900009996,               400, unknown_user_id,         TOK-05",
        "login_hint,                ' 899900000011',            400, unknown_user_id,         TOK-05",
        "login_hint,                99900000011,                400, unknown_user_id,         TOK-05",
        "login_hint,                %27%20OR%201=1,             400, unknown_user_id,         TOK-05",
        "login_hint,                +899900000029,              400, invalid_request,         TOK-05",
        "id_token_hint,             x.y.z,                      400, invalid_request,         TOK-05",
        "login_hint_token,          x,                          400, invalid_request,         TOK-05",
        "binding_message,           -,                          400, invalid_binding_message, TOK-05",
        "binding_message,           1,                          400, invalid_binding_message, TOK-05",
        "binding_message,           123,                        400, invalid_binding_message, TOK-05",
        "binding_message,           4 2,                        400, invalid_binding_message, TOK-05",
        "binding_message,           ٤٢,                         400, invalid_binding_message, TOK-05",
        "binding_message,           -1,                         400, invalid_binding_message, TOK-05",
        "channel,                   card,                       400, invalid_request,         TOK-05",
        "channel,                   CARD MOBILE,                400, invalid_request,         TOK-05",
        "channel,                   SMS,                        400, invalid_request,         TOK-05",
        "requested_expiry,          0,                          400, invalid_request,         TOK-05",
        "requested_expiry,          -1,                         400, invalid_request,         TOK-05",
        "requested_expiry,          1.5,                        400, invalid_request,         TOK-05",
        "requested_expiry,          1e3,                        400, invalid_request,         TOK-05",
        "requested_expiry,          9999999999,                 400, invalid_request,         TOK-05",
        "requested_expiry,          two minutes,                400, invalid_request,         TOK-05",
        "user_code,                 1234,                       400, invalid_request,         TOK-05",
        "request,                   e30.e30.e30,                400, invalid_request,         TOK-05",
        "request_uri,               https://x.invalid/r,        400, invalid_request,         TOK-05",
        "client_id,                 -,                          400, invalid_request,         IDN-01",
        "client_id,                 gamma-edc-bas,              401, invalid_client,          IDN-01",
        "client_id,                 +alpha-edc-bas,             400, invalid_request,         TOK-05",
        "client_secret,             guess,                      401, invalid_client,          MTL-01",
        "client_assertion,          x.y.z,                      401, invalid_client,          TOK-05",
    })
    void refusesRequest(String name, String value, int status, String error, String rule) throws IOException {
        Form sound = PscBench.ciba(Identities.ALPHA_ID);
        Form form = value.startsWith("+")
                ? sound.plus(name, value.substring(1))
                : Wrong.with(sound, name, value.equals("-") ? null : value);

        Response response = bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);

        Hop hop = bench.journal.last(Stage.PSC_CIBA);
        Wrong.assertRefused(response, hop, status, error, rule);
        assertThat(hop.value(Fact.AUTH_REQ_ID)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "application/json,                       {}",
        "text/plain,                             scope=openid",
        "multipart/form-data,                    scope=openid",
        "application/x-www-form-urlencoded,      scope=%zz",
        "application/x-www-form-urlencoded,      scope=%c3%28",
        "application/x-www-form-urlencoded,      scope=%",
    })
    void refusesBodyThatIsNoForm(String type, String body) throws IOException {
        Response response = bench.browser.send(
                Optional.of(Identities.ALPHA), ClientRequest.post(bench.at("ext/ciba/auth"), type, body));

        assertThat(response.status()).isEqualTo(400);
        assertThat(PscBench.json(response).text("error")).contains("invalid_request");
        assertThat(Wrong.rules(bench.journal.last())).contains("TOK-05");
    }

    /** States of a request, each with the poll that finds it so. */
    private enum State {
        PENDING,
        TOO_EARLY,
        TOO_EARLY_THREE_TIMES,
        SLOWER_THAN_BEFORE,
        REFUSED,
        REFUSED_AND_TOLD,
        WRONG_CODE_THREE_TIMES,
        REDEEMED,
        EXPIRED,
        EXPIRED_ALTHOUGH_APPROVED,
        EXPIRED_NEARLY_TEN_MINUTES_AGO,
        EXPIRED_TEN_MINUTES_AGO,
        OF_ANOTHER_CLIENT,
        NEVER_ASKED,
        SPELT_OTHERWISE
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,                        400, authorization_pending, -",
        "TOO_EARLY,                      400, slow_down,             TOK-05",
        "TOO_EARLY_THREE_TIMES,          400, slow_down,             TOK-05",
        "SLOWER_THAN_BEFORE,             400, slow_down,             TOK-05",
        "REFUSED,                        400, access_denied,         -",
        "REFUSED_AND_TOLD,               400, invalid_grant,         TOK-05",
        "WRONG_CODE_THREE_TIMES,         400, access_denied,         -",
        "REDEEMED,                       400, invalid_grant,         TOK-05",
        "EXPIRED,                        400, expired_token,         -",
        "EXPIRED_ALTHOUGH_APPROVED,      400, expired_token,         -",
        "EXPIRED_NEARLY_TEN_MINUTES_AGO, 400, expired_token,         -",
        "EXPIRED_TEN_MINUTES_AGO,        400, invalid_grant,         TOK-05",
        "OF_ANOTHER_CLIENT,              400, invalid_grant,         IDN-04",
        "NEVER_ASKED,                    400, invalid_grant,         TOK-05",
        "SPELT_OTHERWISE,                400, invalid_grant,         TOK-05",
    })
    void refusesPoll(State state, int status, String error, String rule) throws IOException {
        Response response = poll(state);

        Hop hop = bench.journal.last(Stage.PSC_TOKEN);
        assertThat(response.status()).isEqualTo(status);
        assertThat(PscBench.json(response).text("error")).contains(error);
        assertThat(String.join(",", Wrong.rules(hop))).isEqualTo(rule.equals("-") ? "" : rule);
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(hop.value(Fact.PSC_TOKEN)).isEmpty();
    }

    private Response poll(State state) throws IOException {
        String asked = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
        switch (state) {
            case PENDING -> pass(1_000);
            case TOO_EARLY -> pass(10);
            case TOO_EARLY_THREE_TIMES -> early(asked, 2);
            case SLOWER_THAN_BEFORE -> {
                early(asked, 1);
                pass(5_900);
            }
            case REFUSED -> answered("deny", asked, 1_000);
            case REFUSED_AND_TOLD -> {
                answered("deny", asked, 1_000);
                poll(asked);
            }
            case WRONG_CODE_THREE_TIMES -> {
                for (int i = 0; i < 3; i++) {
                    answered("wrong-code", asked, 1_000);
                }
            }
            case REDEEMED -> {
                answered("allow", asked, 1_000);
                assertThat(poll(asked).status()).isEqualTo(200);
            }
            case EXPIRED -> pass(120_000);
            case EXPIRED_ALTHOUGH_APPROVED -> answered("allow", asked, 120_000);
            case EXPIRED_NEARLY_TEN_MINUTES_AGO -> pass(719_999);
            case EXPIRED_TEN_MINUTES_AGO -> pass(720_000);
            case OF_ANOTHER_CLIENT -> {
                pass(1_000);
                return poll(Identities.GAMMA, Identities.GAMMA_ID, asked);
            }
            case NEVER_ASKED -> {
                return poll("never-asked");
            }
            case SPELT_OTHERWISE -> {
                return poll(asked + " ");
            }
        }
        return poll(asked);
    }

    private void early(String authReqId, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            pass(10);
            assertThat(PscBench.json(poll(authReqId)).text("error")).contains("slow_down");
        }
    }

    @Test
    void eachSlowDownLengthensTheIntervalByFiveSecondsForGood() throws IOException {
        String asked = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
        early(asked, 3);

        for (int i = 0; i < 2; i++) {
            pass(16_000);
            assertThat(PscBench.json(poll(asked)).text("error")).contains("authorization_pending");
            assertThat(bench.journal.last().value(Fact.POLL_INTERVAL)).contains("16");
        }
        pass(15_900);
        assertThat(PscBench.json(poll(asked)).text("error")).contains("slow_down");
    }

    private void answered(String action, String authReqId, long millis) throws IOException {
        bench.browser.send(
                Optional.empty(),
                Browser.form(bench.psc.uri().resolve(Paths.ECPS), Form.of("action", action, "auth_req_id", authReqId)));
        pass(millis);
    }

    private void pass(long millis) {
        bench.clock.advance(Duration.ofMillis(millis));
    }

    private Response poll(String authReqId) throws IOException {
        return poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
    }

    private Response poll(HeldCertificate identity, String clientId, String authReqId) throws IOException {
        return bench.poll(identity, clientId, authReqId);
    }
}
