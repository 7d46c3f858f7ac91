package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program xmlsec1, if there is one.
 *
 * @param folder for its files
 */
record Xmlsec1(Path folder) {
    private static final String PROGRAM = "xmlsec1";
    private static final String ID = "--id-attr:ID";
    private static final String ASSERTION = Namespaces.SAML2 + ":Assertion";

    /** Skips the test where there is none. */
    static Xmlsec1 in(Path folder) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, PROGRAM))),
                "xmlsec1 is not on PATH: nothing was cross-checked with it");
        return new Xmlsec1(folder);
    }

    /** Whether it finds the assertion's signature right, and the signer's certificate the one that it trusts. */
    boolean verifies(String soap, Keys signer) throws Exception {
        Path message = Files.writeString(folder.resolve("message.xml"), soap);
        return run(
                        "--verify",
                        ID,
                        ASSERTION,
                        "--trusted-pem",
                        certificate(signer).toString(),
                        message.toString())
                == 0;
    }

    /** The message, with what its signature lacks filled in. */
    String signs(String template, Keys signer) throws Exception {
        Path message = Files.writeString(folder.resolve("template.xml"), template);
        Path signed = folder.resolve("signed.xml");
        Path key = pem("key.pem", "PRIVATE KEY", signer.key().getEncoded());
        String keys = key + "," + certificate(signer);
        assertThat(run(
                        "--sign",
                        ID,
                        ASSERTION,
                        "--privkey-pem",
                        keys,
                        "--output",
                        signed.toString(),
                        message.toString()))
                .as("%s", folder.resolve("printed.txt"))
                .isZero();
        return Files.readString(signed);
    }

    private Path certificate(Keys keys) throws Exception {
        return pem("signer.pem", "CERTIFICATE", keys.certificate().getEncoded());
    }

    private Path pem(String file, String kind, byte[] der) throws IOException {
        return Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                        + "-----\n");
    }

    private int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
