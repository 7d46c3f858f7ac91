package fr.accroche.scenarios.cli;

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
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Run;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code good.json} asks PSC as it must, {@code bad.json} for another ACR, {@code worse.json} so twice, {@code none.json} not at all. */
class DiffCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @BeforeEach
    void writeReports() throws IOException, DeclarationException {
        write("good.json", ciba("eidas1"));
        write("bad.json", ciba("loa9"));
        write("worse.json", ciba("loa9"), ciba("loa9"));
        write("none.json");
    }

    @Test
    void theSameReportIsNotWorse() {
        CommandLineRun run = diff("bad.json", "bad.json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Nothing got worse.").doesNotContain("→");
    }

    @Test
    void aRuleThatIsBrokenNowIsWorseAndAFixedOneIsNot() {
        CommandLineRun broken = diff("good.json", "bad.json");
        CommandLineRun mended = diff("bad.json", "good.json");

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out())
                .contains("— broken (1)", "passed → failed", "New findings: 1", "loa9", "Something got worse.");
        assertThat(mended.exitCode()).isZero();
        assertThat(mended.out()).contains("— mended (1)", "failed → passed", "Findings gone: 1", "Nothing got worse.");
        assertThat(CommandLineRun.in(directory, "report", "diff", "bad.json", "good.json", "--lang", "fr")
                        .out())
                .contains("— réparée (1)", "non conforme → conforme", "Rien n'a empiré.");
    }

    @Test
    void oneMoreFindingOfABrokenRuleIsWorse() {
        CommandLineRun run = diff("bad.json", "worse.json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("New findings: 1").doesNotContain("→");
    }

    @Test
    void aRuleThatHeldAndIsNotReachedAnyMoreIsWorse() {
        CommandLineRun run = diff("good.json", "none.json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("— no longer judged", "passed → not reached");
    }

    @Test
    void programsReadTheSame() {
        CommandLineRun run =
                CommandLineRun.in(directory, "report", "diff", "good.json", "bad.json", "--output", "json");

        JsonObject diff = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(diff.bool("worse")).contains(true);
        assertThat(diff.array("rules").orElseThrow().objects())
                .singleElement()
                .satisfies(rule -> assertThat(rule.compact())
                        .contains("\"before\":\"PASS\",\"after\":\"FAIL\",\"meaning\":\"BROKEN\""));
        assertThat(diff.array("added").orElseThrow().objects()).hasSize(1);
        assertThat(diff.object("before")
                        .flatMap(before -> before.object("counts"))
                        .flatMap(counts -> counts.integer("FAIL")))
                .contains(0L);
    }

    @Test
    void whatIsNoReportIsAUsageError() throws IOException {
        Files.writeString(directory.resolve("none.json"), "{\"rules\": [{\"id\": \"x\"}]}");

        CommandLineRun run = diff("good.json", "none.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("none.json: rules[0].id: expected: the id of a rule");
        assertThat(diff("good.json", "absent.json").exitCode()).isEqualTo(3);
    }

    private CommandLineRun diff(String before, String after) {
        return CommandLineRun.in(directory, "report", "diff", before, after);
    }

    private static Hop ciba(String acr) {
        return HopNotes.open(CLOCK, Stage.PSC_CIBA, "psc", "POST /ciba")
                .note(Fact.CLIENT_ID, "alpha-edc-bas", "form/client_id")
                .note(Fact.SCOPE, "openid scope_all", "form/scope")
                .note(Fact.ACR_VALUES, acr, "form/acr_values")
                .note(Fact.BINDING_MESSAGE, "42", "form/binding_message")
                .note(Fact.LOGIN_HINT, "899900000001", "form/login_hint")
                .answered(200);
    }

    private void write(String file, Hop... hops) throws IOException, DeclarationException {
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.of(2026, 11, 22));
        Run run = Run.judged(
                declaration, List.of(), declaration.operations(), List.of(hops), CLOCK.instant(), CLOCK.instant());
        Files.writeString(directory.resolve(file), JsonReport.of(run, Language.EN));
    }
}
