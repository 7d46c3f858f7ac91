package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.FaultyFiles;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.scenarios.Programs;
import fr.accroche.scenarios.certificate.Provocation;
import fr.accroche.scenarios.certificate.Provocations;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.CertificateErrors;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that is wrong on purpose is wrong for the reason that it is written for, and for no other. */
class BreakCommandTest {

    private static final String PASSWORD_FILE = "password";

    @TempDir
    private static Path work;

    @TempDir
    private Path folder;

    @BeforeAll
    static void authorities() {
        TestIgc.in(work, Clock.systemUTC(), new KeySizes(2048, 2048));
    }

    static Stream<Provocation> withFiles() {
        return Provocations.ALL.stream().filter(one -> one.files().isPresent());
    }

    @Test
    void eachErrorOfTheCatalogueIsProvokedOrSaysWhyNot() {
        assertThat(Provocations.ALL)
                .extracting(Provocation::error)
                .containsExactlyElementsOf(
                        CertificateErrors.ALL.stream().map(CertificateError::id).toList());
        assertThat(Provocations.ALL)
                .allSatisfy(one -> assertThat(
                                one.files().isPresent() && !one.chainFaults().isEmpty()
                                        || one.limit().isPresent())
                        .as(one.error())
                        .isTrue());
        assertThat(Faults.ALL)
                .extracting(Fault::id)
                .containsAll(Provocations.ALL.stream()
                        .flatMap(one -> one.chainFaults().stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("withFiles")
    void checkNamesItAndNothingElse(Provocation provocation) throws Exception {
        broken(provocation);

        CommandLineRun run = check(provocation.check());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(ids(run)).containsExactly(provocation.error());
    }

    /** What is wrong is what was changed: the same arguments find nothing wrong with the sound file. */
    @ParameterizedTest
    @MethodSource("withFiles")
    void checkFindsNothingWrongWithTheSoundFile(Provocation provocation) throws Exception {
        assumeTrue(provocation.check().contains("client.p12"), "no client certificate is its subject");
        assumeTrue(
                !List.of("F8", "F23", "F30").contains(provocation.error()),
                "its subject is another file, or an option");
        new FaultyFiles(TestIgc.in(work, Clock.systemUTC(), new KeySizes(2048, 2048)))
                .writeSound(provocation.files().orElseThrow(), folder);

        CommandLineRun run = check(provocation.check());

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(ids(run)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withFiles")
    void anotherProgramSeesIt(Provocation provocation) throws Exception {
        Provocation.Shown shown = provocation.shown().orElseThrow();
        assumeTrue(Programs.present("openssl"), "openssl is not installed");
        broken(provocation);

        Programs.Ended ended = Programs.run(folder, "sh", "-c", shown.command());

        assertThat(ended.printed()).containsIgnoringCase(shown.prints());
    }

    @Test
    void whatNoFileShowsIsRefusedWithTheReasonAndWhatShowsIt() {
        CommandLineRun run = CommandLineRun.in(folder, "certs", "break", "F12", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no file to write", "accroche test --fault token-bound-to-another-certificate");
        assertThat(folder).isEmptyDirectory();
    }

    /** What is printed is what works, from where the user is. */
    @Test
    void thePrintedCommandNamesIt() throws Exception {
        CommandLineRun run = CommandLineRun.in(
                folder, "certs", "break", "F8", "--work", work.toString(), "--output", "learn", "--lang", "en");
        String printed = run.out()
                .lines()
                .filter(line -> line.contains("certs check"))
                .map(line -> line.substring(line.indexOf("ACCROCHE_PASSWORD=")))
                .findFirst()
                .orElseThrow();

        assertThat(printed)
                .startsWith("ACCROCHE_PASSWORD=accroche accroche certs check learn/client.p12 --seal learn/cachet.p12 ")
                .endsWith("--work " + work);
        List<String> arguments = List.of(printed.split(" "));
        assertThat(ids(check(arguments.subList(4, arguments.size())))).containsExactly("F8");
    }

    @Test
    void nothingIsReplaced() {
        Provocation provocation = Provocations.of("f28").orElseThrow();
        broken(provocation);

        CommandLineRun again = broken("F28");

        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("client.p12", "exists already");
    }

    private void broken(Provocation provocation) {
        CommandLineRun run = broken(provocation.error());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private CommandLineRun broken(String error) {
        return CommandLineRun.in(
                folder, "certs", "break", error, "--work", work.toString(), "--output", ".", "--lang", "en");
    }

    private CommandLineRun check(List<String> arguments) throws Exception {
        Files.writeString(folder.resolve(PASSWORD_FILE), FaultyFiles.PASSWORD + "\n");
        return CommandLineRun.in(
                folder,
                Stream.of(
                                Stream.of("certs", "check"),
                                arguments.stream(),
                                arguments.contains("--work")
                                        ? Stream.<String>of()
                                        : Stream.of("--work", work.toString()),
                                Stream.of("--password-file", PASSWORD_FILE, "-o", "json", "--lang", "en"))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    private static List<String> ids(CommandLineRun run) throws Exception {
        JsonObject report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        return report.array("findings").orElseThrow().objects().stream()
                .map(finding -> finding.text("id").orElseThrow())
                .toList();
    }
}
