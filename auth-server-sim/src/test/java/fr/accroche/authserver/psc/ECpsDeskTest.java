package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ECpsDeskTest {

    private static final String OTHER = "899900000029";

    private final PscBench bench = new PscBench(PscBench.settings().withECps(ECps.always(ECps.Answer.SILENT)));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void pageShowsEachPhoneAndNoSecret() throws IOException {
        String mine = ask(PscBench.PERSON, "42", "CARD");
        String others = ask(OTHER, "07", "MOBILE");

        String page = page("fr").text();

        assertThat(page)
                .startsWith("<!DOCTYPE html><html lang=\"fr\">")
                .contains("id=\"phone-" + PscBench.PERSON + "\"", "id=\"phone-" + OTHER + "\"")
                .contains("<span class=\"number\">42</span>", "<span class=\"number\">07</span>")
                .contains("carte CPS", "e-CPS", "alpha-edc-bas", "120 s")
                .contains(Professionals.find(OTHER).orElseThrow().displayName())
                .doesNotContain(mine, others, "<script", "id=\"nothing\"");
        assertThat(count(page, "<button name=\"action\" value=\"allow\"")).isEqualTo(2);
        assertThat(bench.journal.all()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"en, Approve", "fr, Approuver", "'de, en;q=0.5', Approve", "fr-FR, Approuver", "de, Approuver"})
    void pageSpeaksTheBrowsersLanguage(String accepted, String button) throws IOException {
        ask(PscBench.PERSON, "42", "CARD");

        assertThat(page(accepted).text()).contains(">" + button + "</button>");
    }

    @Test
    void pageSaysThatNothingWaitsAndWhatABrowserMayDo() throws Exception {
        Response response = page("en");

        assertThat(response.text()).contains("id=\"nothing\"", "http-equiv=\"refresh\"");
        assertThat(response.headers().first("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(response.headers().first("X-Content-Type-Options")).contains("nosniff");
        String style = response.text()
                .substring(
                        response.text().indexOf("<style>") + 7, response.text().indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(response.headers().first("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'", "'sha256-" + hash + "'", "form-action 'self'", "frame-ancestors 'none'");
    }

    @ParameterizedTest
    @CsvSource({"allow, -", "deny, access_denied"})
    void buttonAnswersItsRequestAndShowsThePageAgain(String action, String error) throws IOException {
        String authReqId = ask(PscBench.PERSON, "42", "CARD");
        String other = ask(PscBench.PERSON, "43", "CARD");

        Response response = press(handleOf("42"), action);

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers().first("Location")).contains(Paths.ECPS);
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(poll(authReqId)).isEqualTo(error);
        assertThat(poll(other)).isEqualTo("authorization_pending");
        assertThat(page("fr").text()).doesNotContain(">42<").contains(">43<");
    }

    @Test
    void thirdWrongCodeDenies() throws IOException {
        String authReqId = ask(PscBench.PERSON, "42", "MOBILE");
        String handle = handleOf("42");
        press(handle, "wrong-code");
        assertThat(decide("action", "wrong-code", "auth_req_id", authReqId).status())
                .isEqualTo(204);
        assertThat(page("en").text()).contains("Wrong codes", "2 / 3");
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(poll(authReqId)).isEqualTo("authorization_pending");

        decide("action", "wrong-code", "request", handle);

        assertThat(page("en").text()).contains("id=\"nothing\"");
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(poll(authReqId)).isEqualTo("access_denied");
        assertThat(poll(authReqId)).isEqualTo("invalid_grant");
    }

    @Test
    void twoWrongCodesCanStillBePutRight() throws IOException {
        String authReqId = ask(PscBench.PERSON, "42", "MOBILE");
        decide("action", "wrong-code");
        decide("action", "wrong-code");
        decide("action", "allow", "auth_req_id", authReqId);
        bench.clock.advance(Duration.ofSeconds(1));

        assertThat(poll(authReqId)).isEqualTo("-");
    }

    @Test
    void professionalAnswersAllOfTheirRequestsAndThoseToCome() throws IOException {
        String before = ask(PscBench.PERSON, "42", "CARD");
        String others = ask(OTHER, "43", "CARD");
        assertThat(decide("action", "allow", "login_hint", "medecin").status()).isEqualTo(204);
        String after = ask(PscBench.PERSON, "44", "CARD");
        String othersAfter = ask(OTHER, "45", "CARD");
        bench.clock.advance(Duration.ofSeconds(1));

        assertThat(poll(before)).isEqualTo("-");
        assertThat(poll(after)).isEqualTo("-");
        assertThat(poll(others)).isEqualTo("authorization_pending");
        assertThat(poll(othersAfter)).isEqualTo("authorization_pending");
        decide("action", "deny");
        String denied = ask(PscBench.PERSON, "46", "CARD");
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(poll(denied)).isEqualTo("access_denied");
    }

    @Test
    void queryIsAsGoodAsAForm() throws IOException {
        String authReqId = ask(PscBench.PERSON, "42", "CARD");
        URI order = URI.create(bench.psc.uri().resolve(Paths.ECPS) + "?action=deny&auth_req_id=" + authReqId);
        Response response =
                bench.browser.send(Optional.empty(), ClientRequest.post(order, "application/octet-stream", ""));

        assertThat(response.status()).isEqualTo(204);
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(poll(authReqId)).isEqualTo("access_denied");
    }

    @Test
    void jsonTellsWhatWaits() throws IOException {
        String authReqId = ask(PscBench.PERSON, "42", "CARD");

        Response response = bench.browser.send(
                Optional.empty(),
                ClientRequest.get(bench.psc.uri().resolve(Paths.ECPS)).with("Accept", "application/json"));

        JsonObject row = (JsonObject)
                PscBench.json(response).array("requests").orElseThrow().items().get(0);
        assertThat(row.text("login_hint")).contains(PscBench.PERSON);
        assertThat(row.text("binding_message")).contains("42");
        assertThat(row.text("channel")).contains("CARD");
        assertThat(row.text("client_id")).contains(Identities.ALPHA_ID);
        assertThat(row.text("expires_at")).contains("2026-11-22T10:02:00Z");
        assertThat(response.text()).doesNotContain(authReqId);
        assertThat(decide("action", "allow", "request", row.text("request").orElseThrow())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void expiredRequestIsNoLongerShown() throws IOException {
        ask(PscBench.PERSON, "42", "CARD");
        bench.clock.advance(Duration.ofSeconds(120));

        assertThat(page("fr").text()).contains("id=\"nothing\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://other.invalid",
        "Origin, null",
        "Origin, http://127.0.0.1"
    })
    void refusesPagesOfOtherSites(String header, String value) throws IOException {
        String authReqId = ask(PscBench.PERSON, "42", "CARD");

        Response response = bench.browser.send(
                Optional.empty(),
                Browser.form(bench.psc.uri().resolve(Paths.ECPS), Form.of("action", "allow"))
                        .with(header, value));

        assertThat(response.status()).isEqualTo(403);
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(poll(authReqId)).isEqualTo("authorization_pending");
    }

    @Test
    void acceptsItsOwnPage() throws IOException {
        ask(PscBench.PERSON, "42", "CARD");
        URI own = bench.psc.uri();

        Response response = bench.browser.send(
                Optional.empty(),
                Browser.form(own.resolve(Paths.ECPS), Form.of("action", "allow", "request", handleOf("42")))
                        .with("Accept", "text/html")
                        .with("Origin", own.getScheme() + "://" + own.getAuthority())
                        .with("Sec-Fetch-Site", "same-origin"));

        assertThat(response.status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"action=perhaps", "action=", "", "auth_req_id=x", "action=%zz"})
    void saysWhatItCannotRead(String body) throws IOException {
        Response response = bench.browser.send(
                Optional.empty(),
                ClientRequest.post(bench.psc.uri().resolve(Paths.ECPS), "application/x-www-form-urlencoded", body));

        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void knowsWhomItKnows() throws IOException {
        assertThat(decide("action", "allow", "login_hint", "899900009996").status())
                .isEqualTo(404);
        assertThat(decide("action", "allow", "auth_req_id", "none").status()).isEqualTo(404);
        assertThat(decide("action", "allow", "request", "none").status()).isEqualTo(404);
    }

    @Test
    void escapesWhatItShows() throws IOException {
        try (PscBench words = new PscBench(PscBench.settings("bindingMessage: words, eCps: silent"))) {
            words.browser.post(
                    Identities.ALPHA,
                    words.at("ext/ciba/auth"),
                    Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", "699900000011000/CPAT00001"));
            String page = words.browser
                    .send(Optional.empty(), ClientRequest.get(words.psc.uri().resolve(Paths.ECPS)))
                    .text();

            assertThat(page).contains("id=\"phone-699900000011000/CPAT00001\"");
            assertThat(page.replaceAll("<[^>]*>", "")).doesNotContain("<", ">");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'eCps: deny',                                          access_denied, access_denied",
        "'eCps: silent',                                        authorization_pending, authorization_pending",
        "'eCps: allow',                                         -, -",
        "'eCps: habit',                                         authorization_pending, authorization_pending",
        "'eCpsOf: { \"899900000011\": deny }',                  access_denied, authorization_pending",
        "'eCps: deny, eCpsOf: { \"899900000029\": allow }',     access_denied, -",
        "'eCps: deny, eCpsOf: { \"899900000029\": habit }',     access_denied, authorization_pending",
        "'eCpsOf: { medecin: allow }',                          -, authorization_pending",
    })
    void professionalsDoWhatTheDeclarationSays(String choices, String first, String second) throws IOException {
        try (PscBench scripted = new PscBench(PscBench.settings(choices).withECps(ECps.always(ECps.Answer.SILENT)))) {
            String one = scripted.ask(Identities.ALPHA, Identities.ALPHA_ID);
            String other = PscBench.json(scripted.browser.post(
                            Identities.ALPHA,
                            scripted.at("ext/ciba/auth"),
                            Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", OTHER)))
                    .text("auth_req_id")
                    .orElseThrow();
            scripted.clock.advance(Duration.ofSeconds(1));

            assertThat(error(scripted.poll(Identities.ALPHA, Identities.ALPHA_ID, one)))
                    .isEqualTo(first);
            assertThat(error(scripted.poll(Identities.ALPHA, Identities.ALPHA_ID, other)))
                    .isEqualTo(second);
        }
    }

    @Test
    void answerCountsAfterItsDelay() throws IOException {
        try (PscBench delayed = new PscBench(PscBench.settings("eCps: allow, eCpsDelay: 3s"))) {
            String authReqId = delayed.ask(Identities.ALPHA, Identities.ALPHA_ID);
            for (int second = 1; second < 3; second++) {
                delayed.clock.advance(Duration.ofSeconds(1));
                assertThat(error(delayed.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId)))
                        .isEqualTo("authorization_pending");
            }
            delayed.clock.advance(Duration.ofSeconds(1));
            assertThat(error(delayed.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId)))
                    .isEqualTo("-");
        }
    }

    private String ask(String person, String number, String channel) throws IOException {
        Form form = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", person);
        form = Wrong.with(Wrong.with(form, "binding_message", number), "channel", channel);
        Response response = bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);
        return PscBench.json(response).text("auth_req_id").orElseThrow();
    }

    private String poll(String authReqId) throws IOException {
        return error(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId));
    }

    /** The error, or a dash. */
    private static String error(Response response) {
        return PscBench.json(response).text("error").orElse("-");
    }

    private Response page(String language) throws IOException {
        return bench.browser.send(
                Optional.empty(),
                ClientRequest.get(bench.psc.uri().resolve(Paths.ECPS))
                        .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .with("Accept-Language", language));
    }

    private String handleOf(String number) throws IOException {
        Matcher form = Pattern.compile("id=\"request-([^\"]+)\".*?class=\"number\">(\\d\\d)<")
                .matcher(page("fr").text());
        while (form.find()) {
            if (form.group(2).equals(number)) {
                return form.group(1);
            }
        }
        throw new AssertionError("no request " + number);
    }

    private Response press(String handle, String action) throws IOException {
        return bench.browser.send(
                Optional.empty(),
                Browser.form(bench.psc.uri().resolve(Paths.ECPS), Form.of("request", handle, "action", action))
                        .with("Accept", "text/html"));
    }

    private Response decide(String... form) throws IOException {
        return bench.browser.send(Optional.empty(), Browser.form(bench.psc.uri().resolve(Paths.ECPS), Form.of(form)));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
