package fr.accroche.scenarios.cli;

import static fr.accroche.scenarios.cli.CheckedFolder.json;
import static fr.accroche.scenarios.cli.CheckedFolder.objects;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckCommandTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private CommandLineRun check(String... more) {
        return new CheckedFolder(directory).check(more);
    }

    private void declare(ShippedDeclaration shipped, String... replacements) throws IOException {
        new CheckedFolder(directory).declare(shipped, replacements);
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void eachShippedArchitectureIsAccepted(ShippedDeclaration shipped) {
        CommandLineRun run = check("--architecture", shipped.id());

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("Verdict  conforming").doesNotContain("What is wrong");
    }

    @Test
    void showsWhatTheArchitectureAsksFor() {
        CommandLineRun run = check("--architecture", "non-autonome-dans-proxy");

        assertThat(run.out())
                .contains(
                        "non autonome (integrated add-on) in the proxy — eai, non autonome, is integrated in the proxy")
                .containsPattern("✓ held +ELU habilitation +lps")
                .containsPattern("· not asked for +ELU habilitation +eai")
                .contains("EDC PSC files: 4")
                .contains("Requests to the CNDA, by commercial name and téléservice: 4")
                .containsPattern("OU of the certificate +300000000020008")
                .contains(daysLeft() + " days left");
    }

    private static long daysLeft() {
        LocalDate validated = TODAY.minusDays(33);
        return validated.plusMonths(3).toEpochDay() - TODAY.toEpochDay();
    }

    @Test
    void tenFaultsAreReportedInOneRunEachWithItsLine() throws IOException {
        declare(
                ShippedDeclaration.PROXY_INTEGRE,
                "ui: false",
                "ui: true",
                "hosting: saas ",
                "hosting: on-premises ",
                "INSi: INSI-SIMULE-0001, ",
                "",
                "    intrusionTest: { on: D-200, report: PENTEST-SIMULE-0001 }\n",
                "",
                "report: PENTEST-SIMULE-0002",
                "",
                "profile: ELP,",
                "profile: ELP, suspendedOn: D-3,",
                "component: proxy, candidature: EDC-OPERATEUR, nru: NRU-SIMULE-0002, submittedOn: D-18, grantedOn: D-5",
                "component: proxy, candidature: EDC-OPERATEUR, submittedOn: D-18",
                "nil: NIL-SIMULE-0001",
                "nil: NIL-SIMULE-0001 }, { name: Alpha Bis, nil: NIL-SIMULE-0001",
                "validatedOn: D-33, declaredOn: D-31, configuredOn: D-28, firstAuthenticationOn: D-27, firstApi: INSi } }\n  # Une",
                "validatedOn: D-133, declaredOn: D-31, configuredOn: D-28, firstAuthenticationOn: D-27, firstApi: INSi } }\n  # Une",
                "mandataire: alpha",
                "mandataire: clinique");

        CommandLineRun run = check("-o", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        List<JsonObject> broken = objects(json(run), "rules").stream()
                .filter(rule ->
                        List.of("FAIL", "WARNING").contains(rule.text("status").orElse("")))
                .toList();
        assertThat(broken)
                .extracting(rule -> rule.text("id").orElse(""))
                .contains(
                        "ARC-01", "ARC-03", "ARC-04", "CND-01", "CND-04", "HAB-01", "OPE-01", "PEN-01", "PEN-02",
                        "PMT-02");
        assertThat(broken)
                .flatExtracting(rule -> objects(rule, "findings"))
                .filteredOn(finding -> finding.text("status").orElse("").equals("FAIL"))
                .allSatisfy(
                        finding -> assertThat(finding.text("where").orElse("")).matches("accroche\\.yaml:\\d+"));
    }

    @Test
    void whatCannotBeReadAndWhatIsWrongComeInOneRun() throws IOException {
        declare(ShippedDeclaration.PROXY_INTEGRE, "couloir: ville", "couloir: mars", "ui: false", "ui: true");

        CommandLineRun run = check();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .containsPattern("accroche\\.yaml:\\d+:\\d+: couloir: 'mars' is not accepted")
                .containsPattern("ARC-03  failed");
    }

    @Test
    void whileAPartCannotBeReadNothingIsConforming() throws IOException {
        declare(ShippedDeclaration.PROXY_INTEGRE, "hosting: saas ", "hosting: on-premise ");

        CommandLineRun run = check("-o", "json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(json(run).text("verdict")).contains("INDETERMINE");
        assertThat(check().out()).contains("Verdict  inconclusive");
        assertThat(check("-o", "html").out()).contains("Verdict: inconclusive");
    }

    @Test
    void whereAPartIsMissingTheRestIsNotJudged() throws IOException {
        declare(ShippedDeclaration.PROXY_INTEGRE, "type: principal", "type: primaire");

        CommandLineRun run = check();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("The rest is not judged").doesNotContain("Verdict");
    }

    @Test
    void judgesAsOfADay() {
        assertThat(check("--on", TODAY.plusDays(daysLeft()).toString()).exitCode())
                .isZero();

        CommandLineRun run = check("--on", TODAY.plusDays(daysLeft() + 1).toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("PMT-02  failed").contains("ended on");
        assertThat(check("--on", TODAY.plusDays(daysLeft() - 30).toString()).out())
                .contains("PMT-02  warning");
    }

    @Test
    void aWaiverCountsUntilItsDayAndIsAFailureAfter() throws IOException {
        declare(
                ShippedDeclaration.PROXY_INTEGRE,
                "ui: false",
                "ui: true",
                "operations:  ",
                "waivers: [{ rule: ARC-03, about: components.proxy, justification: écran d'exploitation seulement, until: D+10 }]\noperations:  ");

        assertThat(check().exitCode()).isZero();
        assertThat(check().out()).contains("ARC-03, to " + TODAY.plusDays(10) + ", applied: écran d'exploitation");
        CommandLineRun late = check("--on", TODAY.plusDays(11).toString());
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.out()).contains("expired on " + TODAY.plusDays(10));
    }

    @Test
    void aWaiverForARuleThatDoesNotExistIsRefused() throws IOException {
        declare(
                ShippedDeclaration.PROXY_INTEGRE,
                "operations:  ",
                "waivers: [{ rule: ARC-99, justification: x, until: D+10 }]\noperations:  ");

        CommandLineRun run = check();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsPattern("accroche\\.yaml:\\d+: the waiver is for ARC-99");
    }

    @Test
    void aDoubtIsNeitherAPassNorAFailure() throws IOException {
        String yaml = ShippedDeclaration.AUTONOME_OPERE_PAR_SON_EDITEUR.text();
        Files.writeString(directory.resolve("accroche.yaml"), yaml.substring(0, yaml.indexOf("waivers:")));

        CommandLineRun run = check("-o", "json");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(json(run).text("verdict")).contains("INDETERMINE");
        assertThat(objects(json(run), "rules"))
                .filteredOn(rule -> rule.text("status").orElse("").equals("REVIEW"))
                .extracting(rule -> rule.text("id").orElse(""))
                .containsExactlyInAnyOrder("HAB-01", "OPE-01", "CND-05", "CND-06");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        check --on demain               | 2 | --on demain: no date
        check -o xml                    | 2 | one of: text, json, sarif, html
        check -o json:a,html:./a        | 2 | -o: ./a is taken
        check -c a.yaml -o html:a.yaml  | 2 | -o: a.yaml is taken
        check --architecture nope       | 2 | one of: proxy-integre, proxy-partage
        check -c a.yaml --architecture proxy-tiers | 2 | do not go together
        check -c absent.yaml            | 3 | absent.yaml: no such file
        """)
    void badInputHasAOneLineCause(String command, int exitCode, String cause) {
        CommandLineRun run = CommandLineRun.in(directory, command.split(" +"));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).contains(cause).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void bothLanguagesSayTheSameThings(ShippedDeclaration shipped) {
        List<String> english = check("--architecture", shipped.id(), "--lang", "en")
                .out()
                .lines()
                .toList();
        List<String> french = check("--architecture", shipped.id(), "--lang", "fr")
                .out()
                .lines()
                .toList();

        assertThat(french).hasSameSizeAs(english);
        assertThat(String.join("\n", french).toLowerCase(Locale.ROOT)).doesNotContain(" held ", " missing ");
    }
}
