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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ECpsPageTest {

    private static final String OTHER = "899900000029";

    private final Phones phones = new Phones();

    @AfterEach
    void close() {
        phones.close();
    }

    @Test
    void pageShowsEachPhoneAndNoSecret() throws IOException {
        String mine = phones.ask(PscBench.PERSON, "42", "CARD");
        String others = phones.ask(OTHER, "07", "MOBILE");

        String page = phones.page("fr").text();

        assertThat(page)
                .startsWith("<!DOCTYPE html><html lang=\"fr\">")
                .contains("id=\"phone-" + PscBench.PERSON + "\"", "id=\"phone-" + OTHER + "\"")
                .contains("<span class=\"number\">42</span>", "<span class=\"number\">07</span>")
                .contains("carte CPS", "e-CPS", "alpha-edc-bas", "120 s")
                .contains(Professionals.find(OTHER).orElseThrow().displayName())
                .doesNotContain(mine, others, "<script", "id=\"nothing\"");
        assertThat(count(page, "<button name=\"action\" value=\"allow\"")).isEqualTo(2);
        assertThat(phones.bench.journal.all()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"en, Approve", "fr, Approuver", "'de, en;q=0.5', Approve", "fr-FR, Approuver", "de, Approuver"})
    void pageSpeaksTheBrowsersLanguage(String accepted, String button) throws IOException {
        phones.ask(PscBench.PERSON, "42", "CARD");

        assertThat(phones.page(accepted).text()).contains(">" + button + "</button>");
    }

    @Test
    void pageSaysThatNothingWaitsAndWhatABrowserMayDo() throws Exception {
        Response response = phones.page("en");

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
        String authReqId = phones.ask(PscBench.PERSON, "42", "CARD");
        String other = phones.ask(PscBench.PERSON, "43", "CARD");

        Response response = phones.press(phones.handleOf("42"), action);

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers().first("Location")).contains(Paths.ECPS);
        phones.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(phones.poll(authReqId)).isEqualTo(error);
        assertThat(phones.poll(other)).isEqualTo("authorization_pending");
        assertThat(phones.page("fr").text()).doesNotContain(">42<").contains(">43<");
    }

    @Test
    void jsonTellsWhatWaits() throws IOException {
        String authReqId = phones.ask(PscBench.PERSON, "42", "CARD");

        Response response = phones.bench.browser.send(
                Optional.empty(),
                ClientRequest.get(phones.bench.psc.uri().resolve(Paths.ECPS)).with("Accept", "application/json"));

        JsonObject row = (JsonObject)
                PscBench.json(response).array("requests").orElseThrow().items().get(0);
        assertThat(row.text("login_hint")).contains(PscBench.PERSON);
        assertThat(row.text("binding_message")).contains("42");
        assertThat(row.text("channel")).contains("CARD");
        assertThat(row.text("client_id")).contains(Identities.ALPHA_ID);
        assertThat(row.text("expires_at")).contains("2026-11-22T10:02:00Z");
        assertThat(response.text()).doesNotContain(authReqId);
        assertThat(phones.decide(
                                "action",
                                "allow",
                                "request",
                                row.text("request").orElseThrow())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void expiredRequestIsNoLongerShown() throws IOException {
        phones.ask(PscBench.PERSON, "42", "CARD");
        phones.bench.clock.advance(Duration.ofSeconds(120));

        assertThat(phones.page("fr").text()).contains("id=\"nothing\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Origin, https://other.invalid",
        "Origin, null",
        "Origin, http://127.0.0.1"
    })
    void refusesPagesOfOtherSites(String header, String value) throws IOException {
        String authReqId = phones.ask(PscBench.PERSON, "42", "CARD");

        Response response = phones.bench.browser.send(
                Optional.empty(),
                Browser.form(phones.bench.psc.uri().resolve(Paths.ECPS), Form.of("action", "allow"))
                        .with(header, value));

        assertThat(response.status()).isEqualTo(403);
        phones.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(phones.poll(authReqId)).isEqualTo("authorization_pending");
    }

    @Test
    void acceptsItsOwnPage() throws IOException {
        phones.ask(PscBench.PERSON, "42", "CARD");
        URI own = phones.bench.psc.uri();

        Response response = phones.bench.browser.send(
                Optional.empty(),
                Browser.form(own.resolve(Paths.ECPS), Form.of("action", "allow", "request", phones.handleOf("42")))
                        .with("Accept", "text/html")
                        .with("Origin", own.getScheme() + "://" + own.getAuthority())
                        .with("Sec-Fetch-Site", "same-origin"));

        assertThat(response.status()).isEqualTo(303);
    }

    @Test
    void escapesWhatItShows() throws IOException {
        try (PscBench words = new PscBench(PscBench.settings("bindingMessage: words, eCps: silent"))) {
            words.browser.post(
                    Identities.ALPHA,
                    words.at("ext/ciba/auth"),
                    Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", "699900000011000/CPAT00001"));
            String page = words.browser
                    .send(
                            Optional.empty(),
                            ClientRequest.get(words.psc.uri().resolve(Paths.ECPS))
                                    .with("Accept", "text/html"))
                    .text();

            assertThat(page).contains("id=\"phone-699900000011000/CPAT00001\"");
            assertThat(page.replaceAll("<[^>]*>", "")).doesNotContain("<", ">");
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
