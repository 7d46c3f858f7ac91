package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitCommandTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void writesTheArchitectureAndSaysWhatIsNext(ShippedDeclaration shipped) {
        CommandLineRun run = CommandLineRun.in(directory, "init", "--architecture", shipped.id());

        assertThat(run.exitCode()).isZero();
        assertThat(directory.resolve("accroche.yaml")).hasBinaryContent(shipped.yaml());
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("accroche: accroche.yaml: ")
                .contains(shipped.title().en())
                .endsWith("then: accroche check, accroche test");
    }

    @Test
    void aFileThatExistsIsLeftAsItIs() throws IOException {
        Path mine = Files.writeString(directory.resolve("accroche.yaml"), "mine");

        CommandLineRun run = CommandLineRun.in(directory, "init", "--architecture", "proxy-tiers", "--lang", "fr");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("accroche.yaml existe déjà", "--output", "--force");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aFileThatExistsIsReplacedByForce() throws IOException {
        Files.writeString(directory.resolve("accroche.yaml"), "mine".repeat(10_000));

        CommandLineRun run = CommandLineRun.in(directory, "init", "--architecture", "PROXY-TIERS", "--force");

        assertThat(run.exitCode()).isZero();
        assertThat(directory.resolve("accroche.yaml")).hasBinaryContent(ShippedDeclaration.PROXY_TIERS.yaml());
    }

    @Test
    void anotherFileIsNamedInWhatIsNext() {
        CommandLineRun run = CommandLineRun.in(
                directory, "init", "--architecture", "proxy-partage", "-o", "two.yaml", "--lang", "fr");

        assertThat(run.exitCode()).isZero();
        assertThat(directory.resolve("two.yaml")).hasBinaryContent(ShippedDeclaration.PROXY_PARTAGE.yaml());
        assertThat(run.err()).contains("puis : accroche check --config two.yaml, accroche test --config two.yaml");
    }

    @Test
    void standardOutputTakesItAlone() {
        CommandLineRun run = CommandLineRun.in(directory, "init", "--architecture", "proxy-tiers", "--output", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(new String(ShippedDeclaration.PROXY_TIERS.yaml(), StandardCharsets.UTF_8));
        assertThat(run.err()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"fr, 'autonome + proxy tiers, opéré par son éditeur'", "en, proxy partagé (shared)"})
    void listsEveryArchitectureWithItsTitle(String language, String title) {
        CommandLineRun run = CommandLineRun.in(directory, "init", "--list", "--lang", language);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(Arrays.stream(ShippedDeclaration.values())
                        .map(ShippedDeclaration::id)
                        .toList());
        assertThat(run.out()).contains(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        init                                     | 2 | missing; one of: proxy-integre, proxy-partage
        init --architecture nope                 | 2 | unknown architecture; one of: proxy-integre, proxy-partage
        init --architecture proxy-tiers -o .     | 3 | . cannot be written
        init --architecture proxy-tiers -o a/b   | 3 | a/b cannot be written
        """)
    void badInputHasAOneLineCause(String command, int exitCode, String cause) {
        CommandLineRun run = CommandLineRun.in(directory, command.trim().split(" +"));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err().lines()).singleElement().asString().contains(cause);
        assertThat(run.out()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }
}
