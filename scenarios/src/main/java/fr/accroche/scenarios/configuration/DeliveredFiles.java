package fr.accroche.scenarios.configuration;

import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code accroche certs order}, or the real platform, delivered: files beside each other, told by their common name.
 *
 * @param folder where, absolute
 * @param name of each file, up to its extension
 */
public record DeliveredFiles(Path folder, String name) {

    private static final Pattern DELIVERED = Pattern.compile(
            "(asip-p12-EL(?:-TEST)?-.*-\\d{8}-\\d{6})(?:\\.p12|\\.jks|\\.pem|\\.key\\.pem|\\.password\\.txt|\\.revocation\\.txt)");

    private static final Text NONE = Text.of(
            "{0} : aucun certificat livré ici (asip-p12-EL….p12) ; nommer le dossier d'une commande, ou l'un de ses fichiers",
            "{0}: no delivered certificate here (asip-p12-EL….p12); name the folder of an order, or one of its files");
    private static final Text SEVERAL = Text.of(
            "{0} : plusieurs certificats livrés ici ; nommer l'un d'eux : {1}",
            "{0}: several delivered certificates here; name one of them: {1}");

    /**
     * Finds them.
     *
     * @param path the folder of one delivery, or one of its files
     */
    public static DeliveredFiles at(Path path) throws IOException, ConfigurationException {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            Path folder = absolute.getParent();
            Optional<String> name = name(absolute).filter(found -> Files.exists(absolute));
            return new DeliveredFiles(folder, name.orElseThrow(() -> new ConfigurationException(NONE.with(path))));
        }
        List<String> names;
        try (Stream<Path> files = Files.list(absolute)) {
            names = files.flatMap(file -> name(file).stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
        if (names.size() > 1) {
            throw new ConfigurationException(SEVERAL.with(path, String.join(".p12, ", names) + ".p12"));
        }
        return new DeliveredFiles(
                absolute, names.stream().findFirst().orElseThrow(() -> new ConfigurationException(NONE.with(path))));
    }

    private static Optional<String> name(Path file) {
        Path last = file.getFileName();
        Matcher matcher = DELIVERED.matcher(last == null ? "" : last.toString());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** One of them, there or not. */
    public Path file(String extension) {
        return folder.resolve(name + extension);
    }

    /** The truststore of its branch, there or not; where look-alikes delivered, the one that trusts them too. */
    public Path trust(String extension) {
        String branch = name.startsWith("asip-p12-EL-TEST-") ? "-TEST" : "";
        Path lookAlike = folder.resolve("truststore-EL" + branch + "-sosie" + extension);
        return Files.exists(lookAlike) ? lookAlike : folder.resolve("truststore-EL" + branch + extension);
    }
}
