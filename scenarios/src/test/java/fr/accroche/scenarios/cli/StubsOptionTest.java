package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads of a folder of stubs that cannot be used, in the language that was asked for. */
class StubsOptionTest {

    @TempDir
    Path folder;

    @Test
    void saysInBothLanguagesWhatAFolderOfStubsIs() {
        assertThat(test("fr").err()).contains("nowhere : un dossier qui contient mappings/", "est attendu");
        assertThat(test("en").err()).contains("nowhere: expected a folder that holds mappings/");
        assertThat(test("en").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void saysInBothLanguagesWhatIsWrongWithAStub() throws IOException {
        stub(
                "{\"name\": \"A\", \"request\": {\"urlPath\": \"/x\"}, \"response\": {\"proxyBaseUrl\": \"http://127.0.0.1:9\"}}");

        assertThat(test("fr").err())
                .contains("bouchon \"A\" sur path equalTo /x : pas de proxyBaseUrl")
                .doesNotContain("stub on");
        assertThat(test("en").err()).contains("stub \"A\" on path equalTo /x: no proxyBaseUrl");
    }

    @Test
    void saysWhereAStubIsNoJson() throws IOException {
        stub("{\"request\":\n {\"secret\" ");

        assertThat(test("fr").err()).contains("a.json : pas un bouchon de WireMock, ligne 2, colonne ");
        assertThat(test("en").err())
                .contains("a.json: not a stub of WireMock, line 2, column ")
                .doesNotContain("secret");
    }

    private void stub(String json) throws IOException {
        Path mappings = Files.createDirectories(folder.resolve("nowhere/mappings"));
        Files.writeString(mappings.resolve("a.json"), json);
    }

    private CommandLineRun test(String language) {
        return CommandLineRun.in(folder, "test", "--lang", language, "--stubs", "nowhere");
    }
}
