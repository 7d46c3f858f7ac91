package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.Branch;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CibaPingTest {

    private static final String TOKEN = "8d67dc78-7faa-4d41-aabd-67707b374255";

    private static PscBench bench(URI endpoint, ECps.Answer habit, String choices) {
        return new PscBench(Registrations.settings("ping: true" + choices, Registrations.pinged(endpoint))
                .withECps(ECps.always(habit))
                .notifying(Identities.IGC.roots(Branch.TEST)));
    }

    @Test
    void tellsTheClientThatMayThenAskAtOnce() throws Exception {
        try (NotifiedClient client = new NotifiedClient(Response.of(204));
                PscBench bench = bench(client.endpoint(), ECps.Answer.APPROVE, "")) {
            String authReqId = ask(bench);

            Request told = client.await(1).get(0);
            assertThat(told.method()).isEqualTo("POST");
            assertThat(told.path()).isEqualTo("/ciba/told");
            assertThat(told.headers().all("Authorization")).containsExactly("Bearer " + TOKEN);
            assertThat(told.headers().first("Content-Type")).contains("application/json");
            assertThat(told.text()).isEqualTo("{\"auth_req_id\":\"" + authReqId + "\"}");

            Hop hop = bench.journal.await(Stage.PSC_PING);
            assertThat(hop.call()).isEqualTo("POST " + client.endpoint());
            assertThat(hop.status()).isEqualTo(204);
            assertThat(hop.answer()).isEmpty();
            assertThat(hop.value(Fact.CLIENT_ID)).contains(Identities.ALPHA_ID);
            assertThat(hop.value(Fact.AUTH_REQ_ID))
                    .isEqualTo(bench.journal.last(Stage.PSC_CIBA).value(Fact.AUTH_REQ_ID));
            assertThat(bench.journal.all().toString()).doesNotContain(TOKEN, authReqId);

            Response tokens = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
            assertThat(tokens.status()).isEqualTo(200);
            assertThat(bench.journal.last().value(Fact.POLL_GAP)).isEmpty();
        }
    }

    @Test
    void tellsOfRefusalsOnceTheyCount() throws Exception {
        try (NotifiedClient client = new NotifiedClient(Response.of(200));
                PscBench bench = bench(client.endpoint(), ECps.Answer.REFUSE, ", eCpsDelay: 3s")) {
            String authReqId = ask(bench);
            bench.clock.advance(Duration.ofSeconds(1));
            Response pending = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
            assertThat(PscBench.json(pending).text("error")).contains("authorization_pending");
            assertThat(client.told()).isEmpty();

            bench.clock.advance(Duration.ofSeconds(2));
            client.await(1);

            Response denied = bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId);
            assertThat(PscBench.json(denied).text("error")).contains("access_denied");
        }
    }

    @Test
    void tellsWhatIsAnsweredAtTheDesk() throws Exception {
        try (NotifiedClient client = new NotifiedClient(Response.of(204));
                PscBench bench = bench(client.endpoint(), ECps.Answer.SILENT, "")) {
            String authReqId = ask(bench);
            bench.browser.send(
                    Optional.empty(),
                    Browser.form(
                            bench.psc.uri().resolve(Paths.ECPS), Form.of("action", "allow", "auth_req_id", authReqId)));

            assertThat(client.await(1)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"307, redirect_not_followed", "404, ping_refused", "401, ping_refused"})
    void takesNoForAnAnswer(int status, String noted) throws Exception {
        try (NotifiedClient elsewhere = new NotifiedClient(Response.of(204));
                NotifiedClient client = new NotifiedClient(Response.of(status)
                        .with("Location", elsewhere.endpoint().toString()));
                PscBench bench = bench(client.endpoint(), ECps.Answer.APPROVE, "")) {
            ask(bench);

            Hop hop = bench.journal.await(Stage.PSC_PING);

            assertThat(hop.status()).isEqualTo(status);
            assertThat(hop.answer()).contains(noted);
            ask(bench);
            assertThat(client.await(2)).hasSize(2);
            assertThat(elsewhere.told()).isEmpty();
        }
    }

    @Test
    void triesThreeTimesAndNoMore() throws Exception {
        try (NotifiedClient client =
                        new NotifiedClient(Response.of(500), Response.of(503), Response.of(502), Response.of(204));
                PscBench bench = bench(client.endpoint(), ECps.Answer.APPROVE, "")) {
            ask(bench);

            client.await(CibaPings.TRIES);
            assertThat(ask(bench)).isNotEmpty();
            client.await(CibaPings.TRIES + 1);

            assertThat(client.told().stream().map(Request::text).distinct()).hasSize(2);
            List<Hop> hops = bench.journal.all().stream()
                    .filter(hop -> hop.stage() == Stage.PSC_PING)
                    .toList();
            assertThat(hops).extracting(Hop::status).startsWith(500, 503, 502);
            assertThat(hops.get(2).call()).endsWith(" (3)");
        }
    }

    @Test
    void clientThatIsNotThereHoldsNobodyUp() throws Exception {
        URI nowhere;
        try (NotifiedClient client = new NotifiedClient(Response.of(204))) {
            nowhere = client.endpoint();
        }
        try (PscBench bench = bench(nowhere, ECps.Answer.APPROVE, "")) {
            String authReqId = ask(bench);

            Hop hop = bench.journal.await(Stage.PSC_PING);

            assertThat(hop.status()).isZero();
            assertThat(hop.answer()).isPresent();
            bench.clock.advance(Duration.ofSeconds(1));
            assertThat(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void endpointOfAnUnknownAuthorityIsNotTold() throws Exception {
        try (NotifiedClient client = new NotifiedClient(Response.of(204));
                PscBench bench =
                        new PscBench(Registrations.settings("ping: true", Registrations.pinged(client.endpoint()))
                                .notifying(Identities.IGC.roots(Branch.PRODUCTION)))) {
            ask(bench);

            assertThat(bench.journal.await(Stage.PSC_PING).status()).isZero();
            assertThat(client.told()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "é", "a=b", "=", "a,b", "\"quoted\"", "LONG"})
    void refusesTokenThatIsNoBearerToken(String token) throws Exception {
        try (NotifiedClient client = new NotifiedClient(Response.of(204));
                PscBench bench = bench(client.endpoint(), ECps.Answer.SILENT, "")) {
            String sent = token.equals("LONG") ? "x".repeat(1_025) : token;
            Form form = PscBench.ciba(Identities.ALPHA_ID).plus("client_notification_token", sent);

            Response response = bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);

            Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
            assertThat(bench.journal.last().breaches().get(0).observed().value())
                    .isIn("present", Observed.NOTHING.value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-Z.a_z~0+9/==", "LONG"})
    void acceptsBearerTokens(String token) throws Exception {
        try (NotifiedClient client = new NotifiedClient(Response.of(204));
                PscBench bench = bench(client.endpoint(), ECps.Answer.SILENT, "")) {
            String sent = token.equals("LONG") ? "x".repeat(1_024) : token;
            Form form = PscBench.ciba(Identities.ALPHA_ID).plus("client_notification_token", sent);

            assertThat(bench.browser
                            .post(Identities.ALPHA, bench.at("ext/ciba/auth"), form)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void nobodyIsToldWhereSettingsDoNotAllowIt() throws Exception {
        try (NotifiedClient client = new NotifiedClient(Response.of(204));
                PscBench bench = new PscBench(Registrations.settings("", Registrations.pinged(client.endpoint()))
                        .notifying(Identities.IGC.roots(Branch.TEST)))) {
            assertThat(bench.connect(Identities.ALPHA, Identities.ALPHA_ID).text("access_token"))
                    .isPresent();
            assertThat(client.told()).isEmpty();
        }
    }

    @Test
    void doesNotStartWithoutAnAuthorityToTrust() {
        PscSettings trustless =
                Registrations.settings("ping: true", Registrations.pinged(URI.create("https://lps.invalid/told")));

        assertThatThrownBy(() -> new PscBench(trustless)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String ask(PscBench bench) throws IOException {
        Form form = PscBench.ciba(Identities.ALPHA_ID).plus("client_notification_token", TOKEN);
        Response response = bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);
        return PscBench.json(response).text("auth_req_id").orElseThrow();
    }
}
