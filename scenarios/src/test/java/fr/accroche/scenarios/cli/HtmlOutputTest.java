package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.text.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code accroche test -o html:FILE} over a whole chain. */
class HtmlOutputTest {

    private static final String FILES = "html:run.html,json:run.json,junit:run.xml,sarif:run.sarif";

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @Test
    void aFaultyRunIsOnePageThatShowsWhereAndTellsNoSecret() throws IOException {
        CommandLineRun run = CommandLineRun.in(
                directory, "test", "--fault", "number-of-another-lps", "-o", "text," + FILES, "--lang", "fr");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("Verdict  non conforme");
        assertThat(Files.readString(directory.resolve("run.html")))
                .contains("number-of-another-lps", "✗ non conforme", "<article id=\"IDN-06\" class=\"fail\"")
                .contains("✗ IDN-06 500 soap:SIM_LpsInconnu", "Proxy e-Santé → Téléservice DMP")
                .contains(
                        "Serveur d&#39;autorisation API PSC → API Credential",
                        "Téléservice INSi → Serveur d&#39;autorisation")
                .doesNotContain("Autre serveur")
                .doesNotContain("eyJ", "PRIVATE KEY", "DMP-SIMULE-0001", "INSI-SIMULE-0001", "290019999900113");
        Spoken.FRENCH.only(run.out());
        Spoken.FRENCH.only(files());
    }

    @Test
    void aSoundRunHasNoRedArrow() throws IOException {
        CommandLineRun run = CommandLineRun.in(directory, "test", "-o", FILES, "--lang", "en");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("run.html")))
                .contains("✓ conforming", "No rule is broken", "Session 2: ", "Identities — alpha-edc-bas")
                .doesNotContain("class=\"broken\"", "class=\"doubt\"", "<article", "Other server");
        Spoken.ENGLISH.only(files());
    }

    private String[] files() throws IOException {
        List<String> written = new ArrayList<>();
        for (String name : List.of("run.html", "run.json", "run.xml", "run.sarif")) {
            written.add(Files.readString(directory.resolve(name)));
        }
        return written.toArray(String[]::new);
    }
}
