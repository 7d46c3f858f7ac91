package fr.accroche.authserver.psc;

import static fr.accroche.authserver.TokenBench.access;
import static fr.accroche.authserver.TokenBench.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Caller;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.TokenBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
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
class RevocationTest {

    private final TokenBench bench = TokenBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void anAccessTokenGoesAlone() throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);

        Response response = bench.revoke(Caller.ALPHA, access(tokens));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEmpty();
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(bench.psc.journal.last(Stage.PSC_REVOCATION).value(Fact.PSC_TOKEN))
                .contains(Fact.PSC_TOKEN.redact(access(tokens)));
        assertThat(bench.active(Caller.SERVER, access(tokens))).isFalse();
        assertThat(bench.refresh(Caller.ALPHA, refreshToken(tokens)).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenTakesTheAccessTokensOfItsGrantAndNoOthers() throws IOException {
        JsonObject first = bench.connect(Caller.ALPHA);
        JsonObject second = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(first)));
        JsonObject other = bench.connect(Caller.ALPHA);

        assertThat(bench.revoke(Caller.ALPHA, refreshToken(second)).status()).isEqualTo(200);

        assertThat(bench.active(Caller.SERVER, access(first))).isFalse();
        assertThat(bench.active(Caller.SERVER, access(second))).isFalse();
        assertThat(bench.refresh(Caller.ALPHA, refreshToken(second)).status()).isEqualTo(400);
        assertThat(bench.active(Caller.SERVER, access(other))).isTrue();
        assertThat(bench.refresh(Caller.ALPHA, refreshToken(other)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token", "id_token", "unheard-of"})
    void aWrongHintHidesNothing(String hint) throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);

        for (String token : new String[] {access(tokens), refreshToken(tokens)}) {
            Response response =
                    bench.post(Caller.ALPHA, "revoke", Caller.ALPHA.form("token", token, "token_type_hint", hint));
            assertThat(response.status()).isEqualTo(200);
        }

        assertThat(bench.active(Caller.SERVER, access(tokens))).isFalse();
        assertThat(bench.active(Caller.ALPHA, refreshToken(tokens))).isFalse();
    }

    @Test
    void whatIsUnknownOrExpiredIsRevokedAlready() throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);
        bench.psc.clock.advance(Duration.ofHours(1));

        for (String token : new String[] {"unknown", access(tokens), refreshToken(tokens)}) {
            assertThat(bench.revoke(Caller.ALPHA, token).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesTheTokenOfAnotherClientAndLeavesIt() throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);

        for (String token : new String[] {access(tokens), refreshToken(tokens)}) {
            Response response = bench.revoke(Caller.GAMMA, token);
            Wrong.assertRefused(response, bench.psc.journal.last(), 400, "invalid_grant", "IDN-04");
        }

        assertThat(bench.active(Caller.SERVER, access(tokens))).isTrue();
        assertThat(bench.active(Caller.ALPHA, refreshToken(tokens))).isTrue();
    }

    @Test
    void refusesAnIdToken() throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);

        Response response = bench.revoke(Caller.ALPHA, tokens.text("id_token").orElseThrow());

        Wrong.assertRefused(response, bench.psc.journal.last(), 400, "unsupported_token_type", "TOK-05");
    }

    @Test
    void introspectionTellsAClientOfItsOwnTokensAndAServerOfEveryAccessToken() throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);

        assertThat(bench.active(Caller.ALPHA, access(tokens))).isTrue();
        assertThat(bench.active(Caller.ALPHA, refreshToken(tokens))).isTrue();
        assertThat(bench.active(Caller.SERVER, access(tokens))).isTrue();
        assertThat(bench.active(Caller.SERVER, refreshToken(tokens))).isFalse();
        assertThat(bench.introspect(Caller.GAMMA, access(tokens)).members()).containsOnlyKeys("active");
        assertThat(bench.active(Caller.GAMMA, refreshToken(tokens))).isFalse();
        assertThat(bench.active(Caller.ALPHA, tokens.text("id_token").orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token", "unheard-of"})
    void introspectionLooksForEachTypeWhateverTheHint(String hint) throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);

        for (String token : new String[] {access(tokens), refreshToken(tokens)}) {
            JsonObject said = PscBench.json(bench.post(
                    Caller.ALPHA, "token/introspect", Caller.ALPHA.form("token", token, "token_type_hint", hint)));
            assertThat(said.bool("active")).contains(true);
        }
    }

    @Test
    void introspectionSaysWhatRfc7662Names() throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);
        long now = bench.psc.clock.instant().getEpochSecond();

        JsonObject said = bench.introspect(Caller.SERVER, access(tokens));

        assertThat(said.text("token_type")).contains("Bearer");
        assertThat(said.text("scope")).contains("openid scope_all");
        assertThat(said.text("client_id")).contains(Caller.ALPHA.clientId());
        assertThat(said.text("iss")).contains(bench.psc.psc.issuer().toString());
        assertThat(said.text("sub")).isPresent();
        assertThat(said.text("jti")).isPresent();
        assertThat(said.integer("iat")).contains(now);
        assertThat(said.integer("exp")).contains(now + 120);
    }
}
