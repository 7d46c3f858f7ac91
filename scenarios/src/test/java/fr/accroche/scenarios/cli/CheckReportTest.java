package fr.accroche.scenarios.cli;

import static fr.accroche.scenarios.cli.CheckedFolder.json;
import static fr.accroche.scenarios.cli.CheckedFolder.objects;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckReportTest {

    @TempDir
    private Path directory;

    private CheckedFolder folder() {
        return new CheckedFolder(directory);
    }

    @Test
    void sarifHasEachFindingOnItsLineAndTheWaivedSuppressed() throws IOException {
        folder().declare(
                        ShippedDeclaration.PROXY_INTEGRE,
                        "ui: false",
                        "ui: true",
                        "INSi: INSI-SIMULE-0001, ",
                        "",
                        "operations:  ",
                        "waivers: [{ rule: ARC-03, justification: j, until: D+10 }]\noperations:  ");

        JsonObject run = objects(json(folder().check("-o", "sarif")), "runs").get(0);

        List<JsonObject> results = objects(run, "results");
        assertThat(results)
                .extracting(result -> result.text("ruleId").orElse(""))
                .containsExactlyInAnyOrder("ARC-03", "CND-01");
        for (JsonObject result : results) {
            JsonObject place = objects(result, "locations")
                    .get(0)
                    .object("physicalLocation")
                    .orElseThrow();
            assertThat(place.object("artifactLocation").orElseThrow().text("uri"))
                    .contains("accroche.yaml");
            assertThat(place.object("region").orElseThrow().integer("startLine").orElse(0L))
                    .isGreaterThan(1);
            assertThat(result.get("suppressions").isPresent())
                    .isEqualTo(result.text("ruleId").orElse("").equals("ARC-03"));
        }
    }

    @Test
    void htmlIsOnePageThatNeedsNothingElseAndEscapesWhatIsDeclared() throws IOException {
        folder().declare(
                        ShippedDeclaration.PROXY_INTEGRE,
                        "ÉDITEUR ALPHA SIMULÉ",
                        "<script>alert(1)</script>",
                        "ui: false",
                        "ui: true");

        String page = folder().check("-o", "html", "--lang", "fr").out();

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"fr\">", "@media print", "ARC-03", "&lt;script&gt;alert(1)")
                .doesNotContain("<script", "http://", "https://", "<link", "<img", "src=");
    }

    @ParameterizedTest
    @CsvSource({"text, fr", "json, fr", "sarif, en", "html, en"})
    void noNumberIsPrinted(String type, String language) throws IOException {
        folder().declare(ShippedDeclaration.PROXY_INTEGRE, "ui: false", "ui: true");

        assertThat(folder().check("-o", type, "--lang", language).out())
                .isNotBlank()
                .doesNotContain("DMP-SIMULE-0001", "INSI-SIMULE-0001", "ON-SIMULE-0001");
    }

    private static String uri(JsonObject sarif) {
        JsonObject result = objects(objects(sarif, "runs").get(0), "results").get(0);
        return objects(result, "locations")
                .get(0)
                .object("physicalLocation")
                .flatMap(place -> place.object("artifactLocation"))
                .flatMap(file -> file.text("uri"))
                .orElseThrow();
    }

    @Test
    void everyReportSaysHowNearEachCheckIsToTheRealOne() throws IOException {
        folder().declare(ShippedDeclaration.PROXY_INTEGRE, "ui: false", "ui: true");

        assertThat(folder().check("--lang", "en").out()).contains("    fidelity  exact — read in the text");
        assertThat(folder().check("-o", "html", "--lang", "en").out()).contains("<dd>exact — read in the text");
        assertThat(objects(json(folder().check("-o", "json")), "rules"))
                .allSatisfy(
                        rule -> assertThat(rule.object("fidelity").orElseThrow().members())
                                .containsKeys("word", "detail", "source"));
        JsonObject sarif = objects(json(folder().check("-o", "sarif")), "runs").get(0);
        assertThat(objects(sarif.object("tool").orElseThrow().object("driver").orElseThrow(), "rules"))
                .filteredOn(rule -> rule.text("id").orElse("").equals("ARC-03"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.object("properties")
                                .orElseThrow()
                                .object("fidelity")
                                .orElseThrow()
                                .text("word"))
                        .contains("EXACT"));
    }

    @Test
    void sarifKnowsAFindingAgainWhereverItsLineHasMoved() throws IOException {
        folder().declare(ShippedDeclaration.PROXY_INTEGRE, "ui: false", "ui: true");
        JsonObject before = onlyResult(json(folder().check("-o", "sarif", "--lang", "en")));
        folder().declare(ShippedDeclaration.PROXY_INTEGRE, "ui: false", "ui: true", "version: 1", "\n\nversion: 1");
        JsonObject after = onlyResult(json(folder().check("-o", "sarif", "--lang", "fr")));

        assertThat(after.get("locations")).isNotEqualTo(before.get("locations"));
        assertThat(after.get("partialFingerprints")).isPresent().isEqualTo(before.get("partialFingerprints"));
    }

    private static JsonObject onlyResult(JsonObject sarif) {
        JsonObject run = objects(sarif, "runs").get(0);
        List<JsonObject> results = objects(run, "results");
        assertThat(results).hasSize(1);
        int index = results.get(0).integer("ruleIndex").orElseThrow().intValue();
        JsonObject driver = run.object("tool").orElseThrow().object("driver").orElseThrow();
        assertThat(objects(driver, "rules").get(index).text("id"))
                .isEqualTo(results.get(0).text("ruleId"));
        return results.get(0);
    }

    @Test
    void sarifNamesTheFileAsAUri() throws IOException {
        folder().declareAs("é 100%#1.yaml", ShippedDeclaration.PROXY_INTEGRE, "ui: false", "ui: true");

        assertThat(uri(json(folder().check("-o", "sarif", "-c", "é 100%#1.yaml"))))
                .isEqualTo("%C3%A9%20100%25%231.yaml");
        String absolute = directory.resolve("é 100%#1.yaml").toString();
        assertThat(uri(json(folder().check("-o", "sarif", "-c", absolute))))
                .startsWith("file:///")
                .endsWith("/%C3%A9%20100%25%231.yaml");
    }

    @Test
    void sarifSaysItsLanguage() {
        assertThat(objects(json(folder().check("-o", "sarif", "--lang", "fr")), "runs"))
                .extracting(run -> run.text("language").orElse(""))
                .containsExactly("fr");
    }

    @Test
    void theTerminalReportKeepsADeclaredNameOnItsLine() throws IOException {
        folder().declare(
                        ShippedDeclaration.PROXY_INTEGRE,
                        "name: Logiciel Alpha",
                        "name: \"Alpha\\nVerdict  conforming\"",
                        "name: ÉDITEUR ALPHA SIMULÉ",
                        "name: \"ALPHA\\r✓ SIMULÉ\"",
                        "name: Alpha Cabinet",
                        "name: \"Alpha\\n\\tCabinet\"",
                        "  lps:\n",
                        "  \"l\\nps\":\n",
                        "lps: lps",
                        "lps: \"l\\nps\"",
                        "component: lps",
                        "component: \"l\\nps\"");

        String report = folder().check().out();

        assertThat(report.lines().filter(line -> line.startsWith("Verdict"))).hasSize(1);
        assertThat(report).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]").contains("l�ps", "ALPHA�✓ SIMULÉ");
    }

    @ParameterizedTest
    @CsvSource({"fr, jour restant, jours restants", "en, day left, days left"})
    void oneDayIsNotSeveral(String language, String one, String several) {
        String last = folder().check("-o", "json")
                .out()
                .lines()
                .filter(line -> line.contains("pmtUntil"))
                .findFirst()
                .orElseThrow()
                .replaceAll("[^0-9-]", "");
        String day = LocalDate.parse(last).minusDays(1).toString();

        assertThat(folder().check("--on", day, "--lang", language).out()).contains(" 1 " + one + "\n");
        assertThat(folder().check("--lang", language).out()).contains(" " + several + "\n");
    }
}
