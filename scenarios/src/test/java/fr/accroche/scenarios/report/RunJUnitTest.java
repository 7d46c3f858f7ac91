package fr.accroche.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Language;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CI servers read of runs that went badly. */
class RunJUnitTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Run run(Hop... hops) throws DeclarationException {
        ShippedDeclaration shipped = ShippedDeclaration.PROXY_TIERS;
        Declaration declaration =
                DeclarationReader.read(shipped.id() + ".yaml", shipped.yaml(), LocalDate.of(2026, 11, 22));
        return Run.judged(declaration, List.of(), declaration.operations(), List.of(hops), NOW, NOW);
    }

    private static Hop ciba(String clientId) {
        return HopNotes.open(CLOCK, Stage.PSC_CIBA, "psc", "POST /ciba")
                .note(Fact.CLIENT_ID, clientId, "form/client_id")
                .note(Fact.SCOPE, "openid", "form/scope")
                .answered(400);
    }

    @Test
    void aRunThatSawNothingIsASuiteWhoseTestsAreSkipped() throws DeclarationException {
        JUnitReport report = JUnitReport.read(RunJUnit.of(run(), Language.FR));

        assertThat(report.suites()).containsExactly("accroche");
        assertThat(report.tests("skipped")).hasSameSizeAs(Catalogue.ALL);
    }

    @Test
    void aClientIdOfAStrangerStaysAName() throws DeclarationException {
        String hostile = "\"><failure/>\u001b[31m\n\u202E&x;";

        Run run = run(ciba(hostile));

        assertThat(JUnitReport.read(RunJUnit.of(run, Language.EN)).suites())
                .singleElement()
                .asString()
                .startsWith("accroche.\"><failure/>\uFFFD[31m")
                .doesNotContain("\u001b", "\u202E");
        JsonObject sarif = Json.parseObject(RunSarif.of(run, Language.EN).getBytes(StandardCharsets.UTF_8));
        assertThat(sarif.compact()).contains("fullyQualifiedName").doesNotContain("\u001b", "\\u001b", "\u202E");
    }

    @Test
    void sessionsOfOneClientAreSuitesOfTheirOwn() throws DeclarationException {
        Hop[] twice = Stream.of("one", "two")
                .map(session -> HopNotes.open(CLOCK, Stage.PSC_TOKEN, "psc", "POST /token")
                        .note(Fact.CLIENT_ID, "zeta", "form/client_id")
                        .note(Fact.PSC_TOKEN, session, "json/access_token")
                        .answered(200))
                .toArray(Hop[]::new);

        JUnitReport report = JUnitReport.read(RunJUnit.of(run(twice), Language.EN));

        assertThat(report.suites()).containsExactly("accroche.zeta", "accroche.zeta 2");
    }
}
