package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.TestFolders;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a user got from one command.
 *
 * @param exitCode to the shell
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int exitCode, String out, String err) {

    /** Runs a command in a folder, with the tests' shared keys. */
    static CommandLineRun in(Path directory, String... args) {
        return fed(directory, new byte[0], args);
    }

    /** The same with something on standard input. */
    static CommandLineRun fed(Path directory, byte[] input, String... args) {
        String[] words =
                Arrays.asList(args).contains("test") && !Arrays.asList(args).contains("--work")
                        ? Stream.concat(Arrays.stream(args), Stream.of("--work", TestFolders.PATH.toString()))
                                .toArray(String[]::new)
                        : args;
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(input), buffered(out), buffered(err), false, directory, Language.EN);
        int exitCode = Main.run(words, console, Locale.ENGLISH);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    /** As that of {@link Main}: what is not flushed is not seen. */
    private static PrintWriter buffered(StringWriter to) {
        return new PrintWriter(new BufferedWriter(to), true);
    }
}
