package fr.accroche.scenarios.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.report.Run;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the fault {@code session-outlives-api-token} is without its defect: time passes, and nothing breaks. */
class RenewedTokensTest {

    @Test
    void aProxyThatRenewsItsTokensMakesALongSessionSound() throws Exception {
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(Clock.systemUTC()));
        Operation operation = declaration.operations().get(0);
        ChainPlan faulty = Faults.named("session-outlives-api-token")
                .orElseThrow()
                .change()
                .apply(ChainPlan.sound(declaration), operation);

        Run run = TestFolders.rehearsal().planned(withoutDefect(faulty), List.of(operation));

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(run.verdict().exchanges().stream()
                        .flatMap(exchange -> exchange.hops().stream())
                        .filter(hop -> hop.stage() == Stage.EXCHANGE)
                        .filter(hop -> hop.value(Fact.GRANT_TYPE)
                                .filter("refresh_token"::equals)
                                .isPresent()))
                .as("one renewal for each téléservice")
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(hop -> assertThat(hop.status()).isEqualTo(200));
    }

    private static ChainPlan withoutDefect(ChainPlan plan) {
        return new ChainPlan(
                plan.declared(),
                plan.registered(),
                plan.settings(),
                plan.certificate(),
                Set.of(),
                plan.person(),
                plan.faults());
    }
}
