package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
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

    @Test
    void isExaminedByDoctor() throws Exception {
        declare(directory);
        TestFolders.open();
        String[] doctor = {"doctor", "--ports", "0", "--work", TestFolders.PATH.toString()};

        assertThat(CommandLineRun.in(directory, doctor).out())
                .contains(
                        "✗ keys registered at PSC — alpha-edc-bas: jwksFile ",
                        "there is no file there",
                        "psc.jwksFile");

        Files.writeString(directory.resolve("keys.json"), keySet());

        assertThat(CommandLineRun.in(directory, doctor).out())
                .contains("✓ keys registered at PSC — alpha-edc-bas: keys.json")
                .doesNotContain("alpha-edc-bas — declares no file");
    }

    private static String keySet() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(2048);
        byte[] modulus = ((RSAPublicKey) pairs.generateKeyPair().getPublic())
                .getModulus()
                .toByteArray();
        String n = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(modulus, 1, 257));
        return "{\"keys\":[{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + n + "\"}]}";
    }

    private static void declare(Path folder) throws IOException {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8)
                .replace(
                        "clientId: alpha-edc-bas,",
                        "clientId: alpha-edc-bas, psc: { idTokenEncryption: RSA-OAEP, jwksFile: keys.json },");
        Files.writeString(folder.resolve("accroche.yaml"), yaml);
    }
}
