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
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshTest {

    private final TokenBench bench = TokenBench.sound();

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void bringsANewRefreshTokenEachTime() throws IOException {
        JsonObject first = bench.connect(Caller.ALPHA);

        JsonObject second = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(first)));
        JsonObject third = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(second)));

        assertThat(List.of(refreshToken(first), refreshToken(second), refreshToken(third)))
                .doesNotHaveDuplicates();
        assertThat(third.text("session_state")).isEqualTo(first.text("session_state"));
        assertThat(third.text("scope")).isEqualTo(first.text("scope"));
        assertThat(bench.active(Caller.ALPHA, access(first))).isTrue();
        assertThat(bench.active(Caller.ALPHA, refreshToken(first))).isFalse();
    }

    @Test
    void reuseEndsTheGrantWithEveryTokenOfIt() throws IOException {
        JsonObject first = bench.connect(Caller.ALPHA);
        JsonObject second = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(first)));
        JsonObject third = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(second)));
        JsonObject other = bench.connect(Caller.ALPHA);

        Response again = bench.refresh(Caller.ALPHA, refreshToken(first));

        Wrong.assertRefused(again, bench.psc.journal.last(), 400, "invalid_grant", "TOK-05");
        for (JsonObject tokens : List.of(first, second, third)) {
            assertThat(bench.active(Caller.ALPHA, access(tokens))).isFalse();
            assertThat(bench.refresh(Caller.ALPHA, refreshToken(tokens)).status())
                    .isEqualTo(400);
        }
        assertThat(bench.active(Caller.ALPHA, access(other))).isTrue();
    }

    @Test
    void reuseByAnotherClientEndsNothing() throws IOException {
        JsonObject first = bench.connect(Caller.ALPHA);
        JsonObject second = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(first)));

        for (JsonObject stolen : List.of(first, second)) {
            Response refused = bench.refresh(Caller.GAMMA, refreshToken(stolen));
            Wrong.assertRefused(refused, bench.psc.journal.last(), 400, "invalid_grant", "IDN-04");
        }

        assertThat(bench.refresh(Caller.ALPHA, refreshToken(second)).status()).isEqualTo(200);
    }

    @Test
    void ofManyAtOnceOneIsServedAtMost() throws Exception {
        String token = refreshToken(bench.connect(Caller.ALPHA));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> bench.refresh(Caller.ALPHA, token));
        }
        int served = 0;
        for (Future<Response> call : threads.invokeAll(calls)) {
            served += call.get().status() == 200 ? 1 : 0;
        }
        threads.shutdown();
        assertThat(served).isEqualTo(1);
    }

    @Test
    void mayAskForLessAndHasItAllAgainNextTime() throws IOException {
        JsonObject first = bench.connect(Caller.ALPHA, "openid scope_all profile");

        JsonObject less = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(first), "profile"));

        assertThat(less.text("scope")).contains("profile");
        assertThat(less.text("id_token")).isEmpty();
        assertThat(bench.introspect(Caller.ALPHA, access(less)).text("scope")).contains("profile");
        JsonObject all = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(less)));
        assertThat(all.text("scope")).contains("openid scope_all profile");
        assertThat(all.text("id_token")).isPresent();
    }

    @Test
    void mayNotAskForMoreAndLosesNothingByIt() throws IOException {
        String token = refreshToken(bench.connect(Caller.ALPHA));

        Response wider = bench.refresh(Caller.ALPHA, token, "openid scope_all email");

        Wrong.assertRefused(wider, bench.psc.journal.last(), 400, "invalid_scope", "TOK-05");
        assertThat(bench.refresh(Caller.ALPHA, token).status()).isEqualTo(200);
    }

    @Test
    void keepsASessionThatIsUsedAndNoneBeyondFourHours() throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);
        for (int minutes = 25; minutes < 4 * 60; minutes += 25) {
            bench.psc.clock.advance(Duration.ofMinutes(25));
            tokens = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(tokens)));
        }

        assertThat(tokens.integer("refresh_expires_in")).contains(15 * 60L);
        assertThat(tokens.integer("expires_in")).contains(120L);
        bench.psc.clock.advance(Duration.ofMinutes(14));
        tokens = PscBench.json(bench.refresh(Caller.ALPHA, refreshToken(tokens)));
        assertThat(tokens.integer("refresh_expires_in")).contains(60L);
        assertThat(tokens.integer("expires_in")).contains(60L);
        assertThat(bench.active(Caller.ALPHA, access(tokens))).isTrue();

        bench.psc.clock.advance(Duration.ofMinutes(1));

        assertThat(bench.active(Caller.ALPHA, access(tokens))).isFalse();
        Response late = bench.refresh(Caller.ALPHA, refreshToken(tokens));
        Wrong.assertRefused(late, bench.psc.journal.last(), 400, "invalid_grant", "TOK-05");
    }

    @Test
    void endsAfterThirtyMinutesWithoutUse() throws IOException {
        JsonObject tokens = bench.connect(Caller.ALPHA);
        assertThat(tokens.integer("refresh_expires_in")).contains(30 * 60L);

        bench.psc.clock.advance(Duration.ofMinutes(30));

        assertThat(bench.refresh(Caller.ALPHA, refreshToken(tokens)).status()).isEqualTo(400);
    }

    @Test
    void takesARefreshTokenOfAnyLengthForNothingButItself() throws IOException {
        String token = refreshToken(bench.connect(Caller.ALPHA));
        String next = token.replaceFirst("\\.0\\.", ".1.");
        String another = (token.startsWith("A") ? "B" : "A") + token.substring(1);

        for (String forged : List.of(next, another, token + "A", token.substring(1), "A".repeat(5_000))) {
            assertThat(bench.refresh(Caller.ALPHA, forged).status()).isEqualTo(400);
        }
        assertThat(bench.refresh(Caller.ALPHA, token).status()).isEqualTo(200);
    }

    @Test
    void bindsToTheCertificateOfTheRefreshSoThatARenewedOneGoesOn() throws IOException {
        HeldCertificate renewed = Identities.again(Identities.ALPHA_ID);
        try (TokenBench bound = TokenBench.with("boundTokens: true")) {
            JsonObject first = bound.connect(Caller.ALPHA);

            Response response = bound.refresh(Caller.ALPHA.over(renewed), refreshToken(first));

            assertThat(response.status()).isEqualTo(200);
            String token = access(PscBench.json(response));
            assertThat(bound.userInfo(Optional.of(renewed), token).status()).isEqualTo(200);
            assertThat(bound.userInfo(Optional.of(Identities.ALPHA), token).status())
                    .isEqualTo(401);
            assertThat(bound.userInfo(Optional.of(Identities.ALPHA), access(first))
                            .status())
                    .isEqualTo(200);
        }
    }
}
