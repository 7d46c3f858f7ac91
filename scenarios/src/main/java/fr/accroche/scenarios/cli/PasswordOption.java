package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The password of a file: from another file, the environment, or a person. Never an argument, which others can list. */
final class PasswordOption {

    private static final String VARIABLE = "ACCROCHE_PASSWORD";
    private static final int LONGEST = 4096;
    private static final Text NO_TEXT = Text.of(
            "--password-file {0} : attendu une ligne de texte en UTF-8, d'au plus 4096 caractères",
            "--password-file {0}: expected a line of UTF-8 text, of at most 4096 characters");

    private final Sources sources;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password-file")
    private Path file;

    /**
     * Where passwords come from beside files.
     *
     * @param environment a variable by its name, null if it is not set
     * @param person asks someone, when someone is there
     */
    record Sources(Function<String, String> environment, Function<String, Optional<char[]>> person) {

        /** Those of the process. */
        static Sources ofProcess() {
            return new Sources(
                    System::getenv,
                    question -> Optional.ofNullable(System.console())
                            .flatMap(terminal -> Optional.ofNullable(terminal.readPassword("%s", question))));
        }
    }

    PasswordOption(Sources sources) {
        this.sources = sources;
    }

    /** Whether a file is named for it. */
    boolean named() {
        return file != null;
    }

    /** The one that was given beforehand. */
    Optional<char[]> given(Console console) throws IOException {
        return file == null
                ? Optional.ofNullable(sources.environment().apply(VARIABLE)).map(String::toCharArray)
                : Optional.of(firstLine(console.directory().resolve(file)));
    }

    /** The one that a person types, if there is one at a terminal. */
    Optional<char[]> asked(Text question, Console console) {
        return sources.person().apply(question.in(console.language()));
    }

    private char[] firstLine(Path path) throws IOException {
        char[] characters = new char[LONGEST + 1];
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            int length = 0;
            int next = reader.read();
            while (next >= 0 && next != '\n' && next != '\r' && length <= LONGEST) {
                characters[length++] = (char) next;
                next = reader.read();
            }
            if (length > LONGEST) {
                throw UserException.usage(NO_TEXT.with(file));
            }
            return Arrays.copyOf(characters, length);
        } catch (MalformedInputException otherCharset) {
            throw UserException.usage(NO_TEXT.with(file));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
