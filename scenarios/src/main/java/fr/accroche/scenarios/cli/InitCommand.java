package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accroche init}: the commented declaration of an architecture, to make one's own of. */
@Command(name = "init", sortOptions = false)
final class InitCommand implements Callable<Integer> {

    private static final Path STANDARD_OUTPUT = Path.of("-");
    private static final Text EXISTS = Text.of(
            "{0} existe déjà, et reste tel quel : choisir un autre fichier avec --output, ou le remplacer avec --force",
            "{0} exists already and is left as it is: choose another file with --output, or replace it with --force");
    private static final Text WRITTEN = Text.of(
            "{0} : architecture « {1} », fictive ; y mettre la vôtre, puis : accroche check{2}, accroche test{2}",
            "{0}: architecture '{1}', fictive; put your own in it, then: accroche check{2}, accroche test{2}");

    private final Console console;

    @Mixin
    private ArchitectureOption architecture;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "file",
            defaultValue = DeclarationOption.DEFAULT_FILE)
    private Path output;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @Option(names = "--list", descriptionKey = "list")
    private boolean list;

    @Mixin
    private CommonOptions common;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            for (ShippedDeclaration shipped : ShippedDeclaration.values()) {
                String title = shipped.title().in(console.language());
                console.out().println(String.format(Locale.ROOT, "%-34s %s", shipped.id(), title));
            }
            return ExitCode.CONFORME;
        }
        ShippedDeclaration shipped = architecture.one();
        if (output.equals(STANDARD_OUTPUT)) {
            console.out().print(shipped.text());
            console.out().flush();
        } else {
            write(shipped);
        }
        return ExitCode.CONFORME;
    }

    /** As a shell takes it for one word. */
    private static String quoted(Path file) {
        String name = file.toString();
        return name.matches("[\\p{L}\\p{N}._/\\\\:-]+") ? name : "\"" + name + "\"";
    }

    private void write(ShippedDeclaration shipped) throws IOException {
        OutputOption.requireWritable(output, console);
        Path file = console.directory().resolve(output);
        try {
            if (force) {
                Files.write(file, shipped.yaml());
            } else {
                Files.write(file, shipped.yaml(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (FileAlreadyExistsException kept) {
            throw UserException.environment(EXISTS.with(output));
        }
        boolean found = output.equals(Path.of(DeclarationOption.DEFAULT_FILE));
        console.say(WRITTEN.with(output, shipped.title(), found ? "" : " --config " + quoted(output)));
    }
}
