package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.SubjectDn;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One way to prove oneself, and the whole subject where it is registered (RFC 6749 §2.3, RFC 8705 §2.1). */
@TestInstance(Lifecycle.PER_CLASS)
class ClientAuthenticationTest {

    private static final String SUBJECT = SubjectName.of(
                    Identities.ALPHA.certificate().getSubjectX500Principal())
            .toString();

    private final PscBench bench = PscBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void refusesTwoMethods() throws IOException {
        Form form = PscBench.ciba(PscBench.SECRET_ID).plus("client_secret", PscBench.SECRET);

        Response response = basic(form, PscBench.SECRET_ID, PscBench.SECRET);

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
        assertThat(response.headers().first("WWW-Authenticate")).isEmpty();
    }

    @Test
    void refusesAssertionBesideSecret() throws IOException {
        Form form = PscBench.ciba(PscBench.SECRET_ID)
                .plus("client_secret", PscBench.SECRET)
                .plus("client_assertion", "a.b.c");

        Wrong.assertRefused(post(form), bench.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @Test
    void refusesMethodThatIsNotOffered() throws IOException {
        Form form = PscBench.ciba(Identities.ALPHA_ID).plus("client_assertion", "a.b.c");

        Wrong.assertRefused(post(form), bench.journal.last(), 401, "invalid_client", "TOK-05");
    }

    @Test
    void refusesSecretInAddress() throws IOException {
        URI address = URI.create(bench.at("ext/ciba/auth") + "?client_secret=visible-to-all");

        Response response = bench.browser.post(Identities.ALPHA, address, PscBench.ciba(Identities.ALPHA_ID));

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
        assertThat(bench.journal.last().toString()).doesNotContain("visible-to-all");
    }

    @Test
    void refusesTwoClientsInOneRequest() throws IOException {
        Response response = basic(PscBench.ciba(Identities.ALPHA_ID), PscBench.SECRET_ID, PscBench.SECRET);

        Wrong.assertRefused(response, bench.journal.last(), 400, "invalid_request", "TOK-05");
    }

    @Test
    void challengesWrongBasic() throws IOException {
        Response response = basic(PscBench.ciba(PscBench.SECRET_ID), PscBench.SECRET_ID, "not the secret");

        Wrong.assertRefused(response, bench.journal.last(), 401, "invalid_client", "IDN-03");
        assertThat(response.headers().first("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
    }

    @Test
    void acceptsRegisteredSubjectEitherWayRound() throws IOException {
        try (PscBench other = subject(SUBJECT)) {
            assertThat(ask(other, Identities.ALPHA).status()).isEqualTo(200);
        }
        List<String> parts = new java.util.ArrayList<>(List.of(SUBJECT.split(",")));
        java.util.Collections.reverse(parts);
        try (PscBench other = subject(String.join(", ", parts))) {
            assertThat(ask(other, Identities.ALPHA).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesAnotherSubjectThanTheRegisteredOne() throws IOException {
        try (PscBench other = subject(SUBJECT.replace("OU=" + Identities.BETA_STRUCTURE, "OU=300000000099999"))) {
            Response response = ask(other, Identities.ALPHA);

            Wrong.assertRefused(response, other.journal.last(), 401, "invalid_client", "IDN-01");
            assertThat(other.journal.last().value(Fact.CLIENT_AUTHENTICATION)).contains("tls_client_auth");
        }
    }

    /** A registered subject takes the place of the rule that the CN is the client_id. */
    @Test
    void acceptsAnyCnThatWasRegistered() throws IOException {
        String gamma = SubjectName.of(Identities.GAMMA.certificate().getSubjectX500Principal())
                .toString();
        try (PscBench other = subject(gamma)) {
            assertThat(ask(other, Identities.GAMMA).status()).isEqualTo(200);
        }
    }

    private static PscBench subject(String subject) {
        PscRegistration def = PscRegistration.DEFAULT;
        PscRegistration registration = new PscRegistration(
                def.grants(),
                def.redirectUris(),
                def.postLogoutRedirectUris(),
                def.demands(),
                def.consent(),
                Optional.of(new SubjectDn(subject)),
                def.idTokenAlgorithm(),
                def.idTokenEncryption(),
                def.userInfo(),
                def.requestObject(),
                def.jwksFile(),
                def.delivery(),
                def.notificationEndpoint());
        return new PscBench(PscBench.settings()
                .withClients(List.of(
                        Client.ofCertificate(Identities.ALPHA_ID, "test").with(registration))));
    }

    private static Response ask(PscBench at, HeldCertificate identity) throws IOException {
        return at.browser.post(identity, at.at("ext/ciba/auth"), PscBench.ciba(Identities.ALPHA_ID));
    }

    private Response post(Form form) throws IOException {
        return bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);
    }

    private Response basic(Form form, String clientId, String secret) throws IOException {
        String pair = clientId + ":" + secret.replace(" ", "+");
        return bench.browser.send(
                Optional.empty(),
                Browser.form(bench.at("ext/ciba/auth"), form)
                        .with(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    }
}
