package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ECpsDeskTest {

    private static final String OTHER = "899900000029";

    private final Phones phones = new Phones();

    @AfterEach
    void close() {
        phones.close();
    }

    @Test
    void thirdWrongCodeDenies() throws IOException {
        String authReqId = phones.ask(PscBench.PERSON, "42", "MOBILE");
        String handle = phones.handleOf("42");
        phones.press(handle, "wrong-code");
        assertThat(phones.decide("action", "wrong-code", "auth_req_id", authReqId)
                        .status())
                .isEqualTo(204);
        assertThat(phones.page("en").text()).contains("Wrong codes", "2 / 3");
        phones.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(phones.poll(authReqId)).isEqualTo("authorization_pending");

        phones.decide("action", "wrong-code", "request", handle);

        assertThat(phones.page("en").text()).contains("id=\"nothing\"");
        phones.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(phones.poll(authReqId)).isEqualTo("access_denied");
        assertThat(phones.poll(authReqId)).isEqualTo("invalid_grant");
    }

    @Test
    void twoWrongCodesCanStillBePutRight() throws IOException {
        String authReqId = phones.ask(PscBench.PERSON, "42", "MOBILE");
        phones.decide("action", "wrong-code");
        phones.decide("action", "wrong-code");
        phones.decide("action", "allow", "auth_req_id", authReqId);
        phones.bench.clock.advance(Duration.ofSeconds(1));

        assertThat(phones.poll(authReqId)).isEqualTo("-");
    }

    @Test
    void professionalAnswersAllOfTheirRequestsAndThoseToCome() throws IOException {
        String before = phones.ask(PscBench.PERSON, "42", "CARD");
        String others = phones.ask(OTHER, "43", "CARD");
        assertThat(phones.decide("action", "allow", "login_hint", "medecin").status())
                .isEqualTo(204);
        String after = phones.ask(PscBench.PERSON, "44", "CARD");
        String othersAfter = phones.ask(OTHER, "45", "CARD");
        phones.bench.clock.advance(Duration.ofSeconds(1));

        assertThat(phones.poll(before)).isEqualTo("-");
        assertThat(phones.poll(after)).isEqualTo("-");
        assertThat(phones.poll(others)).isEqualTo("authorization_pending");
        assertThat(phones.poll(othersAfter)).isEqualTo("authorization_pending");
        phones.decide("action", "deny");
        String denied = phones.ask(PscBench.PERSON, "46", "CARD");
        phones.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(phones.poll(denied)).isEqualTo("access_denied");
    }

    @Test
    void queryIsAsGoodAsAForm() throws IOException {
        String authReqId = phones.ask(PscBench.PERSON, "42", "CARD");
        URI order = URI.create(phones.bench.psc.uri().resolve(Paths.ECPS) + "?action=deny&auth_req_id=" + authReqId);
        Response response =
                phones.bench.browser.send(Optional.empty(), ClientRequest.post(order, "application/octet-stream", ""));

        assertThat(response.status()).isEqualTo(204);
        phones.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(phones.poll(authReqId)).isEqualTo("access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"action=perhaps", "action=", "", "auth_req_id=x", "action=%zz"})
    void saysWhatItCannotRead(String body) throws IOException {
        Response response = phones.bench.browser.send(
                Optional.empty(),
                ClientRequest.post(
                        phones.bench.psc.uri().resolve(Paths.ECPS), "application/x-www-form-urlencoded", body));

        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void answersNoRequestThatHasExpired() throws IOException {
        String authReqId = phones.ask(PscBench.PERSON, "42", "CARD");
        phones.bench.clock.advance(Duration.ofMinutes(2));

        assertThat(phones.decide("action", "allow", "auth_req_id", authReqId).status())
                .isEqualTo(404);
    }

    @Test
    void knowsWhomItKnows() throws IOException {
        assertThat(phones.decide("action", "allow", "login_hint", "899900009996")
                        .status())
                .isEqualTo(404);
        assertThat(phones.decide("action", "allow", "auth_req_id", "none").status())
                .isEqualTo(404);
        assertThat(phones.decide("action", "allow", "request", "none").status()).isEqualTo(404);
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

            assertThat(Phones.error(scripted.poll(Identities.ALPHA, Identities.ALPHA_ID, one)))
                    .isEqualTo(first);
            assertThat(Phones.error(scripted.poll(Identities.ALPHA, Identities.ALPHA_ID, other)))
                    .isEqualTo(second);
        }
    }

    @Test
    void answerCountsAfterItsDelay() throws IOException {
        try (PscBench delayed = new PscBench(PscBench.settings("eCps: allow, eCpsDelay: 3s"))) {
            String authReqId = delayed.ask(Identities.ALPHA, Identities.ALPHA_ID);
            for (int second = 1; second < 3; second++) {
                delayed.clock.advance(Duration.ofSeconds(1));
                assertThat(Phones.error(delayed.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId)))
                        .isEqualTo("authorization_pending");
            }
            delayed.clock.advance(Duration.ofSeconds(1));
            assertThat(Phones.error(delayed.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId)))
                    .isEqualTo("-");
        }
    }

    @Test
    void resetHasThemDoAgainWhatTheyDid() throws IOException {
        phones.decide("action", "allow");
        phones.decide("action", "deny", "login_hint", OTHER);

        Response reset = phones.bench.browser.send(
                Optional.empty(), Browser.form(phones.bench.psc.uri().resolve("/__accroche/reset"), Form.of()));

        assertThat(reset.status()).isEqualTo(204);
        String asked = phones.ask(OTHER, "42", "CARD");
        phones.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(phones.poll(asked)).isEqualTo("authorization_pending");
    }

    /** What {@code accroche up --ecps} does. */
    @Test
    void oneAnswerForAllOutdoesWhatWasDeclaredOfEach() throws IOException {
        PscSettings declared = PscBench.settings("eCpsOf: { medecin: allow }");
        PscSettings told = declared.withChoices(declared.choices().withECps(PscChoices.ECpsAnswer.DENY));
        try (PscBench bench = new PscBench(told)) {
            String asked = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
            bench.clock.advance(Duration.ofSeconds(1));

            assertThat(Phones.error(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, asked)))
                    .isEqualTo("access_denied");
        }
    }
}
