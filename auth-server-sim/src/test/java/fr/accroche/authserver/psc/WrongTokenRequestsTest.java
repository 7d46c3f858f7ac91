package fr.accroche.authserver.psc;

import static fr.accroche.authserver.TokenBench.access;
import static fr.accroche.authserver.TokenBench.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Caller;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.TokenBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Wrong requests about tokens, one on each line of wrong-token-requests.psv: each refused with its status, its error and its rule.
 * What a refusal is about lives on: no wrong request ends a token of the client that it tries to harm.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongTokenRequestsTest {

    private final TokenBench bench = TokenBench.sound();
    private final Map<String, String> words = new HashMap<>();

    @BeforeAll
    void tokens() throws IOException {
        JsonObject alive = bench.connect(Caller.ALPHA, "openid scope_all profile");
        JsonObject renewed = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(alive)));
        JsonObject other = bench.connect(Caller.ALPHA, "openid scope_all profile");
        JsonObject revoked = bench.connect(Caller.ALPHA);
        bench.revoke(Caller.ALPHA, access(revoked));
        bench.revoke(Caller.ALPHA, refreshToken(revoked));
        words.put("access", access(renewed));
        words.put("refresh", refreshToken(renewed));
        words.put("id", renewed.text("id_token").orElseThrow());
        words.put("revoked", access(revoked));
        words.put("revoked-refresh", refreshToken(revoked));
        words.put("no-openid", access(PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(other), "profile"))));
        words.put("used-too", refreshToken(other));
        JsonObject third = bench.connect(Caller.ALPHA);
        bench.refresh(Caller.ALPHA, refreshToken(third));
        words.put("used", refreshToken(third));
        words.put("basic", basic(PscBench.SECRET));
        words.put("bad-basic", basic("a guess"));
        words.put("secret", URLEncoder.encode(PscBench.SECRET, StandardCharsets.UTF_8));
    }

    private static String basic(String secret) {
        String pair = PscBench.SECRET_ID + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    void nothingIsHarmed() throws IOException {
        assertThat(bench.active(Caller.SERVER, words.get("access"))).isTrue();
        assertThat(bench.active(Caller.ALPHA, words.get("refresh"))).isTrue();
        bench.close();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
    @CsvFileSource(
            resources = "/fr/accroche/authserver/wrong-token-requests.psv",
            delimiter = '|',
            nullValues = "-",
            maxCharsPerColumn = 10_000)
    void isRefused(
            String method,
            String path,
            String identity,
            String authorization,
            String form,
            int status,
            String error,
            String rule)
            throws IOException {
        ClientRequest request = request(method, path, form);
        for (String value : authorization == null ? new String[0] : authorization.split(" ;; ")) {
            request = new ClientRequest(
                    request.method(),
                    request.uri(),
                    request.headers().plus("Authorization", filled(value)),
                    request.body());
        }

        Response response = bench.psc.browser.send(identity(identity), request);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(response.headers().first("X-Content-Type-Options")).contains("nosniff");
        Hop hop = bench.psc.journal.last();
        assertThat(hop.status()).isEqualTo(status);
        assertThat(Optional.ofNullable(rule))
                .isEqualTo(Wrong.rules(hop).stream().findFirst());
        assertThat(
                        response.text().isEmpty()
                                ? Optional.empty()
                                : PscBench.json(response).text("error"))
                .isEqualTo(Optional.ofNullable(error));
        assertThat(hop.toString()).doesNotContain(words.values());
        boolean bearer = path.endsWith("userinfo") || path.endsWith("resource");
        if (bearer && status != 405) {
            String challenge = response.headers().first("WWW-Authenticate").orElseThrow();
            assertThat(challenge).startsWith("Bearer realm=");
            assertThat(challenge.contains("error=")).isEqualTo(error != null);
            assertThat(error == null || challenge.contains("error=\"" + error + "\""))
                    .isTrue();
        }
    }

    private ClientRequest request(String method, String path, String form) {
        String body = filled(form == null ? "" : form);
        URI uri = path.startsWith("/") ? bench.psc.psc.uri().resolve(filled(path)) : bench.psc.at(filled(path));
        if (method.equals("GET")) {
            return ClientRequest.get(uri);
        }
        boolean json = body.startsWith("{");
        return ClientRequest.post(uri, json ? "application/json" : "application/x-www-form-urlencoded", body);
    }

    private static Optional<HeldCertificate> identity(String name) {
        return Optional.ofNullable(name)
                .map(Map.of(
                        "alpha", Identities.ALPHA,
                        "gamma", Identities.GAMMA,
                        "unknown", Identities.UNKNOWN,
                        "expired", Identities.EXPIRED,
                        "production", Identities.PRODUCTION,
                        "server", Identities.SERV_SSL)::get);
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }
}
