package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.secret.SecretSearch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * All that commands print, log and write, kept to be looked through once every secret is known: some are made under way.
 */
final class Overheard implements AutoCloseable {

    final SecretSearch secrets = new SecretSearch(new Random(8));

    private final Path directory;
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Handler logs = new Logs();

    /** Listens to everything that this process says from now on. */
    Overheard(Path directory) {
        this.directory = directory;
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        Logger.getLogger("").addHandler(logs);
    }

    private final class Logs extends Handler {
        @Override
        public void publish(LogRecord entry) {
            printed.writeBytes(new SimpleFormatter().format(entry).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    CommandLineRun run(String... words) {
        return fed(new byte[0], words);
    }

    CommandLineRun fed(byte[] input, String... words) {
        CommandLineRun run = CommandLineRun.fed(directory, input, words);
        heard("accroche " + String.join(" ", words), run.out() + "\n" + run.err());
        return run;
    }

    /** A command that refused, and said so without any secret; what it was given holds them. */
    void assertRefusedInSilence(CommandLineRun run, String input) throws IOException {
        assertThat(run.exitCode()).as(run.out()).isNotZero();
        assertThat(run.err() + run.out()).isNotEmpty();
        assertNowhere(file -> file.equals(Path.of(input)));
    }

    void heard(String output, String text) {
        outputs.merge(output, text, (one, other) -> one + "\n" + other);
    }

    /** Learns the private keys and passwords of a folder, which files of their own hold. */
    void learn(Path folder) throws IOException {
        for (Path file : keptIn(folder)) {
            String where = folder.relativize(file).toString();
            if (file.toString().endsWith(".key.pem")) {
                secrets.know(where, privateKey(Files.readString(file)));
            } else {
                secrets.know(where, Files.readString(file).strip());
            }
        }
    }

    /** As accroche writes them: PKCS#8, in PEM. */
    private static PrivateKey privateKey(String pem) {
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException noRsa) {
            throw new AssertionError(noRsa);
        }
    }

    private static List<Path> keptIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".key.pem")
                            || file.toString().endsWith("password.txt")
                            || file.toString().endsWith("revocation.txt"))
                    .toList();
        }
    }

    /** Wants no secret in anything heard, nor in a file but those that are there to hold one. */
    void assertNowhere(Predicate<Path> holdsSecrets) throws IOException {
        List<String> found = new ArrayList<>();
        outputs.forEach((output, text) -> found.addAll(secrets.in(output, text)));
        found.addAll(secrets.in("the process's own output", printed.toByteArray()));
        found.addAll(secrets.under(directory, holdsSecrets));
        assertThat(secrets.places()).isNotEmpty();
        assertThat(outputs).isNotEmpty();
        assertThat(found).isEmpty();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        Logger.getLogger("").removeHandler(logs);
    }
}
