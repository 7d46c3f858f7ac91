package fr.accroche.junit;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Where a chain's declaration comes from. */
sealed interface ChainSource {

    /** One that comes with accroche. */
    record Shipped(ShippedDeclaration which) implements ChainSource {}

    /** The vendor's. */
    record Own(Path file) implements ChainSource {}

    /** @throws IllegalArgumentException if there is none of that name */
    static ChainSource architecture(String name) {
        return new Shipped(Arrays.stream(ShippedDeclaration.values())
                .filter(shipped -> shipped.id().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no architecture " + name + ": expected one of " + names())));
    }

    static ChainSource file(Path file) {
        return new Own(file.toAbsolutePath().normalize());
    }

    /** @throws IllegalArgumentException if both are named */
    static ChainSource of(Accroche asked) {
        if (!asked.architecture().isEmpty() && !asked.declaration().isEmpty()) {
            throw new IllegalArgumentException("@Accroche: expected architecture or declaration, got both");
        }
        if (!asked.architecture().isEmpty()) {
            return architecture(asked.architecture());
        }
        return file(Path.of(asked.declaration().isEmpty() ? "accroche.yaml" : asked.declaration()));
    }

    private static List<String> names() {
        return Arrays.stream(ShippedDeclaration.values())
                .map(ShippedDeclaration::id)
                .toList();
    }

    /**
     * Reads it as of a day.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException with every problem of the declaration: file, line, key, and what would have worked
     */
    default Declaration read(LocalDate today) {
        try {
            return this instanceof Own own
                    ? DeclarationReader.read(own.file().toString(), Files.readAllBytes(own.file()), today)
                    : DeclarationReader.read(
                            ((Shipped) this).which().id() + ".yaml",
                            ((Shipped) this).which().yaml(),
                            today);
        } catch (IOException unread) {
            throw new UncheckedIOException(
                    "expected a declaration that can be read, as accroche init writes one: " + this, unread);
        } catch (DeclarationException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
