package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.ApiSettings;
import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.FakeIntrospection;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.SigningKeys;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PSC's keys as the authorization servers keep them, where they verify PSC's tokens themselves. */
class PscKeysTest {

    private final ApiBench bench = ApiBench.with("apiPsc: { subjectTokenCheck: local-jwks }");

    @AfterEach
    void close() {
        bench.close();
    }

    private long asked() {
        return bench.psc.journal.all().stream()
                .filter(hop -> hop.stage() == Stage.PSC_JWKS)
                .count();
    }

    private int exchanged(String token) throws IOException {
        return bench.exchange(ApiBench.exchange(token)).status();
    }

    private void ask(String deed) throws IOException {
        bench.psc.browser.send(
                Optional.empty(), Browser.form(bench.psc.psc.uri().resolve("/__accroche/faults"), Form.of("do", deed)));
    }

    @Test
    void areAskedForOnceAndNotForEachUnknownOne() throws IOException {
        assertThat(exchanged(bench.pscToken())).isEqualTo(200);
        ask("rotate-keys");
        String unknown = bench.pscToken();
        assertThat(exchanged(unknown)).isEqualTo(400);
        assertThat(exchanged(unknown)).isEqualTo(400);
        assertThat(asked()).isEqualTo(1);

        bench.psc.clock.advance(Duration.ofSeconds(10));

        assertThat(exchanged(unknown)).isEqualTo(200);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void areNotTrustedForEverOnceWithdrawn() throws IOException {
        String token = Identities.signing()
                .sign(CompactJws.claims(bench.pscToken())
                        .orElseThrow()
                        .with("exp", bench.psc.clock.instant().getEpochSecond() + 3_600));
        bench.psc.clock.advance(Duration.ofMinutes(4));
        assertThat(exchanged(token)).isEqualTo(200);
        ask("rotate-keys");
        ask("forget-old-keys");
        assertThat(exchanged(token)).as("kept for a while").isEqualTo(200);

        bench.psc.clock.advance(Duration.ofMinutes(5));

        assertThat(exchanged(token)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"sig, RS256, 200", "enc, RS256, 400", "sig, PS256, 400"})
    void signForWhatTheySayTheyAreForOnly(String use, String algorithm, int status) throws IOException {
        SigningKeys signing = Identities.signing();
        try (FakeIntrospection other = new FakeIntrospection(bench.psc.runtime);
                ApiBench asking = new ApiBench(
                        Declarations.with("apiPsc: { subjectTokenCheck: local-jwks }"),
                        settings -> ApiSettings.pscIssuer(settings, other.issuer()))) {
            other.says(signing.keySet()
                    .compact()
                    .replace("\"use\":\"sig\"", "\"use\":\"" + use + "\"")
                    .replace("\"alg\":\"RS256\"", "\"alg\":\"" + algorithm + "\""));
            JsonObject claims = CompactJws.claims(asking.pscToken())
                    .orElseThrow()
                    .with("iss", other.issuer().toString());

            assertThat(asking.exchange(ApiBench.exchange(signing.sign(claims))).status())
                    .isEqualTo(status);
        }
    }

    @Test
    void areAskedForAgainAfterTheClockWasReset() throws IOException {
        bench.psc.clock.advance(Duration.ofDays(30));
        assertThat(exchanged(bench.pscToken())).isEqualTo(200);
        ask("rotate-keys");

        bench.psc.clock.reset();

        assertThat(exchanged(bench.pscToken())).isEqualTo(200);
    }
}
