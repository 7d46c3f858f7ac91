package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.replay.RecordingReader;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --record FILE}: where what a chain saw is kept when it ends, for {@code replay}. */
final class RecordOption {

    private static final Text NOT_KEPT = Text.of(
            "--record {0} : le rapport n'a pas pu être écrit : {1}",
            "--record {0}: the report could not be written: {1}");
    private static final Text TOO_LONG = Text.of(
            "--record {0} : écrit en entier, mais trop long pour accroche replay (docs/replay.md) : {1} appels, {2} Mio",
            "--record {0}: written in full, but too long for accroche replay (docs/replay.md): {1} calls, {2} MiB");
    private static final int MIB = 1024 * 1024;
    private static final Text TAKEN =
            Text.of("--record {0} : c'est le fichier de la déclaration", "--record {0}: is the declaration's file");

    @Option(names = "--record", paramLabel = "FILE", descriptionKey = "record")
    private Path file;

    /**
     * To be called before the work starts.
     *
     * @param declaration the file that is read, and never written
     */
    void check(Console console, Optional<Path> declaration) {
        if (file == null) {
            return;
        }
        OutputOption.requireWritable(file, console);
        Path target = OutputOption.place(file, console);
        if (declaration.map(read -> OutputOption.place(read, console)).equals(Optional.of(target))) {
            throw UserException.usage(TAKEN.with(file));
        }
    }

    /** The run is over whatever becomes of the file. */
    void write(Run run, Console console) {
        if (file == null) {
            return;
        }
        try {
            byte[] report = JsonReport.of(run, console.language()).getBytes(StandardCharsets.UTF_8);
            Files.write(console.directory().resolve(file), report);
            int hops = run.verdict().exchanges().stream()
                    .mapToInt(exchange -> exchange.hops().size())
                    .sum();
            if (RecordingReader.tooLong(report.length, hops)) {
                console.say(TOO_LONG.with(file, hops, report.length / MIB));
            }
        } catch (IOException failed) {
            console.say(NOT_KEPT.with(file, failed));
        }
    }
}
