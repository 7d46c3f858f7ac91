package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestObjectTest {

    private final SigningBench elliptic = new SigningBench("", RequestObject.ES256);
    private final SigningBench rsa = new SigningBench("", RequestObject.PS256);

    @AfterAll
    void close() {
        elliptic.close();
        rsa.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PS256", "ES256"})
    void acceptsWhatIsSignedAsRegisteredAndNotesWhatIsInside(String algorithm) throws IOException {
        SigningBench signing = algorithm.equals("ES256") ? elliptic : rsa;
        PscBench bench = signing.bench;

        Response response = signing.send(signing.sound());

        assertThat(response.status()).isEqualTo(200);
        Hop hop = bench.journal.last(Stage.PSC_CIBA);
        assertThat(hop.breaches()).isEmpty();
        assertThat(hop.value(Fact.REQUEST_OBJECT)).contains(algorithm);
        assertThat(hop.value(Fact.SCOPE)).contains("openid scope_all");
        assertThat(hop.fact(Fact.BINDING_MESSAGE).orElseThrow().where()).isEqualTo("request/binding_message");
        assertThat(hop.value(Fact.LOGIN_HINT)).contains(PscBench.PERSON);
        bench.clock.advance(Duration.ofSeconds(1));
        String authReqId = PscBench.json(response).text("auth_req_id").orElseThrow();
        assertThat(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "oauth-authz-req+jwt", "application/oauth-authz-req+jwt"})
    void acceptsTypesOfRequestObjects(String type) throws IOException {
        SignedRequest sound = elliptic.sound();

        assertThat(elliptic.send(sound.withHeader(sound.header().with("typ", type))
                                .form())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void looksForTheKeyWhereNoneIsNamed() throws IOException {
        SignedRequest sound = elliptic.sound();

        assertThat(elliptic.send(sound.withHeader(sound.header().without("kid")).form())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "\"30\""})
    void requestedExpiryIsANumberOrAText(String json) throws IOException {
        Response response = elliptic.send(elliptic.claiming("requested_expiry", json));

        assertThat(PscBench.json(response).integer("expires_in")).contains(30L);
    }

    @Test
    void audienceMayBeOneOfSeveral() throws IOException {
        String several = "[\"https://other.invalid\",\"" + elliptic.bench.psc.issuer() + "\"]";

        assertThat(elliptic.send(elliptic.claiming("aud", several)).status()).isEqualTo(200);
    }

    @Test
    void servesOnce() throws IOException {
        Form form = elliptic.sound().form();
        assertThat(elliptic.send(form).status()).isEqualTo(200);

        elliptic.assertRefused(elliptic.send(form), "jti");
    }

    @Test
    void objectOfAClientThatDidNotProveItselfIsNotUsedUp() throws IOException {
        Form form = elliptic.sound().form();
        Response stolen = elliptic.bench.browser.post(Identities.GAMMA, elliptic.bench.at("ext/ciba/auth"), form);
        Wrong.assertRefused(stolen, elliptic.bench.journal.last(), 401, "invalid_client", "IDN-01");

        assertThat(elliptic.send(form).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope",
                "acr_values",
                "login_hint",
                "id_token_hint",
                "login_hint_token",
                "binding_message",
                "channel",
                "requested_expiry",
                "user_code",
                "client_notification_token",
                "request_uri"
            })
    void refusesParameterBesideIt(String name) throws IOException {
        Form form = elliptic.sound().form().plus(name, "openid");

        Response response = elliptic.send(form);

        Wrong.assertRefused(response, elliptic.bench.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @Test
    void ignoresUnknownParameterBesideIt() throws IOException {
        assertThat(elliptic.send(elliptic.sound().form().plus("colour", "blue")).status())
                .isEqualTo(200);
    }

    @Test
    void refusesTwoOfThem() throws IOException {
        SignedRequest sound = elliptic.sound();

        Response response = elliptic.send(sound.form().plus("request", sound.compact()));

        Wrong.assertRefused(response, elliptic.bench.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @Test
    void refusesPlainRequestOfAClientThatSigns() throws IOException {
        Response response = elliptic.send(PscBench.ciba(Identities.ALPHA_ID));

        Wrong.assertRefused(response, elliptic.bench.journal.last(), 400, "invalid_request", "TOK-05");
        assertThat(elliptic.bench.journal.last().value(Fact.REQUEST_OBJECT)).contains("none");
    }

    @Test
    void refusesSignedRequestOfAClientThatDidNotRegisterIt() throws IOException {
        try (SigningBench plain = new SigningBench(PscBench.sound(), RequestObject.ES256)) {
            Response response = plain.send(plain.sound().form());

            Wrong.assertRefused(response, plain.bench.journal.last(), 400, "invalid_request", "TOK-05");
            assertThat(plain.send(PscBench.ciba(Identities.ALPHA_ID).plus("request_uri", "https://x.invalid/"))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesEverythingOfAClientWithoutKeys() throws IOException {
        try (SigningBench keyless = new SigningBench(
                new PscBench(Registrations.settings("", Registrations.signing(RequestObject.ES256))),
                RequestObject.ES256)) {
            Response response = keyless.send(keyless.sound().form());

            keyless.assertRefused(response, "header.kid");
        }
    }

    @Test
    void skewForgivesDates() throws IOException {
        try (SigningBench lenient = new SigningBench("skew: 1m", RequestObject.ES256)) {
            SignedRequest ahead = lenient.sound();
            lenient.bench.clock.advance(Duration.ofSeconds(119));
            assertThat(lenient.send(ahead.form()).status()).isEqualTo(200);
            lenient.bench.clock.advance(Duration.ofSeconds(1));
            lenient.assertRefused(lenient.send(ahead.form()), "exp");

            JsonObject claims = SignedRequest.claims(
                    lenient.bench.psc.issuer().toString(),
                    lenient.bench.clock.instant().plusSeconds(60));
            assertThat(lenient.send(ahead.withPayload(claims.compact()).form()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsTheObjectOutOfTheJournal() throws IOException {
        String compact = elliptic.sound().compact();
        elliptic.send(Form.of("client_id", Identities.ALPHA_ID, "request", compact));

        assertThat(elliptic.bench.journal.all().toString()).doesNotContain(compact);
    }
}
