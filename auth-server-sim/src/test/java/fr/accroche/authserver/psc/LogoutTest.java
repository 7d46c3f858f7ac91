package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Surfer;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RP-Initiated Logout, from a browser and from a proxy. */
class LogoutTest {

    private final CodeBench code = CodeBench.sound();
    private final Surfer surfer = code.surfer();
    private JsonObject tokens = JsonObject.EMPTY;

    @BeforeEach
    void loggedIn() throws IOException {
        Form back = code.byCard(surfer, CodeBench.request(Identities.ALPHA_ID));
        tokens = PscBench.json(
                code.redeem(CodeBench.redemption(back.first("code").orElseThrow())));
    }

    @AfterEach
    void close() {
        code.close();
    }

    @Test
    void theBrowsersOwnIdTokenEndsItsSessionAtOnce() throws IOException {
        surfer.open(logout("id_token_hint", idToken()));

        assertThat(surfer.page().status()).isEqualTo(200);
        assertThat(surfer.text("logged-out")).isPresent();
        assertThat(surfer.cookies()).doesNotContainKey("__Host-accroche-session");
        assertOver();
        assertThat(code.bench.journal.last(Stage.PSC_LOGOUT).value(Fact.PSC_SESSION))
                .isEqualTo(tokens.text("session_state"));
    }

    @Test
    void anIdTokenThatExpiredEndsItsSession() throws IOException {
        code.bench.clock.advance(Duration.ofMinutes(10));

        surfer.open(logout("id_token_hint", idToken()));

        assertThat(surfer.text("logged-out")).isPresent();
        assertOver();
    }

    @Test
    void theProxyPostsTheIdTokenAlone() throws IOException {
        Response response = code.bench.browser.send(
                Optional.empty(), Browser.form(code.bench.at("logout"), Form.of("id_token_hint", idToken())));

        assertThat(response.status()).isEqualTo(200);
        assertOver();
    }

