package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key file that a client registered at PSC is read before anything starts, from the declaration's folder. */
class RegisteredKeysTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"test", "up"})
    void namesTheClientTheFileAndTheKey(String command) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("declared"));
        Files.writeString(folder.resolve("keys.json"), "{\"keys\":[{\"kty\":\"RSA\"}]}");
        declare(folder);

        CommandLineRun run = CommandLineRun.in(directory, command, "-c", "declared/accroche.yaml", "--work", "work");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("alpha-edc-bas: jwksFile ", folder.resolve("keys.json") + ": keys[0]: no JWK");
        assertThat(directory.resolve("work")).doesNotExist();
    }

    @Test
    void saysThatTheFileIsNotThere() throws IOException {
        declare(directory);

        CommandLineRun run = CommandLineRun.in(directory, "test", "--work", "work");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("keys.json: there is no file there");
    }

    private static void declare(Path folder) throws IOException {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8)
                .replace(
                        "clientId: alpha-edc-bas,",
                        "clientId: alpha-edc-bas, psc: { idTokenEncryption: RSA-OAEP, jwksFile: keys.json },");
        Files.writeString(folder.resolve("accroche.yaml"), yaml);
    }
}
