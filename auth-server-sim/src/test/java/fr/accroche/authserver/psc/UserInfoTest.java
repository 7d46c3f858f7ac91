package fr.accroche.authserver.psc;

import static fr.accroche.authserver.TokenBench.access;
import static fr.accroche.authserver.TokenBench.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Caller;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.TokenBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Thumbprint;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserInfoTest {

    private final TokenBench bench = TokenBench.sound();
    private final TokenBench bound = TokenBench.with("boundTokens: true");

    @AfterAll
    void close() {
        bench.close();
        bound.close();
    }

    @Test
    void answersGetAndPostAndTheFormOfAPost() throws IOException {
        String token = access(bench.connect(Caller.ALPHA));
        ClientRequest empty = ClientRequest.post(bench.psc.at("userinfo"), "application/json", "{}")
                .with("Authorization", "bearer  " + token);

        Response byGet = bench.userInfo(Optional.empty(), token);
        Response byPost = bench.psc.browser.send(Optional.empty(), empty);
        Response byForm = bench.psc.browser.send(
                Optional.empty(), Browser.form(bench.psc.at("userinfo"), Form.of("access_token", token)));

        assertThat(List.of(byGet.status(), byPost.status(), byForm.status())).containsOnly(200);
        assertThat(byPost.text()).isEqualTo(byGet.text());
        assertThat(byForm.text()).isEqualTo(byGet.text());
        assertThat(byGet.headers().first("Content-Type")).contains("application/json");
        assertThat(byGet.headers().first("Cache-Control")).contains("no-store");
        assertThat(byGet.headers().first("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void tellsWhatTheScopesGiveAndNoMore() throws IOException {
        assertThat(told("openid").members()).containsOnlyKeys("sub");
        assertThat(told("openid scope_all").members().keySet()).containsExactlyInAnyOrderElementsOf(UserInfo.CLAIMS);
        assertThat(told("openid profile").members())
                .containsOnlyKeys("sub", "name", "given_name", "family_name", "preferred_username");
        assertThat(told("openid email").members()).containsOnlyKeys("sub", "email", "email_verified");
        assertThat(told("openid phone").members()).containsOnlyKeys("sub", "phone_number", "phone_number_verified");
        assertThat(told("openid address").members()).containsOnlyKeys("sub", "address");
        assertThat(told("openid address").object("address").orElseThrow().text("locality"))
                .isPresent();
        assertThat(told("openid email").bool("email_verified")).contains(false);
        assertThat(told("openid rpps").members()).containsOnlyKeys("sub");
        assertThat(told("openid email scope_all").members()).hasSize(UserInfo.CLAIMS.size() + 2);
    }

    /** Asks for fewer scopes with the refresh token of a wider grant. */
    private JsonObject told(String scope) throws IOException {
        JsonObject all = bench.connect(Caller.ALPHA, "openid scope_all profile email phone address rpps");
        String token = access(PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(all), scope)));
        return PscBench.json(bench.userInfo(Optional.empty(), token));
    }

    @Test
    void refusesATokenWithoutOpenid() throws IOException {
        String refresh = refreshToken(bench.connect(Caller.ALPHA, "openid scope_all profile"));
        String token = access(PscBench.json(bench.refresh(Caller.ALPHA, refresh, "scope_all profile")));

        Response response = bench.userInfo(Optional.empty(), token);

        Wrong.assertRefused(response, bench.psc.journal.last(), 403, "insufficient_scope", "TOK-02");
        assertThat(response.headers().first("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer realm=\"esante-wallet\", error=\"insufficient_scope\"")
                .endsWith("scope=\"openid\"");
    }

    @ParameterizedTest
    @CsvSource({"ans, ANS_HEX_BASE64", "rfc8705, RFC8705"})
    void aBoundTokenNamesItsCertificateAsTheSettingSays(String cnf, Thumbprint encoding) throws IOException {
        try (TokenBench encoded = new TokenBench(PscBench.settings("boundTokens: true", "cnf: " + cnf))) {
            JsonObject tokens = encoded.connect(Caller.ALPHA);

            JsonObject said = encoded.introspect(Caller.SERVER, access(tokens));

            assertThat(said.object("cnf").orElseThrow().text("x5t#S256"))
                    .contains(encoding.of(Identities.ALPHA.certificate()));
            assertThat(encoded.userInfo(Optional.of(Identities.ALPHA), access(tokens))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBoundTokenIsRefusedOverAnotherCertificateAndOverNone() throws IOException {
        String token = access(bound.connect(Caller.ALPHA));

        for (Optional<HeldCertificate> other : List.of(
                Optional.<HeldCertificate>empty(),
                Optional.of(Identities.GAMMA),
                Optional.of(Identities.again(Identities.ALPHA_ID)))) {
            Response response = bound.userInfo(other, token);

            Wrong.assertRefused(response, bound.psc.journal.last(), 401, "invalid_token", "TOK-03");
            assertThat(response.headers().first("WWW-Authenticate").orElseThrow())
                    .contains("error=\"invalid_token\"");
        }
    }

    @Test
    void theResourceSaysWhoCallsOverWhichCertificate() throws IOException {
        String token = access(bound.connect(Caller.ALPHA));

        Response response = bound.resource(Optional.of(Identities.ALPHA), token);

        assertThat(response.status()).isEqualTo(200);
        JsonObject said = PscBench.json(response);
        assertThat(said.text("SubjectNameID")).contains(PscBench.PERSON);
        assertThat(said.text("client_id")).contains(Identities.ALPHA_ID);
        assertThat(said.object("certificate").orElseThrow().text("subject").orElseThrow())
                .contains("CN=" + Identities.ALPHA_ID);
        assertThat(said.object("cnf").orElseThrow().text("x5t#S256"))
                .contains(Thumbprint.ANS_HEX_BASE64.of(Identities.ALPHA.certificate()));
        assertThat(said.object("cnf").orElseThrow().text("encoding")).contains("ans");
    }

    @Test
    void theResourceRefusesWithTheReason() throws IOException {
        String token = access(bound.connect(Caller.ALPHA));

        Wrong.assertRefused(
                bound.resource(Optional.of(Identities.GAMMA), token),
                bound.psc.journal.last(),
                401,
                "invalid_token",
                "TOK-03");
        Wrong.assertRefused(
                bound.resource(Optional.of(Identities.ALPHA), "x" + token),
                bound.psc.journal.last(),
                401,
                "invalid_token",
                "TOK-04");
        Wrong.assertRefused(
                bench.resource(Optional.of(Identities.ALPHA), access(bench.connect(Caller.ALPHA))),
                bench.psc.journal.last(),
                401,
                "invalid_token",
                "TOK-03");
    }
}