    /** The page that asks keeps it: ten thousand of them must not fill the memory. */
    @Test
    void refusesEndlessState() throws IOException {
        surfer.post(code.bench.at("logout"), Form.of("state", "s".repeat(2049)));

        assertThat(surfer.page().status()).isEqualTo(400);
        assertThat(surfer.text("error-code")).contains("invalid_request");
        surfer.post(code.bench.at("logout"), Form.of("state", "s".repeat(2048)));
        assertThat(surfer.page().text()).contains("id=\"logout-form\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void theBrowserGoesWhereTheClientRegistered(String method) throws IOException {
        Form asked =
                Form.of("id_token_hint", idToken(), "post_logout_redirect_uri", CodeBench.GOODBYE, "state", "a b&c");
        if (method.equals("GET")) {
            surfer.open(URI.create(code.bench.at("logout") + "?" + asked.encoded()));
        } else {
            surfer.postedFromElsewhere(code.bench.at("logout"), asked);
        }

        assertThat(surfer.page().status()).isEqualTo(303);
        assertThat(surfer.leftFor(CodeBench.GOODBYE).first("state")).contains("a b&c");
        assertOver();
    }

    @Test
    void withoutIdTokenThePersonIsAsked() throws IOException {
        surfer.open(logout(
                "client_id", Identities.ALPHA_ID, "post_logout_redirect_uri", CodeBench.GOODBYE, "ui_locales", "en"));
        assertThat(surfer.page().text()).contains("id=\"logout-form\"", "Log out?");
        assertThat(alive()).isTrue();

        surfer.submit("logout-form", "action", "logout");

        assertThat(surfer.location()).contains(URI.create(CodeBench.GOODBYE));
        assertOver();
    }

    @Test
    void thePersonMayStay() throws IOException {
        surfer.open(logout()).submit("logout-form", "action", "stay");

        assertThat(surfer.text("still-logged-in")).isPresent();
        assertThat(alive()).isTrue();
    }

    @Test
    void anIdTokenOfAnotherSessionAsksFirst() throws IOException {
        Surfer other = code.surfer();
        code.byCard(other, CodeBench.request(Identities.ALPHA_ID));

        other.open(logout("id_token_hint", idToken()));

        assertThat(other.page().text()).contains("id=\"logout-form\"");
        assertThat(alive()).isTrue();
    }

    @Test
    void theQuestionIsForTheBrowserThatWasAsked() throws IOException {
        Form answer = surfer.open(logout()).filled("logout-form", "action", "logout");

        Surfer other = code.surfer();
        code.byCard(other, CodeBench.request(Identities.ALPHA_ID));
        other.post(code.bench.at("logout"), answer);

        assertThat(other.page().status()).isEqualTo(400);
        assertThat(alive()).isTrue();
    }

    @Test
    void aBrowserThatHasNoSessionIsToldSo() throws IOException {
        Surfer nobody = code.surfer().open(logout());

        assertThat(nobody.page().status()).isEqualTo(200);
        assertThat(nobody.text("logged-out")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lps.accroche.invalid/au-revoir/",
        "https://lps.accroche.invalid/retour",
        "https://ailleurs.invalid/",
        "javascript:alert(1)"
    })
    void theBrowserGoesNowhereElse(String address) throws IOException {
        surfer.open(logout("id_token_hint", idToken(), "post_logout_redirect_uri", address));

        assertRefusedOnAPage("TOK-06");
        assertThat(alive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token_hint", "post_logout_redirect_uri", "state"})
    void aParameterThatIsRepeatedIsRefused(String name) throws IOException {
        surfer.open(logout(
                "id_token_hint", idToken(), "post_logout_redirect_uri", CodeBench.GOODBYE, "state", "a", name, "b"));

        assertRefusedOnAPage("TOK-04");
        assertThat(alive()).isTrue();
    }

    @Test
    void anAddressNeedsAClient() throws IOException {
        surfer.open(logout("post_logout_redirect_uri", CodeBench.GOODBYE));

        assertRefusedOnAPage("TOK-06");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.y.z"})
    void anIdTokenThatIsNoneIsRefused(String hint) throws IOException {
        surfer.open(logout("id_token_hint", hint));

        assertRefusedOnAPage("TOK-04");
        assertThat(alive()).isTrue();
    }

    @Test
    void anIdTokenOfAnotherClientIsRefused() throws IOException {
        surfer.open(logout("id_token_hint", idToken(), "client_id", Identities.GAMMA_ID));

        assertRefusedOnAPage("TOK-04");
        assertThat(alive()).isTrue();
    }

    @Test
    void anAccessTokenIsNoIdToken() throws IOException {
        surfer.open(logout("id_token_hint", tokens.text("access_token").orElseThrow()));

        assertRefusedOnAPage("TOK-04");
    }

    private void assertRefusedOnAPage(String rule) {
        assertThat(surfer.page().status()).isEqualTo(400);
        assertThat(surfer.location()).isEmpty();
        assertThat(surfer.text("error-code")).contains("invalid_request");
        assertThat(Wrong.rules(code.bench.journal.last(Stage.PSC_LOGOUT))).containsExactly(rule);
    }

    private void assertOver() throws IOException {
        assertThat(alive()).isFalse();
        assertThat(surfer.open(code.authorization(Wrong.with(CodeBench.request(Identities.ALPHA_ID), "prompt", "none")))
                        .leftFor(CodeBench.CALLBACK)
                        .first("error"))
                .contains("login_required");
    }

    private boolean alive() throws IOException {
        return code.bench
                        .browser
                        .send(
                                Optional.empty(),
                                ClientRequest.get(code.bench.at("userinfo"))
                                        .with(
                                                "Authorization",
                                                "Bearer "
                                                        + tokens.text("access_token")
                                                                .orElseThrow()))
                        .status()
                == 200;
    }

    private String idToken() {
        return tokens.text("id_token").orElseThrow();
    }

    private URI logout(String... namesAndValues) {
        return URI.create(
                code.bench.at("logout") + "?" + Form.of(namesAndValues).encoded());
    }
}
