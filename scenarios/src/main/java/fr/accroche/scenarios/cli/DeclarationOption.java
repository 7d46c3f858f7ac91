package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which declaration is meant: the file or the architecture asked for, else the folder's own, else the first shipped one. */
final class DeclarationOption {

    static final String DEFAULT_FILE = "accroche.yaml";

    private static final int LARGEST_FILE = 64 * 1024 * 1024;
    private static final Text CONFIG_AND_ARCHITECTURE = Text.of(
            "--config et --architecture ne vont pas ensemble : l'un nomme votre déclaration, l'autre une livrée avec accroche",
            "--config and --architecture do not go together: one names your declaration, the other one that comes with accroche");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            descriptionKey = "config")
    private Path config;

    @Mixin
    private ArchitectureOption architecture;

    /**
     * A declaration to read.
     *
     * @param name as the user knows it
     * @param yaml its content
     * @param shipped which one it is, of those that come with accroche
     */
    record Source(String name, byte[] yaml, Optional<ShippedDeclaration> shipped) {

        static Source of(ShippedDeclaration shipped) {
            return new Source(shipped.id() + ".yaml", shipped.yaml(), Optional.of(shipped));
        }

        static Source of(Path file, String name) throws IOException {
            return new Source(name, bytes(file), Optional.empty());
        }
    }

    Source source(Console console) throws IOException {
        Optional<Path> own = file(console);
        if (own.isPresent()) {
            return Source.of(console.directory().resolve(own.get()), own.get().toString());
        }
        return Source.of(architecture.given() ? architecture.one() : ShippedDeclaration.PROXY_INTEGRE);
    }

    /** The user's own declaration, where one is meant. */
    Optional<Path> file(Console console) {
        if (config != null && architecture.given()) {
            throw UserException.usage(CONFIG_AND_ARCHITECTURE);
        }
        if (config != null || architecture.given()) {
            return Optional.ofNullable(config);
        }
        return Optional.of(Path.of(DEFAULT_FILE))
                .filter(file -> Files.exists(console.directory().resolve(file)));
    }

    /** Whether an option names one. */
    boolean asked() {
        return config != null || architecture.given();
    }

    /** Where the relative paths of the declaration start from. */
    Path folder(Console console) {
        return file(console)
                .map(file -> console.directory().resolve(file).getParent())
                .orElse(console.directory());
    }

    /** Whether every architecture that comes with accroche is asked for. */
    boolean everyArchitecture() {
        return architecture.every();
    }

    /** A file of the user's, of a size that a person would write; a device or a pipe says no size before it is read. */
    static byte[] bytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw UserException.environment(
                    Text.of("{0} : c'est un dossier, un fichier est attendu", "{0}: is a folder, a file is expected")
                            .with(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw UserException.environment(
                        Text.of("{0} : plus de 64 Mio", "{0}: more than 64 MiB").with(file));
            }
            return bytes;
        }
    }
}
