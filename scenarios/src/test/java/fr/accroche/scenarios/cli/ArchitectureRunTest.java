package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code accroche test} on other architectures than the first, and on services that are not simulated. */
class ArchitectureRunTest {

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @Test
    void aNamedArchitectureRunsInPlaceOfTheFoldersDeclaration() throws IOException {
        Files.writeString(directory.resolve("accroche.yaml"), "nothing: that could run");

        CommandLineRun run = CommandLineRun.in(directory, "test", "--architecture", "proxy-tiers");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("proxy-tiers.yaml", "OU of the certificate", "300000000020008");
        assertThat(TestFolders.PATH.resolve("proxy-tiers.yaml"))
                .hasBinaryContent(ShippedDeclaration.PROXY_TIERS.yaml());
    }

    @Test
    void aFaultBreaksANamedArchitecture() {
        CommandLineRun run = CommandLineRun.in(
                directory, "test", "--architecture", "proxy-tiers", "--fault", "certificate-ou-of-lps-operator");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("expected  300000000020008  \\[.*/proxy-tiers\\.yaml:\\d+]")
                .contains("observed  300000000010009", "1 failed");
    }

    @Test
    void everyArchitectureIsConformingOnALineOfItsOwn() throws IOException {
        CommandLineRun run = CommandLineRun.in(
                directory, "test", "--architecture", "all", "-o", "text,json:runs.json", "--lang", "fr");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .filteredOn(line -> line.startsWith("  ✓ "))
                .hasSize(7)
                .anyMatch(line -> line.matches(
                        " +✓ proxy-partage +alpha-cabinet-edc-bas, alpha-officine-edc-bas conforme — .*conformes.* s"));
        assertThat(run.out()).containsPattern("\n7 architectures : 7 conformes — 9 sessions — [\\d.]+ s\n$");
        JsonNode runs =
                new ObjectMapper().readTree(directory.resolve("runs.json").toFile());
        assertThat(runs.path("sessions").asInt()).isEqualTo(9);
        for (ShippedDeclaration shipped : ShippedDeclaration.values()) {
            JsonNode one = runs.path("architectures").path(shipped.id());
            assertThat(one.path("verdict").asText()).isEqualTo("CONFORME");
            assertThat(Path.of(one.path("declaration").asText()))
                    .hasFileName(shipped.id() + ".yaml")
                    .hasBinaryContent(shipped.yaml());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--architecture all --fault vihf-tampered",
                "--architecture all --client-id alpha-edc-bas",
                "--architecture all --request x.xml --teleservice on"
            })
    void everyArchitectureIsRunAsItIs(String options) {
        CommandLineRun run = CommandLineRun.in(directory, ("test " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("name one architecture");
    }

    @ParameterizedTest
    @CsvSource({"en, accroche.yaml:8: MSSanté counts", "fr, accroche.yaml:8 : la MSSanté compte"})
    void mssanteIsDeclaredAndSaidNotToBeSimulated(String language, String said) throws IOException {
        declare(ShippedDeclaration.PROXY_INTEGRE, "[DMP, INSi, ON]", "[DMP, MSSanté]");

        CommandLineRun run = CommandLineRun.in(directory, "test", "--client-id", "alpha-edc-bas", "--lang", language);

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.err().lines()).singleElement().asString().contains(said);
    }

    @Test
    void mssanteAloneHasNothingToRun() throws IOException {
        declare(ShippedDeclaration.PROXY_INTEGRE, "[DMP, INSi, ON]", "[MSSanté]");

        CommandLineRun run = CommandLineRun.in(directory, "test");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("accroche.yaml: nothing to send", "add DMP, INSi or ON");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aSolutionOfMssanteAloneDoesNotKeepItsNeighbourFromRunning() throws IOException {
        declare(ShippedDeclaration.PROXY_PARTAGE, "[DMP, INSi] }", "[MSSanté] }");

        CommandLineRun run = CommandLineRun.in(directory, "test");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("Session alpha-cabinet-edc-bas")
                .doesNotContain("Session alpha-officine-edc-bas");
    }

    private void declare(ShippedDeclaration shipped, String sound, String other) throws IOException {
        String yaml = new String(shipped.yaml(), StandardCharsets.UTF_8);
        assertThat(yaml).contains(sound);
        Files.writeString(directory.resolve("accroche.yaml"), yaml.replace(sound, other));
    }
}
