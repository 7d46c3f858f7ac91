package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Secrets that are planted in every place of every endpoint come out nowhere: not in the journal, not on the console, not in answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsNowhereTest {

    /** What holds a secret, wherever it is sent. */
    private static final List<String> SECRET_PARAMETERS = List.of(
            "client_secret",
            "client_assertion",
            "code",
            "code_verifier",
            "refresh_token",
            "access_token",
            "token",
            "id_token_hint",
            "login_hint_token",
            "auth_req_id",
            "client_notification_token",
            "user_code",
            "request",
            "subject_token",
            "actor_token",
            "password",
            "assertion",
            "device_code",
            "code_challenge");

    private static final List<String> PSC_PATHS = List.of(
            "ext/ciba/auth", "token", "token/introspect", "revoke", "userinfo", "logout", "certs", "auth", "unknown");

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final List<String> planted = new ArrayList<>();
    private ApiBench bench;

    @BeforeAll
    void listen() {
        PrintStream both = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        bench = ApiBench.sound();
    }

    @AfterAll
    void close() {
        bench.close();
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void plantedSecretsComeOutNowhere() throws IOException {
        for (URI endpoint : endpoints()) {
            for (String parameter : SECRET_PARAMETERS) {
                plant(endpoint, parameter);
            }
            plantInHeader(endpoint, "Bearer %s");
            plantInHeader(endpoint, "Basic %s");
            plantInHeader(endpoint, "Other %s");
        }

        assertNowhere();
    }

    @Test
    void realSecretsComeOutNowhere() throws IOException {
        PscBench psc = bench.psc;
        String authReqId = psc.ask(Identities.ALPHA, Identities.ALPHA_ID);
        psc.clock.advance(Duration.ofSeconds(1));
        JsonObject tokens = PscBench.json(psc.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId));
        String access = tokens.text("access_token").orElseThrow();
        JsonObject api = PscBench.json(bench.exchange(ApiBench.exchange(access)));
        List<String> real = List.of(
                PscBench.SECRET,
                authReqId,
                access,
                tokens.text("refresh_token").orElseThrow(),
                tokens.text("id_token").orElseThrow(),
                api.text("access_token").orElseThrow(),
                api.text("refresh_token").orElseThrow());
        planted.addAll(real);

        for (URI endpoint : endpoints()) {
            for (String secret : real) {
                for (String parameter : List.of("token", "refresh_token", "id_token_hint")) {
                    send(endpoint, Form.of(parameter, secret, "client_id", Identities.ALPHA_ID));
                }
            }
        }

        assertNowhere();
    }

    private List<URI> endpoints() {
        List<URI> endpoints = new ArrayList<>();
        PSC_PATHS.forEach(path -> endpoints.add(bench.psc.at(path)));
        endpoints.add(bench.psc.psc.discovery());
        endpoints.add(bench.psc.psc.uri().resolve("/__accroche/ecps"));
        endpoints.add(bench.psc.psc.uri().resolve(ResourceEndpoint.PATH));
        endpoints.add(bench.api.uri().resolve(ResourceEndpoint.PATH));
        endpoints.add(bench.api.tokenEndpoint(Teleservice.DMP));
        endpoints.add(bench.introspection(Teleservice.DMP));
        return endpoints;
    }

    private void plant(URI endpoint, String parameter) throws IOException {
        List<String> grants = List.of("refresh_token", PscBench.CIBA_GRANT, ApiBench.EXCHANGE, "authorization_code");
        for (String grant : endpoint.getPath().endsWith("/token") ? grants : List.of("refresh_token")) {
            send(
                    endpoint,
                    Form.of(parameter, secret(parameter), "client_id", Identities.ALPHA_ID, "grant_type", grant));
        }
        String secret = secret(parameter);
        answered(bench.psc.browser.send(
                Optional.of(Identities.ALPHA),
                ClientRequest.get(URI.create(endpoint + "?" + parameter + "=" + secret))));
        ClientRequest json = ClientRequest.post(
                endpoint, "application/json", "{\"" + parameter + "\":\"" + secret(parameter) + "\"}");
        answered(bench.psc.browser.send(Optional.of(Identities.ALPHA), json));
    }

    private void plantInHeader(URI endpoint, String form) throws IOException {
        String secret = secret("header");
        String encoded = Base64.getEncoder()
                .encodeToString((Identities.ALPHA_ID + ":" + secret).getBytes(StandardCharsets.UTF_8));
        planted.add(encoded);
        for (String value : List.of(secret, encoded)) {
            answered(bench.psc.browser.send(
                    Optional.of(Identities.ALPHA),
                    Browser.form(endpoint, Form.of("client_id", Identities.ALPHA_ID))
                            .with("Authorization", form.formatted(value))));
        }
    }

    private void send(URI endpoint, Form form) throws IOException {
        answered(bench.psc.browser.post(Identities.ALPHA, endpoint, form));
    }

    private void answered(Response response) {
        String headers = response.headers().fields().toString();
        assertThat(planted).noneMatch(secret -> response.text().contains(secret) || headers.contains(secret));
    }

    private String secret(String about) {
        String secret = "planted-" + about.replace('_', '-') + "-" + planted.size() + "-0123456789abcdef0123456789";
        planted.add(secret);
        return secret;
    }

    private void assertNowhere() {
        String journals = bench.psc.journal.all().toString() + bench.journal.all();
        String printed = console.toString(StandardCharsets.UTF_8);
        assertThat(planted).isNotEmpty().noneMatch(journals::contains).noneMatch(printed::contains);
    }
}
