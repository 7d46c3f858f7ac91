package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.replay.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** A file of an earlier run, named by the user. */
final class RecordedFile {

    private static final Text WRONG = Text.of("{0} : {1}", "{0}: {1}");

    private RecordedFile() {}

    /** Read by this reader; what is wrong in it is a usage error that names the file. */
    static <R> R read(Path file, Console console, Function<byte[], R> reader) throws IOException {
        byte[] bytes = DeclarationOption.bytes(console.directory().resolve(file));
        try {
            return reader.apply(bytes);
        } catch (RecordingException wrong) {
            throw UserException.usage(WRONG.with(file, wrong.sentence()));
        }
    }
}
