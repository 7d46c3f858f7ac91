package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that die with the PSC session that they come from (OpenID Connect Back-Channel Logout 1.0). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackchannelLogoutTest {

    private static final String EVENTS = "{\"http://schemas.openid.net/event/backchannel-logout\":{}}";

    private final ApiBench bench = ApiBench.with("apiPsc: { followsPscSession: true }");

    @AfterAll
    void close() {
        bench.close();
    }

    private static void logOut(ApiBench bench, JsonObject pscTokens) throws IOException {
        bench.psc.browser.send(
                Optional.empty(),
                Browser.form(
                        bench.psc.at("logout"),
                        Form.of("id_token_hint", pscTokens.text("id_token").orElseThrow())));
    }

    private static JsonObject exchanged(ApiBench bench, JsonObject pscTokens, Teleservice service) throws IOException {
        String token = pscTokens.text("access_token").orElseThrow();
        return PscBench.json(bench.exchange(service, Identities.ALPHA, ApiBench.exchange(token)));
    }

    private static Optional<Boolean> active(ApiBench bench, Teleservice service, JsonObject tokens) throws IOException {
        return bench.introspect(service, tokens.text("access_token").orElseThrow())
                .bool("active");
    }

    @Test
    void theLogoutKillsTheTokensOfItsSessionAtEveryRealmAndNoOthers() throws IOException {
        JsonObject session = bench.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
        JsonObject dmp = exchanged(bench, session, Teleservice.DMP);
        JsonObject insi = exchanged(bench, session, Teleservice.INSI);
        JsonObject another = bench.tokens();

        logOut(bench, session);

        assertThat(active(bench, Teleservice.DMP, dmp)).contains(false);
        assertThat(active(bench, Teleservice.INSI, insi)).contains(false);
        assertThat(active(bench, Teleservice.DMP, another)).contains(true);
        assertThat(bench.exchange(ApiBench.renewal(dmp.text("refresh_token").orElseThrow()))
                        .status())
                .isEqualTo(400);
        assertThat(bench.journal.last(Stage.API_LOGOUT).value(Fact.PSC_SESSION))
                .isEqualTo(session.text("session_state"));
        assertThat(bench.journal.last(Stage.API_LOGOUT).status()).isEqualTo(200);
    }

    @Test
    void noTokenComesFromASessionThatPscSaidHasEnded() throws IOException {
        try (ApiBench local = ApiBench.with("apiPsc: { followsPscSession: true, subjectTokenCheck: local-jwks }")) {
            JsonObject session = local.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
            Form form = ApiBench.exchange(session.text("access_token").orElseThrow());
            assertThat(local.exchange(form).status()).isEqualTo(200);

            logOut(local, session);

            Wrong.assertRefused(local.exchange(form), local.journal.last(), 400, "invalid_request", "TOK-02");
            assertThat(local.journal.last().value(Fact.SUBJECT_TOKEN_STATE)).contains("inactive");
        }
    }

    @Test
    void noTokenComesFromASessionThatEndsDuringTheExchange() throws IOException {
        try (ApiBench local = ApiBench.with("apiPsc: { followsPscSession: true }")) {
            JsonObject session = local.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
            local.credential.meanwhile(() -> logOutUnchecked(local, session));

            Response response = local.exchange(
                    ApiBench.exchange(session.text("access_token").orElseThrow()));

            Wrong.assertRefused(response, local.journal.last(), 400, "invalid_request", "TOK-02");
            assertThat(local.journal.last().value(Fact.SUBJECT_TOKEN_STATE)).contains("inactive");
            assertThat(local.psc
                            .browser
                            .send(
                                    Optional.empty(),
                                    ClientRequest.get(local.api.uri().resolve("/__accroche/state")))
                            .text())
                    .contains("\"tokens.dmp\":0");
        }
    }

    private static void logOutUnchecked(ApiBench bench, JsonObject session) {
        try {
            logOut(bench, session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noTokenComesFromAPersonsTokensIssuedBeforeAllOfTheirSessionsEnded() throws IOException {
        try (ApiBench local = ApiBench.with("apiPsc: { followsPscSession: true, subjectTokenCheck: local-jwks }")) {
            String before = local.pscToken();
            String person = CompactJws.claims(before)
                    .flatMap(claims -> claims.text("sub"))
                    .orElseThrow();
            assertThat(notice(local, claims(local).without("sid").with("sub", person))
                            .status())
                    .isEqualTo(200);
            local.psc.clock.advance(Duration.ofSeconds(1));

            assertThat(local.exchange(ApiBench.exchange(before)).status()).isEqualTo(400);
            assertThat(local.exchange(ApiBench.exchange(local.pscToken())).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSessionIsKnownToHaveEndedForAsLongAsItsTokensLive() throws IOException {
        try (ApiBench local =
                ApiBench.with("pscTokenLife: 3h, apiPsc: { followsPscSession: true, subjectTokenCheck: local-jwks }")) {
            JsonObject session = local.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
            Form form = ApiBench.exchange(Identities.signing()
                    .sign(CompactJws.claims(session.text("access_token").orElseThrow())
                            .orElseThrow()
                            .with("exp", local.psc.clock.instant().getEpochSecond() + 10_800)));
            logOut(local, session);

            local.psc.clock.advance(Duration.ofHours(2));

            assertThat(local.exchange(form).status()).isEqualTo(400);
        }
    }

    @Test
    void aResetForgetsWhatWasExchangedToo() throws IOException {
        try (ApiBench once = ApiBench.with("apiPsc: { subjectTokenOnce: true, subjectTokenCheck: local-jwks }")) {
            long start = once.psc.clock.instant().getEpochSecond();
            JsonObject claims = CompactJws.claims(once.pscToken()).orElseThrow().with("iat", start);
            Form form = ApiBench.exchange(Identities.signing().sign(claims));
            assertThat(once.exchange(form).status()).isEqualTo(200);
            assertThat(once.exchange(form).status()).isEqualTo(400);

            Response reset = once.psc.browser.send(
                    Optional.empty(), Browser.form(once.api.uri().resolve("/__accroche/reset"), Form.of()));

            assertThat(reset.status()).isEqualTo(204);
            assertThat(once.exchange(form).text()).contains("access_token");
        }
    }

    @Test
    void withoutTheSettingTokensOutliveTheSessionAndNobodyListens() throws IOException {
        try (ApiBench usual = ApiBench.sound()) {
            JsonObject session = usual.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
            JsonObject dmp = exchanged(usual, session, Teleservice.DMP);

            logOut(usual, session);

            assertThat(active(usual, Teleservice.DMP, dmp)).contains(true);
            assertThat(notice(usual, claims(usual)).status()).isEqualTo(404);
        }
    }

    private static JsonObject claims(ApiBench bench) {
        long now = bench.psc.clock.instant().getEpochSecond();
        return JsonObject.EMPTY
                .with("iss", bench.psc.psc.issuer().toString())
                .with("aud", "as.accroche.invalid")
                .with("iat", now)
                .with("exp", now + 120)
                .with("jti", UUID.randomUUID().toString())
                .with("events", Json.parseObject(EVENTS.getBytes(StandardCharsets.UTF_8)))
                .with("sid", "a-session");
    }

    private static Response notice(ApiBench bench, JsonObject claims) throws IOException {
        return notice(bench, Form.of("logout_token", Identities.signing().sign(claims)));
    }

    private static Response notice(ApiBench bench, Form form) throws IOException {
        return bench.psc.browser.send(Optional.empty(), Browser.form(bench.at("logout/backchannel-logout"), form));
    }

    @Test
    void aNoticeByPersonEndsAllOfTheirs() throws IOException {
        JsonObject session = bench.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
        JsonObject dmp = exchanged(bench, session, Teleservice.DMP);
        String subject = CompactJws.claims(session.text("access_token").orElseThrow())
                .flatMap(claims -> claims.text("sub"))
                .orElseThrow();

        assertThat(notice(bench, claims(bench).without("sid").with("sub", "somebody"))
                        .status())
                .isEqualTo(200);
        assertThat(active(bench, Teleservice.DMP, dmp)).contains(true);
        assertThat(notice(bench, claims(bench).without("sid").with("sub", subject))
                        .status())
                .isEqualTo(200);
        assertThat(active(bench, Teleservice.DMP, dmp)).contains(false);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "iss    | -",
                "iss    | \"https://other.invalid\"",
                "aud    | -",
                "aud    | \"alpha-edc-bas\"",
                "aud    | [\"alpha-edc-bas\"]",
                "iat    | -",
                "iat    | @1",
                "iat    | \"now\"",
                "exp    | -",
                "exp    | @0",
                "exp    | @601",
                "jti    | -",
                "jti    | \"\"",
                "events | -",
                "events | {}",
                "events | {\"http://schemas.openid.net/event/backchannel-logout\":true}",
                "events | [\"http://schemas.openid.net/event/backchannel-logout\"]",
                "nonce  | \"any\"",
                "sid    | -",
            })
    void refusesNoticeWithOneWrongClaim(String claim, String json) throws IOException {
        JsonObject wrong = SubjectTokenClaimsTest.changed(bench, claims(bench), claim, json);

        Wrong.assertRefused(notice(bench, wrong), bench.journal.last(), 400, "invalid_request", "TOK-04");
    }

    @Test
    void refusesWhatPscDidNotSignAndWhatCameBefore() throws IOException {
        JsonObject once = claims(bench);
        String signed = Identities.signing().sign(once);
        assertThat(notice(bench, Form.of("logout_token", signed)).status()).isEqualTo(200);

        for (Form form : new Form[] {
            Form.of("logout_token", signed),
            Form.of("logout_token", signed.substring(0, signed.lastIndexOf('.') + 1)),
            Form.of("logout_token", "nothing"),
            Form.of(),
        }) {
            Wrong.assertRefused(notice(bench, form), bench.journal.last(), 400, "invalid_request", "TOK-04");
        }
    }

    @Test
    void theLogoutIsAnsweredThoughNobodyListens() throws IOException {
        try (ApiBench gone = ApiBench.with("apiPsc: { followsPscSession: true }")) {
            JsonObject session = gone.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
            gone.api.close();

            logOut(gone, session);

            assertThat(gone.psc.journal.last(Stage.PSC_LOGOUT).status()).isEqualTo(200);
        }
    }

    @Test
    void oneRealmThatDoesNotHearKeepsItFromNoOther() throws IOException {
        JsonObject session = bench.psc.connect(Identities.ALPHA, Identities.ALPHA_ID);
        JsonObject dmp = exchanged(bench, session, Teleservice.DMP);
        JsonObject insi = exchanged(bench, session, Teleservice.INSI);
        bench.api.faults().add(FaultOrder.next("logout", new FaultAct.Close()));

        logOut(bench, session);

        assertThat(Stream.of(active(bench, Teleservice.DMP, dmp), active(bench, Teleservice.INSI, insi))
                        .flatMap(Optional::stream))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void itsNoticesCannotBeTakenForIdTokens() throws IOException {
        String signed = Identities.signing().signLogout(claims(bench));

        assertThat(new String(Base64.getUrlDecoder().decode(signed.split("\\.")[0]), StandardCharsets.UTF_8))
                .contains("\"typ\":\"logout+jwt\"");
        assertThat(notice(bench, Form.of("logout_token", signed)).status()).isEqualTo(200);
    }

    @Test
    void pscSaysSoOnlyWhereItTells() throws IOException {
        try (PscBench alone = PscBench.sound()) {
            JsonObject metadata =
                    PscBench.json(alone.browser.send(Optional.empty(), ClientRequest.get(alone.psc.discovery())));

            assertThat(metadata.bool("backchannel_logout_supported")).contains(false);
        }
    }

    @Test
    void pscAdvertisesIt() throws IOException {
        JsonObject metadata =
                PscBench.json(bench.psc.browser.send(Optional.empty(), ClientRequest.get(bench.psc.psc.discovery())));

        assertThat(metadata.bool("backchannel_logout_supported")).contains(true);
        assertThat(metadata.bool("backchannel_logout_session_supported")).contains(true);
    }
}
