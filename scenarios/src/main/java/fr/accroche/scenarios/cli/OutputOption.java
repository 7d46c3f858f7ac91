package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** {@code -o TYPE[:PATH]}: as many reports as wanted, at most one of them on standard output. */
final class OutputOption {

    private static final Text UNKNOWN = Text.of(
            "-o {0} : rapport inconnu ; au choix : {1}, suivis de :CHEMIN pour un fichier",
            "-o {0}: unknown report; one of: {1}, followed by :PATH for a file");
    private static final Text TWICE = Text.of(
            "-o : un seul rapport va sur la sortie standard ; donner un fichier aux autres, par exemple json:rapport.json",
            "-o: only one report goes to standard output; give the others a file, for example json:report.json");
    private static final Text SAME_FILE = Text.of(
            "-o : {0} est déjà pris ; un fichier pour chaque rapport, et pas celui de la déclaration",
            "-o: {0} is taken; a file for each report, and not the declaration's");
    private static final Text NO_FOLDER = Text.of(
            "-o : {0} ne peut pas être écrit : donner un fichier dans un dossier qui existe",
            "-o: {0} cannot be written: give a file in a folder that exists");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "TYPE[:PATH]",
            split = ",",
            descriptionKey = "output")
    private List<String> asked = List.of();

    /** The kinds of report. */
    enum Type {
        TEXT,
        JSON,
        SARIF,
        JUNIT,
        HTML;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Output(Type type, Optional<Path> file) {}

    /** What makes the report of one kind, for one console. */
    interface Renderer {
        String report(Type type, Console console);
    }

    /**
     * To be called before the work starts, so that a typing mistake costs nothing, least of all the declaration.
     *
     * @param declaration the file that is read, and never written
     */
    void check(Console console, Set<Type> offered, Optional<Path> declaration) {
        List<Output> outputs = outputs(offered);
        if (outputs.stream().filter(output -> output.file().isEmpty()).count() > 1) {
            throw UserException.usage(TWICE);
        }
        Set<Path> files = new HashSet<>();
        declaration.map(file -> place(file, console)).ifPresent(files::add);
        outputs.stream().flatMap(output -> output.file().stream()).forEach(file -> {
            requireWritable(file, console);
            if (!files.add(place(file, console))) {
                throw UserException.usage(SAME_FILE.with(file));
            }
        });
    }

    private static UserException unknown(String text, Set<Type> offered) {
        return UserException.usage(
                UNKNOWN.with(text, offered.stream().map(Type::word).collect(Collectors.joining(", "))));
    }

    /** Where a file is, however it is named. */
    static Path place(Path file, Console console) {
        return console.directory().resolve(file).toAbsolutePath().normalize();
    }

    static void requireWritable(Path file, Console console) {
        Path target = place(file, console);
        if (Files.isDirectory(target) || target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw UserException.environment(NO_FOLDER.with(file));
        }
    }

    void write(Renderer renderer, Console console) throws IOException {
        for (Output output : outputs(EnumSet.allOf(Type.class))) {
            if (output.file().isPresent()) {
                Path file = console.directory().resolve(output.file().get());
                Files.writeString(file, renderer.report(output.type(), console.speakingPlainly()));
            } else {
                console.out().print(renderer.report(output.type(), console));
                console.out().flush();
            }
        }
    }

    private List<Output> outputs(Set<Type> offered) {
        return asked.isEmpty()
                ? List.of(new Output(Type.TEXT, Optional.empty()))
                : asked.stream().map(text -> parse(text, offered)).toList();
    }

    private static Output parse(String text, Set<Type> offered) {
        String[] parts = text.split(":", 2);
        Type type = offered.stream()
                .filter(known -> known.word().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> unknown(text, offered));
        if (parts.length == 2 && parts[1].isBlank()) {
            throw unknown(text, offered);
        }
        return new Output(type, parts.length == 2 ? Optional.of(Path.of(parts[1])) : Optional.empty());
    }
}
