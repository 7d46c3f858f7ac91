package fr.accroche.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.CredentialChoices;
import fr.accroche.compliance.declaration.CredentialChoices.LevelRule;
import fr.accroche.compliance.declaration.CredentialChoices.Method;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each line of {@code settings.credential} changes. */
class CredentialContractTest {

    private static Bench with(CredentialChoices contract) {
        return Bench.with(
                Register.from(Declarations.sound()),
                CredentialApiSettings.calledBy(Set.of(Bench.AUTHORIZATION_SERVER))
                        .withContract(contract));
    }

    private static String asked(String level) {
        return Form.of(
                        "clientId", Declarations.CLIENT_ID,
                        "certificateCN", Declarations.CLIENT_ID,
                        "certificateOU", Declarations.BETA_STRUCTURE,
                        "securityLevel", level)
                .encoded();
    }

    private static Response get(Bench bench, String query) throws IOException {
        URI uri = URI.create(bench.api().endpoint() + "?" + query);
        return bench.send(Optional.of(Bench.CALLER), ClientRequest.get(uri));
    }

    /** Registered: 15. */
    @ParameterizedTest
    @CsvSource({
        "EQUALS, 15, 200",
        "EQUALS, 015, 403",
        "EQUALS, 7, 403",
        "AT_LEAST, 15, 200",
        "AT_LEAST, 7, 200",
        "AT_LEAST, 16, 403",
        "AT_LEAST, high, 403",
        "AT_LEAST, -1, 403",
        "AT_LEAST, 99999999999999999999, 403",
        "BITMASK, 15, 200",
        "BITMASK, 9, 200",
        "BITMASK, 16, 403",
        "BITMASK, 17, 403",
        "BITMASK, high, 403",
    })
    void aLevelIsEnoughByTheRuleDeclared(LevelRule rule, String level, int status) throws IOException {
        CredentialChoices contract = new CredentialChoices(rule, "/edc/habilitations", Method.GET, "decision", "OUI");
        try (Bench bench = with(contract)) {
            Response response = get(bench, asked(level));

            assertThat(response.status()).isEqualTo(status);
            assertThat(bench.hop().call()).isEqualTo("GET /edc/habilitations");
            if (status == 200) {
                assertThat(Json.parseObject(response.body()).text("decision")).contains("OUI");
                assertThat(bench.hop().breaches()).isEmpty();
            } else {
                assertThat(response.headers().first("X-Accroche-Diagnosis")).contains("CRD-04");
            }
        }
    }

    @Test
    void otherMethodsAndPathsAreNoneOfItsContract() throws IOException {
        CredentialChoices contract = new CredentialChoices(LevelRule.EQUALS, "/edc", Method.GET, "status", "GRANTED");
        try (Bench bench = with(contract)) {
            assertThat(bench.ask(Bench.CALLER, "{}").headers().first("Allow")).contains("GET");
            URI usual = bench.api().uri().resolve("/credentials");
            assertThat(bench.send(Optional.of(Bench.CALLER), ClientRequest.get(usual))
                            .status())
                    .isEqualTo(404);
            assertThat(get(bench, "clientId=a").status()).isEqualTo(400);
            assertThat(get(bench, "clientId=%FF").status()).isEqualTo(400);
        }
    }
}
