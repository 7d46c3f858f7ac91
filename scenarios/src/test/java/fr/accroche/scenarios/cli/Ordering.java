package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.TestFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Orders placed by command line, and what they left.
 *
 * @param directory the user's folder
 */
record Ordering(Path directory) {

    CommandLineRun run(String[] words, String... more) {
        return CommandLineRun.in(directory, arguments(words, more));
    }

    /** The same for a user who has a password elsewhere than in a file. */
    CommandLineRun run(PasswordOption.Sources passwords, String[] words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                directory,
                Language.EN);
        int exitCode = new CommandLine(new OrderCommand(console, passwords))
                .setExecutionExceptionHandler((failure, command, parsed) -> Errors.failure(failure, console))
                .execute(Stream.of(arguments(words)).skip(2).toArray(String[]::new));
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    private static String[] arguments(String[] words, String... more) {
        return Stream.of(words, more, new String[] {"--work", TestFolders.PATH.toString()})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    static String[] words(String command) {
        return command.trim().split(" +");
    }

    static String[] orgAuthCli() {
        return new String[] {
            "certs",
            "order",
            "--offer",
            "org",
            "--structure",
            "300000000010009",
            "--name",
            "ALPHA",
            "--department",
            "Paris (75)",
            "--usage",
            "auth-cli",
            "--application",
            "alpha-edc-bas",
            "-o",
            "out"
        };
    }

    boolean opens(String password) throws Exception {
        Path p12 = files(directory.resolve("out"), ".p12").stream()
                .filter(file -> file.getFileName().toString().startsWith("asip"))
                .findFirst()
                .orElseThrow();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(p12)) {
            store.load(in, password.toCharArray());
        }
        return store.isKeyEntry("1");
    }

    static List<X509Certificate> chain(Path folder) throws Exception {
        Path pem = files(folder, ".pem").stream()
                .filter(file -> file.getFileName().toString().matches("asip.*(?<!\\.key)\\.pem"))
                .findFirst()
                .orElseThrow();
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends java.security.cert.Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            return read.stream().map(X509Certificate.class::cast).toList();
        }
    }

    static List<Path> files(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension)).toList();
        }
    }

    static List<String> names(Path folder) throws IOException {
        return files(folder, "").stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }
}
