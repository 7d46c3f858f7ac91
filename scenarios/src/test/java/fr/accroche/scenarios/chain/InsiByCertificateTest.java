package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.Run;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where INSi takes the structure's certificate, a sound LPS or métier proxy sends no assertion, and nothing is missed. */
class InsiByCertificateTest {

    @ParameterizedTest
    @ValueSource(strings = {"passe-plat", "metier"})
    void aSoundChainSendsInsiNoAssertion(String mode) throws Exception {
        String yaml = ShippedDeclaration.PROXY_INTEGRE.text().replace("mode: passe-plat", "mode: " + mode)
                + "\nsettings: { insi: { authentication: mtls } }\n";
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(Clock.systemUTC()));

        Run run = TestFolders.rehearsal()
                .sound(declaration, declaration.operations().subList(0, 1));

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(run.verdict().with(Status.PASS)).contains(RuleId.of("LPS-01"), RuleId.of("LPS-10"));
        assertThat(run.verdict().with(Status.WARNING)).isEmpty();
        List<Hop> insi = run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.fact(Fact.SECURITY_HEADER).isPresent())
                .toList();
        assertThat(insi).isNotEmpty().allSatisfy(hop -> {
            assertThat(hop.value(Fact.TELESERVICE)).contains("INSi");
            assertThat(hop.value(Fact.SECURITY_HEADER)).contains("absent");
            assertThat(hop.status()).isEqualTo(200);
        });
    }
}
