package fr.accroche.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.distribution.Unpacked.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives as a vendor gets them. */
class LauncherTest {

    @TempDir
    private static Path shared;

    private static Unpacked release;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        release = Unpacked.in(shared);
    }

    @Test
    void testsFromAnyFolderAndKeepsTheClassesItLoaded() throws IOException, InterruptedException {
        Ended version = Unpacked.run(folder, Map.of(), release.launcher(), "version");
        assertThat(version.printed())
                .startsWith(Unpacked.NAME.replace("accroche-", "accroche "))
                .contains(RuleBook.VERSION);
        assertThat(version.exitCode()).isZero();

        Ended test = Unpacked.run(
                folder,
                Map.of(),
                Unpacked.words(
                        release.launcher(),
                        "test",
                        Stream.concat(Unpacked.keys().stream(), Stream.of("--lang", "en"))));
        assertThat(test.printed()).contains("rules " + RuleBook.VERSION).contains("Verdict  conforming");
        assertThat(test.exitCode()).isZero();
        try (Stream<Path> lib = Files.list(release.home().resolve("lib"))) {
            assertThat(lib.map(file -> file.getFileName().toString()))
                    .hasSize(3)
                    .anyMatch(name -> name.matches("accroche-\\d+\\.jsa"));
        }
    }

    @Test
    void saysThatThereIsNoJava() throws IOException, InterruptedException {
        Path programs = Files.createDirectory(folder.resolve("bin"));
        for (String program : List.of("dirname", "readlink", "sed")) {
            Path wrapped = Files.writeString(
                    programs.resolve(program), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + program + " \"$@\"\n");
            assertThat(wrapped.toFile().setExecutable(true)).isTrue();
        }
        Ended run = Unpacked.run(
                folder, Map.of("PATH", programs.toString(), "JAVA_HOME", ""), release.launcher(), "version");

        assertThat(run.printed())
                .isEqualTo("accroche: no Java found: install Java 17 or newer, or set JAVA_HOME to one\n");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void saysThatTheJavaIsTooOld() throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("jdk 11/bin")).resolve("java");
        assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("jdk 11/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Ended run = Unpacked.run(
                folder, Map.of("JAVA_HOME", folder.resolve("jdk 11").toString()), release.launcher(), "version");

        assertThat(run.printed()).startsWith("accroche: Java 11 is too old: Java 17 or newer is needed");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void bothArchivesHoldTheSame() throws IOException {
        try (ZipFile zip = new ZipFile(
                        Unpacked.TARGET.resolve(Unpacked.NAME + ".zip").toFile());
                Stream<Path> unpacked = Files.walk(release.home())) {
            Path above = release.home().getParent();
            assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()))
                    .containsExactlyInAnyOrderElementsOf(unpacked.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".jsa"))
                            .map(file -> above.relativize(file).toString())
                            .toList())
                    .contains(Unpacked.NAME + "/LICENSE", Unpacked.NAME + "/README.fr.md")
                    .contains(Unpacked.NAME + "/docs/report.schema.json", Unpacked.NAME + "/accroche.cdx.json");
        }
    }

    @Test
    void windowsReadsItsLauncherLineByLine() throws IOException {
        String script = Files.readString(release.home().resolve("accroche.cmd"), StandardCharsets.US_ASCII);

        assertThat(script.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }
}
