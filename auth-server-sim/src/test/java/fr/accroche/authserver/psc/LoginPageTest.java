package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.CodeBench;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Surfer;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginPageTest {

    private static final List<String> HOSTILE = List.of(
            "\"><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "</title></style><svg onload=alert(1)>",
            "javascript:alert(1)",
            "{{7*7}}${7*7}",
            "&lt;script&gt;&#34;",
            "a\r\nSet-Cookie: x=y",
            "\u0000\u0008<b>");

    private final CodeBench code = CodeBench.sound();
    private final CodeBench realistic = new CodeBench(PscSettings.from(Declarations.realistic())
            .withClients(CodeBench.settings("").clients()));
    private final Form request = CodeBench.request(Identities.ALPHA_ID);

    @AfterAll
    void close() {
        code.close();
        realistic.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id",
                "redirect_uri",
                "state",
                "login_hint",
                "ui_locales",
                "scope",
                "nonce",
                "display",
                "response_type",
                "response_mode",
                "prompt",
                "max_age",
                "acr_values",
                "claims",
                "id_token_hint",
                "request",
                "code_challenge",
                "code_challenge_method",
                "\"><script>alert(1)</script>"
            })
    void noParameterWritesMarkupOrHeaders(String name) throws IOException {
        for (String hostile : HOSTILE) {
            for (Form asked : List.of(
                    Wrong.with(request, name, hostile),
                    Wrong.with(Wrong.with(request, "redirect_uri", "https://ailleurs.invalid/"), name, hostile),
                    Wrong.with(Wrong.with(request, "response_mode", "form_post"), name, hostile))) {
                assertHarmless(code.surfer().open(code.authorization(asked)).page());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "person", "method", "pin", "action"})
    void noFieldOfTheFormWritesMarkup(String name) throws IOException {
        for (String hostile : HOSTILE) {
            Surfer surfer = code.surfer().open(code.authorization(request));
            Form form = surfer.filled(
                    "login-form", "person", PscBench.PERSON, "method", "card", "pin", "9", "action", "login");
            surfer.post(login(""), Wrong.with(form, name, hostile));
            assertHarmless(surfer.page());
            assertHarmless(
                    surfer.open(login("?id=" + Form.of("x", hostile).encoded())).page());
        }
    }

    private static void assertHarmless(Response response) {
        assertThat(response.headers().first("x")).isEmpty();
        assertThat(response.headers().all("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-accroche-"));
        response.headers()
                .first("Location")
                .ifPresent(location ->
                        assertThat(location).startsWith(CodeBench.CALLBACK).doesNotContain("<", "\"", "'", "\r", "\n"));
        String page = response.text();
        assertThat(page)
                .doesNotContain("<script>alert", "<img", "<svg", "<b>", "onerror=alert(1)>", "href=\"javascript");
        assertThat(page).doesNotContain("\u0000");
        assertThat(Pattern.compile("<(\\w+)[^>]* on\\w+=").matcher(page).find()).isFalse();
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() throws IOException {
        Surfer surfer = code.surfer().open(code.authorization(request));
        assertGuarded(surfer.page(), " https://lps.accroche.invalid;");
        surfer.submit("login-form", "person", PscBench.PERSON, "method", "ecps", "action", "login");
        assertGuarded(surfer.page(), "connect-src 'self'");
        assertGuarded(
                code.surfer()
                        .open(code.authorization(Wrong.with(request, "client_id", "x")))
                        .page(),
                "form-action 'self';");
        assertGuarded(
                code.surfer()
                        .open(code.authorization(
                                Wrong.with(Wrong.with(request, "response_mode", "form_post"), "prompt", "none")))
                        .page(),
                " https://lps.accroche.invalid;");
        assertGuarded(surfer.open(login("?id=x")).page(), "form-action 'self';");
        assertGuarded(surfer.open(code.bench.at("logout")).page(), "form-action 'self';");
    }

    /** Each script and each style of the page is one whose hash its policy names. */
    private static void assertGuarded(Response response, String policyPart) {
        String policy = response.headers().first("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("frame-ancestors 'none'", "base-uri 'none'", policyPart)
                .doesNotContain("unsafe", "*");
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(response.headers().first("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().first("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().first("X-Frame-Options")).contains("DENY");
        assertThat(response.text()).contains("id=\"simulator-banner\"").doesNotContain(" style=\"");
        Matcher inline =
                Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(response.text());
        while (inline.find()) {
            assertThat(policy).contains(inline.group(1) + "-src 'sha256-" + sha256(inline.group(2)) + "'");
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everybodyIsListedUnderTheirIdentifier() throws IOException {
        String page = code.surfer().open(code.authorization(request)).page().text();

        assertThat(Professionals.known())
                .allSatisfy(person -> assertThat(page)
                        .contains(
                                "value=\"" + person.nationalId() + "\"",
                                person.familyName().replace("'", "&#39;")));
        assertThat(page)
                .contains(
                        "id=\"person-medecin\"",
                        "id=\"method-ecps\"",
                        "id=\"method-card\"",
                        "id=\"pin\"",
                        "id=\"login-submit\"",
                        "id=\"login-cancel\"");
    }

    @Test
    void loginHintChoosesThePerson() throws IOException {
        String page = code.surfer()
                .open(code.authorization(Wrong.with(request, "login_hint", "899900000029")))
                .page()
                .text();

        assertThat(page).containsPattern("value=\"899900000029\"[^>]*checked=");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, fr",
                "en, -, en",
                "de en fr, -, en",
                "fr-CA, en, fr",
                "-, 'en-GB,en;q=0.9,fr;q=0.8', en",
                "-, 'fr;q=0.9', fr",
                "xx, 'de', fr"
            })
    void speaksTheLanguageAskedFor(String uiLocales, String accepted, String language) throws IOException {
        Surfer surfer = code.surfer();
        if (accepted != null) {
            surfer.sending("Accept-Language", accepted);
        }

        String page = surfer.open(code.authorization(Wrong.with(request, "ui_locales", uiLocales)))
                .page()
                .text();

        assertThat(page).contains("<html lang=\"" + language + "\">");
        assertThat(page).contains(language.equals("fr") ? "Professionnel de test" : "Test professional");
    }

    @Test
    void theCookiesAreForThisHostAndNoScript() throws IOException {
        Surfer surfer = code.surfer().open(code.authorization(request));
        String browser = surfer.page().headers().first("Set-Cookie").orElseThrow();
        surfer.submit("login-form", "person", PscBench.PERSON, "method", "card", "action", "login");
        String session = surfer.page().headers().first("Set-Cookie").orElseThrow();

        assertThat(browser).matches("__Host-accroche-browser=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(session).matches("__Host-accroche-session=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void aSessionCookieSetBeforeTheLoginIsWorthNothingAfterIt() throws IOException {
        Surfer victim = code.surfer();
        victim.cookies().put("__Host-accroche-session", "chosen-by-someone-else");
        code.byCard(victim, request);
        Surfer attacker = code.surfer();
        attacker.cookies().put("__Host-accroche-session", "chosen-by-someone-else");

        assertThat(attacker.open(code.authorization(request)).page().text()).contains("id=\"login-form\"");
    }

    @Test
    void anotherBrowserCannotGoOnWithALogin() throws IOException {
        Surfer surfer = code.surfer().open(code.authorization(request));
        Form form = surfer.filled("login-form", "person", PscBench.PERSON, "method", "card", "action", "login");

        Surfer other = code.surfer().open(code.authorization(request));
        other.post(login(""), form);
        assertThat(other.page().status()).isEqualTo(400);
        assertThat(other.open(login("?id=" + form.first("id").orElseThrow()))
                        .page()
                        .status())
                .isEqualTo(400);
        assertThat(surfer.submit("login-form", "person", PscBench.PERSON, "method", "card", "action", "login")
                        .leftFor(CodeBench.CALLBACK)
                        .first("code"))
                .isPresent();
    }

    @Test
    void aLoginEndsOnce() throws IOException {
        Surfer surfer = code.surfer().open(code.authorization(request));
        Form form = surfer.filled("login-form");
        surfer.submit("login-form", "person", PscBench.PERSON, "method", "card", "action", "login");

        surfer.open(login("?id=" + form.first("id").orElseThrow()));

        assertThat(surfer.page().status()).isEqualTo(400);
        assertThat(surfer.text("error-code")).contains("expired_code");
    }

    @ParameterizedTest
    @CsvSource({"person, 899700000000", "person, ''", "method, fax", "method, ''"})
    void anIncompleteChoiceIsToldOnThePage(String name, String value) throws IOException {
        Surfer surfer = code.surfer().open(code.authorization(request));
        Form form = surfer.filled("login-form", "person", PscBench.PERSON, "method", "card", "action", "login");
        Form wrong = Wrong.with(form, name, value);

        surfer.submit(
                "login-form",
                "person",
                wrong.first("person").orElse(""),
                "method",
                wrong.first("method").orElse(""),
                "action",
                "login");

        assertThat(surfer.text("problem")).isPresent();
    }

    @Test
    void inRealisticModeNobodyLearnsWhoIsKnown() throws IOException {
        String known = hinted(PscBench.PERSON);
        String unknown = hinted("899700000000");

        assertThat(known.replace(PscBench.PERSON, "?").replaceAll("value=\"[\\w-]{43}\"", ""))
                .isEqualTo(unknown.replace("899700000000", "?").replaceAll("value=\"[\\w-]{43}\"", ""));
        assertThat(known).doesNotContain("MEDECINFICTIF");
        assertThat(phoneAsked("899700000000").text("number").orElseThrow()).matches("\\d\\d");
        assertThat(phoneAsked(PscBench.PERSON).text("number").orElseThrow()).matches("\\d\\d");
        assertThat(cardRefused("899700000000")).isEqualTo(cardRefused(PscBench.PERSON));
    }

    private String hinted(String hint) throws IOException {
        return realistic
                .surfer()
                .open(realistic.authorization(Wrong.with(request, "login_hint", hint)))
                .page()
                .text();
    }

    private Surfer phoneAsked(String person) throws IOException {
        Surfer surfer = realistic.surfer().open(realistic.authorization(request));
        return surfer.submit("login-form", "person", person, "method", "ecps", "action", "login");
    }

    private String cardRefused(String person) throws IOException {
        Surfer surfer = realistic.surfer().open(realistic.authorization(request));
        surfer.submit("login-form", "person", person, "method", "card", "pin", "9999", "action", "login");
        return surfer.text("problem").orElseThrow();
    }

    @Test
    void inRealisticModeTheErrorPageKeepsItsReasons() throws IOException {
        Response response = realistic
                .surfer()
                .open(realistic.authorization(Wrong.with(request, "redirect_uri", "https://ailleurs.invalid/")))
                .page();

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).isEmpty();
        assertThat(response.text()).doesNotContain("error-reasons", "TOK-06", "ailleurs");
    }

    @Test
    void theErrorPageSaysWhatWasExpected() throws IOException {
        Response response = code.surfer()
                .open(code.authorization(Wrong.with(request, "redirect_uri", "https://ailleurs.invalid/")))
                .page();

        assertThat(response.text())
                .contains("data-rule=\"TOK-06\"", "https://ailleurs.invalid/", CodeBench.CALLBACK)
                .contains(
                        "Remède", "Qui peut le faire", Owner.EDITEUR_LPS.title().fr());
    }

    private URI login(String query) {
        return URI.create(code.bench.psc.issuer() + Paths.LOGIN + query);
    }
}
