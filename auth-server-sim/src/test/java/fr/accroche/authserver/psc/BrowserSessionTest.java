package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Surfer;
import fr.accroche.authserver.Wrong;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser that is known is asked again, and what it is not. */
class BrowserSessionTest {

    private static final String OTHER = "899900000029";

    private final CodeBench code = CodeBench.sound();
    private final Form request = CodeBench.request(Identities.ALPHA_ID);
    private final Surfer surfer = code.surfer();
    private String idToken = "";

    @BeforeEach
    void loggedIn() throws IOException {
        Form back = code.byCard(surfer, request);
        idToken = PscBench.json(
                        code.redeem(CodeBench.redemption(back.first("code").orElseThrow())))
                .text("id_token")
                .orElseThrow();
    }

    @AfterEach
    void close() {
        code.close();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "prompt, none",
        "max_age, 60",
        "display, popup",
        "login_hint, 899900000029",
        "ui_locales, de",
        "claims, '{\"userinfo\":{\"given_name\":null},\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"eidas1\"]}}}'",
        "claims, '{\"id_token\":{\"acr\":{\"essential\":true}}}'",
        "claims, '{\"id_token\":{\"acr\":{\"values\":[\"eidas9\"]}}}'",
    })
    void theSessionServes(String name, String value) throws IOException {
        assertThat(asked(name, value).leftFor(CodeBench.CALLBACK).first("code")).isPresent();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "prompt, login",
        "prompt, select_account",
        "prompt, login consent",
        "max_age, 0",
        "max_age, 59",
        "claims, '{\"id_token\":{\"sub\":{\"value\":\"f:x:somebody\"}}}'",
        "claims, '{\"id_token\":{\"sub\":{\"value\":\"@me\"}},\"userinfo\":{\"sub\":{\"value\":\"f:x:somebody\"}}}'",
    })
    void thePersonLogsInAgain(String name, String value) throws IOException {
        code.bench.clock.advance(Duration.ofSeconds(60));

        String me = CodeFlowTest.claims(idToken).text("sub").orElseThrow();
        assertThat(asked(name, value.replace("@me", me)).page().text()).contains("id=\"login-form\"");
    }

    @Test
    void authTimeIsThatOfTheLastLogin() throws IOException {
        code.bench.clock.advance(Duration.ofSeconds(60));
        String silent = asked("max_age", "100")
                .leftFor(CodeBench.CALLBACK)
                .first("code")
                .orElseThrow();
        String again = code.byCard(surfer, Wrong.with(request, "prompt", "login"))
                .first("code")
                .orElseThrow();

        JsonObject first = claims(silent);
        JsonObject second = claims(again);

        assertThat(second.integer("auth_time").orElseThrow()
                        - first.integer("auth_time").orElseThrow())
                .isEqualTo(60);
        assertThat(second.text("sid")).isEqualTo(first.text("sid"));
    }

    @Test
    void anotherPersonHasAnotherSession() throws IOException {
        surfer.open(code.authorization(Wrong.with(request, "prompt", "login")))
                .submit("login-form", "person", OTHER, "method", "card", "action", "login");

        JsonObject claims =
                claims(surfer.leftFor(CodeBench.CALLBACK).first("code").orElseThrow());
        assertThat(claims.text("SubjectNameID")).contains(OTHER);
        assertThat(claims.text("sid")).isNotEqualTo(CodeFlowTest.claims(idToken).text("sid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "none-expired", "none-max_age"})
    void withoutSessionPromptNoneIsLoginRequired(String how) throws IOException {
        Surfer anybody = how.equals("none") ? code.surfer() : surfer;
        code.bench.clock.advance(how.equals("none-expired") ? Duration.ofMinutes(30) : Duration.ofSeconds(10));
        Form silent = Wrong.with(request, "prompt", "none");
        Form asked = how.equals("none-max_age") ? Wrong.with(silent, "max_age", "5") : silent;

        Form back = anybody.open(code.authorization(asked)).leftFor(CodeBench.CALLBACK);

        assertThat(back.first("error")).contains("login_required");
        assertThat(back.first("state")).contains("s-123");
    }

    @Test
    void idTokenHintOfTheSamePersonServesThoughItExpired() throws IOException {
        code.bench.clock.advance(Duration.ofMinutes(10));

        assertThat(asked("id_token_hint", idToken).leftFor(CodeBench.CALLBACK).first("code"))
                .isPresent();
    }

    @Test
    void idTokenHintMayBeOfAnotherClient() throws IOException {
        Form theirs = Wrong.with(CodeBench.request(Identities.GAMMA_ID), "id_token_hint", idToken);

        assertThat(surfer.open(code.authorization(Wrong.with(theirs, "prompt", "none")))
                        .leftFor(CodeBench.CALLBACK)
                        .first("code"))
                .isPresent();
    }

    @Test
    void idTokenHintOfAnotherPersonIsNeverAnsweredWithThisOne() throws IOException {
        surfer.open(code.authorization(Wrong.with(request, "prompt", "login")))
                .submit("login-form", "person", OTHER, "method", "card", "action", "login");
        Form hinted = Wrong.with(request, "id_token_hint", idToken);

        Form silent = surfer.open(code.authorization(Wrong.with(hinted, "prompt", "none")))
                .leftFor(CodeBench.CALLBACK);
        Form insisting = surfer.open(code.authorization(hinted))
                .submit("login-form", "person", OTHER, "method", "card", "action", "login")
                .leftFor(CodeBench.CALLBACK);

        assertThat(silent.first("error")).contains("login_required");
        assertThat(insisting.first("error")).contains("login_required");
    }

    @Test
    void anEssentialLevelThatIsNotGivenIsSaid() throws IOException {
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"eidas3\"}}}";

        assertThat(asked("claims", claims).leftFor(CodeBench.CALLBACK).first("error"))
                .contains("unmet_authentication_requirements");
    }

    @Test
    void aSessionThatIsUsedLivesOnButNotForEver() throws IOException {
        for (int i = 0; i < 11; i++) {
            code.bench.clock.advance(Duration.ofMinutes(20));
            assertThat(asked("prompt", "none").leftFor(CodeBench.CALLBACK).first("code"))
                    .isPresent();
        }
        code.bench.clock.advance(Duration.ofMinutes(20));

        assertThat(asked("prompt", "none").leftFor(CodeBench.CALLBACK).first("error"))
                .contains("login_required");
    }

    @Test
    void consentIsAskedOnceWhereTheClientRegisteredSo() throws IOException {
        Form asking = CodeBench.request(CodeBench.CONSENT_ID);
        Form silent = Wrong.with(asking, "prompt", "none");
        assertThat(surfer.open(code.authorization(silent))
                        .leftFor(CodeBench.CALLBACK)
                        .first("error"))
                .contains("consent_required");

        surfer.open(code.authorization(asking));
        assertThat(surfer.text("client")).contains(CodeBench.CONSENT_ID);
        assertThat(surfer.page().text()).contains("<li>scope_all</li>");
        surfer.submit("consent-form", "action", "allow");

        assertThat(surfer.leftFor(CodeBench.CALLBACK).first("code")).isPresent();
        assertThat(surfer.open(code.authorization(silent))
                        .leftFor(CodeBench.CALLBACK)
                        .first("code"))
                .isPresent();
        assertThat(surfer.open(code.authorization(Wrong.with(silent, "scope", "openid scope_all email")))
                        .leftFor(CodeBench.CALLBACK)
                        .first("error"))
                .contains("consent_required");
    }

    /** A claim asked for by name says what its scope would have said. */
    @Test
    void agreementIsAskedForClaimsToo() throws IOException {
        Form asking = CodeBench.request(CodeBench.CONSENT_ID);
        surfer.open(code.authorization(asking)).submit("consent-form", "action", "allow");
        Form more = Wrong.with(asking, "claims", "{\"userinfo\":{\"email\":null}}");

        assertThat(surfer.open(code.authorization(Wrong.with(more, "prompt", "none")))
                        .leftFor(CodeBench.CALLBACK)
                        .first("error"))
                .contains("consent_required");
        surfer.open(code.authorization(more));
        assertThat(surfer.page().text()).contains("<li>email</li>");
        surfer.submit("consent-form", "action", "allow");
        assertThat(surfer.open(code.authorization(Wrong.with(more, "prompt", "none")))
                        .leftFor(CodeBench.CALLBACK)
                        .first("code"))
                .isPresent();
    }

    @Test
    void consentComesAfterTheLogin() throws IOException {
        Surfer fresh = code.surfer().open(code.authorization(CodeBench.request(CodeBench.CONSENT_ID)));

        fresh.submit("login-form", "person", PscBench.PERSON, "method", "card", "action", "login");
        String id = fresh.filled("consent-form").first("id").orElseThrow();
        fresh.open(URI.create(code.bench.psc.issuer() + Paths.LOGIN + "?id=" + id));

        assertThat(fresh.submit("consent-form", "action", "allow")
                        .leftFor(CodeBench.CALLBACK)
                        .first("code"))
                .isPresent();
    }

    @Test
    void consentCanBeRefused() throws IOException {
        asked("prompt", "consent").submit("consent-form", "action", "deny");

        assertThat(surfer.leftFor(CodeBench.CALLBACK).first("error")).contains("access_denied");
    }

    @Test
    void consentIsNobodyElsesToGive() throws IOException {
        asked("prompt", "consent");
        surfer.cookies().remove("__Host-accroche-session");

        surfer.submit("consent-form", "action", "allow");

        assertThat(surfer.leftFor(CodeBench.CALLBACK).first("error")).contains("login_required");
    }

    private Surfer asked(String name, String value) throws IOException {
        return surfer.open(code.authorization(Wrong.with(request, name, value)));
    }

    private JsonObject claims(String given) throws IOException {
        return CodeFlowTest.claims(PscBench.json(code.redeem(CodeBench.redemption(given)))
                .text("id_token")
                .orElseThrow());
    }
}
