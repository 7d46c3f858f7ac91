package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.text.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands speak the language of {@code --lang}; runs of the chain and {@code explain} are listened to in their own tests. */
class LanguageTest {

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @ParameterizedTest
    @EnumSource
    void aCheckSpeaksIt(Spoken spoken) throws IOException {
        CheckedFolder folder = new CheckedFolder(directory);
        folder.declare(ShippedDeclaration.PROXY_INTEGRE, "ui: false", "ui: true", "INSi: INSI-SIMULE-0001, ", "");

        for (String type : new String[] {"text", "json", "sarif", "html"}) {
            spoken.only(run(spoken, "check", "-o", type));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDoctorAndTheListsSpeakIt(Spoken spoken) {
        spoken.only(
                run(spoken, "doctor", "--url", "https://127.0.0.1:1/", "--work", TestFolders.PATH.toString()),
                run(spoken, "explain"),
                run(spoken, "init", "--list"),
                run(spoken, "test", "--list-faults"),
                run(spoken, "test", "--list-cases"),
                run(spoken, "certs", "diagnose", "--list"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidOfCertificatesIsInIt(Spoken spoken) {
        spoken.only(run(spoken, "certs", "break", "F16", "-o", "broken", "--work", TestFolders.PATH.toString()));
        spoken.only(
                run(
                        spoken,
                        "certs",
                        "check",
                        "broken/client.p12",
                        "--client-id",
                        "another",
                        "--work",
                        TestFolders.PATH.toString()),
                run(spoken, "certs", "inspect", "broken/client.p12"));
        spoken.noTextOfTheOther(Stream.of("F1", "F10", "F16", "F20", "F28", "F33")
                .map(id -> run(spoken, "certs", "diagnose", "--id", id))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void soAreItsRefusals(Spoken spoken) throws IOException {
        Path file = Files.writeString(directory.resolve("request.xml"), "<a>\n <b>\n</a>");
        spoken.only(
                run(spoken, "test", "--request", "request.xml", "--teleservice", "dmp"),
                run(spoken, "replay", "request.xml"),
                run(spoken, "test", "--work", file.toString()),
                run(spoken, "nonsense"),
                run(spoken, "test", "--fault", "nope"),
                run(spoken, "test", "--config", "absent.yaml"),
                run(spoken, "check", "--on", "tomorrow"),
                run(spoken, "replay", "absent.json"),
                run(spoken, "report", "diff", "absent.json", "absent.json"),
                run(spoken, "report", "pmt", "absent.json"),
                run(spoken, "report", "evidence", "--check", "request.xml"),
                run(spoken, "test", "absent.yaml"),
                run(spoken, "test", "request.xml"));
    }

    private String run(Spoken spoken, String... words) {
        String[] all = Stream.concat(Arrays.stream(words), Stream.of("--lang", spoken.option()))
                .toArray(String[]::new);
        CommandLineRun run = CommandLineRun.in(directory, all);
        assertThat(run.out() + run.err()).as(String.join(" ", all)).isNotBlank();
        return run.out() + run.err();
    }
}
