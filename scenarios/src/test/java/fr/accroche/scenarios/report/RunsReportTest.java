package fr.accroche.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunsReportTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void whatIsNotConformingIsReportedAsAWhole() throws DeclarationException {
        Hop refused = HopNotes.open(CLOCK, Stage.PSC_CIBA, "psc", "POST /ciba")
                .note(Fact.CLIENT_ID, "alpha-edc-bas", "form/client_id")
                .note(Fact.SCOPE, "openid", "form/scope")
                .answered(400);
        Run failed = run(ShippedDeclaration.PROXY_TIERS, refused);
        Run stopped = run(ShippedDeclaration.PROXY_INTEGRE);
        Runs runs = new Runs(
                Map.of(ShippedDeclaration.PROXY_TIERS, failed, ShippedDeclaration.PROXY_INTEGRE, stopped),
                Duration.ofMillis(2340));

        String report = RunsReport.of(runs, Language.FR, Paint.PLAIN);

        assertThat(report)
                .containsSubsequence(
                        "  ✗ proxy-integre ",
                        "alpha-edc-bas, alpha-clinique-edc-bas",
                        "indéterminé — ",
                        "  ✗ proxy-tiers ",
                        "non conforme — ",
                        TextReport.of(stopped, Language.FR, Paint.PLAIN),
                        TextReport.of(failed, Language.FR, Paint.PLAIN))
                .endsWith("\n2 architectures : 1 non conforme, 1 indéterminée — 1 session — 2.3 s\n");
        assertThat(RunsReport.of(runs, Language.EN, Paint.PLAIN))
                .endsWith("\n2 architectures: 1 not conforming, 1 inconclusive — 1 session — 2.3 s\n");
    }

    private static Run run(ShippedDeclaration shipped, Hop... hops) throws DeclarationException {
        Declaration declaration =
                DeclarationReader.read(shipped.id() + ".yaml", shipped.yaml(), LocalDate.of(2026, 11, 22));
        return Run.judged(declaration, List.of(), declaration.operations(), List.of(hops), NOW, NOW);
    }
}
