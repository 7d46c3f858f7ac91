package fr.accroche.authserver.psc;

import static fr.accroche.authserver.TokenBench.access;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Caller;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.TokenBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** In realistic mode an answer does not say what was wrong; the journal does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealisticTest {

    private final TokenBench bench = new TokenBench(PscSettings.from(
            Declarations.realistic(),
            new Client(PscBench.SECRET_ID, Optional.of(PscBench.SECRET), "test"),
            Client.ofCertificate("as.accroche.invalid", "test")));

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void nobodyLearnsWhichClientsThereAre() throws IOException {
        for (String path : List.of("token", "token/introspect", "revoke", "ext/ciba/auth")) {
            List<Response> answers = List.of(
                    post(path, Optional.empty(), "nobody", Optional.of("guess")),
                    post(path, Optional.empty(), PscBench.SECRET_ID, Optional.of("guess")),
                    post(path, Optional.empty(), Identities.ALPHA_ID, Optional.of("guess")),
                    post(path, Optional.empty(), Identities.ALPHA_ID, Optional.empty()),
                    post(path, Optional.empty(), "nobody", Optional.empty()),
                    post(path, Optional.of(Identities.EXPIRED), Identities.ALPHA_ID, Optional.empty()),
                    post(path, Optional.of(Identities.GAMMA), Identities.ALPHA_ID, Optional.empty()),
                    post(path, Optional.of(Identities.UNKNOWN), "unknown-edc-bas", Optional.empty()));

            assertSame(answers, 401);
            assertThat(Wrong.rules(bench.psc.journal.last())).contains("IDN-03");
        }
    }

    @Test
    void nobodyLearnsWhatBecameOfAToken() throws IOException {
        String expired = access(bench.connect(Caller.ALPHA));
        bench.psc.clock.advance(Duration.ofMinutes(3));
        String revoked = access(bench.connect(Caller.ALPHA));
        bench.revoke(Caller.ALPHA, revoked);
        List<Response> told = new ArrayList<>();
        List<Response> introspected = new ArrayList<>();
        for (String token : List.of(expired, revoked, "unknown", revoked + "A")) {
            told.add(bench.userInfo(Optional.empty(), token));
            introspected.add(bench.post(Caller.GAMMA, "token/introspect", Caller.GAMMA.form("token", token)));
        }
        String ofAnother = access(bench.connect(Caller.ALPHA));
        introspected.add(bench.post(Caller.GAMMA, "token/introspect", Caller.GAMMA.form("token", ofAnother)));

        assertSame(told, 401);
        assertSame(introspected, 200);
    }

    private static void assertSame(List<Response> answers, int status) {
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text()).isEqualTo(answers.get(0).text());
            assertThat(answer.headers().first("X-Accroche-Diagnosis")).isEmpty();
            assertThat(answer.headers().first("WWW-Authenticate"))
                    .isEqualTo(answers.get(0).headers().first("WWW-Authenticate"));
        });
    }

    private Response post(String path, Optional<HeldCertificate> identity, String clientId, Optional<String> secret)
            throws IOException {
        Form form = PscBench.ciba(clientId)
                .plus("grant_type", "refresh_token")
                .plus("refresh_token", "x")
                .plus("token", "x");
        return bench.post(
                new Caller(clientId, identity, Optional.empty()),
                path,
                secret.map(value -> form.plus("client_secret", value)).orElse(form));
    }
}
