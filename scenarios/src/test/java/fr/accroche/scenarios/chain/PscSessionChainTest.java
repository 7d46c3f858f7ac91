package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.Run;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole chain under other settings of the authorization servers and the API Credential than the usual ones. */
class PscSessionChainTest {

    private static final String SETTINGS =
            "settings: { cnf: rfc8705, apiPsc: { followsPscSession: true, errors: keycloak,"
                    + " subjectTokenCheck: local-jwks, subjectTokenOnce: true, issuedTokenType: false },"
                    + " credential: { method: get, path: /edc/habilitations, decisionField: decision, granted: OUI, levelRule: bitmask } }";

    @Test
    void aSoundSessionIsSoundAndItsTokensDieWithIt() throws Exception {
        String yaml =
                new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8) + "\n" + SETTINGS + "\n";
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(Clock.systemUTC()));

        Run run = TestFolders.rehearsal().sound(declaration, declaration.operations());

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        List<Hop> hops = run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .toList();
        assertThat(hops)
                .filteredOn(hop -> hop.stage() == Stage.CREDENTIAL)
                .isNotEmpty()
                .allSatisfy(hop -> assertThat(hop.call()).isEqualTo("GET /edc/habilitations"));
        assertThat(hops).noneMatch(hop -> hop.stage() == Stage.PSC_INTROSPECTION);
        assertThat(hops)
                .filteredOn(hop -> hop.stage() == Stage.API_LOGOUT)
                .as("each realm is told of each logout")
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(hop -> assertThat(hop.status()).isEqualTo(200));
    }
}
