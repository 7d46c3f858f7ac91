package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code -o TYPE[:PATH]}: as many reports as wanted, at most one of them on standard output. */
final class OutputOption {

    private static final Text UNKNOWN = Text.of(
            "-o {0} : rapport inconnu ; au choix : text, json, suivis de :CHEMIN pour un fichier",
            "-o {0}: unknown report; one of: text, json, followed by :PATH for a file");
    private static final Text TWICE = Text.of(
            "-o : un seul rapport va sur la sortie standard ; donner un fichier aux autres, par exemple json:rapport.json",
            "-o: only one report goes to standard output; give the others a file, for example json:report.json");

    private static final Text NO_FOLDER = Text.of(
            "-o : {0} ne peut pas être écrit : donner un fichier dans un dossier qui existe",
            "-o: {0} cannot be written: give a file in a folder that exists");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "TYPE[:PATH]",
            split = ",",
            descriptionKey = "output")
    private List<String> asked = List.of();

    private enum Type {
        TEXT,
        JSON
    }

    private record Output(Type type, Optional<Path> file) {}

    /** To be called before the work starts, so that a typing mistake costs nothing. */
    void check(Console console) {
        if (outputs().stream().filter(output -> output.file().isEmpty()).count() > 1) {
            throw UserException.usage(TWICE);
        }
        outputs().forEach(output -> output.file().ifPresent(file -> requireWritable(file, console)));
    }

    private static void requireWritable(Path file, Console console) {
        Path target = console.directory().resolve(file).toAbsolutePath();
        if (Files.isDirectory(target) || target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw UserException.environment(NO_FOLDER.with(file));
        }
    }

    void write(Run run, Console console) throws IOException {
        for (Output output : outputs()) {
            if (output.file().isPresent()) {
                Path file = console.directory().resolve(output.file().get());
                Files.writeString(file, report(output.type(), run, console.speakingPlainly()));
            } else {
                console.out().print(report(output.type(), run, console));
                console.out().flush();
            }
        }
    }

    private static String report(Type type, Run run, Console console) {
        return type == Type.JSON
                ? JsonReport.of(run, console.language())
                : TextReport.of(run, console.language(), console.paint());
    }

    private List<Output> outputs() {
        return asked.isEmpty()
                ? List.of(new Output(Type.TEXT, Optional.empty()))
                : asked.stream().map(OutputOption::parse).toList();
    }

    private static Output parse(String text) {
        String[] parts = text.split(":", 2);
        Type type = Arrays.stream(Type.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> UserException.usage(UNKNOWN.with(text)));
        if (parts.length == 2 && parts[1].isBlank()) {
            throw UserException.usage(UNKNOWN.with(text));
        }
        return new Output(type, parts.length == 2 ? Optional.of(Path.of(parts[1])) : Optional.empty());
    }
}
