package fr.accroche.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A way to have an assertion believed that nobody signed, as {@code signature-wrapping.psv} lists it.
 *
 * @param id as {@link WrappingAttacks} builds it
 * @param family heading of the page
 * @param source who described it, or where the standard speaks of it
 * @param outcome what becomes of it
 * @param strays assertions that are counted out of wsse:Security, for which the services refuse as well
 * @param en what is done to the message
 * @param fr the same in French
 */
record WrappingCase(
        String id, Family family, String source, WrappingOutcome outcome, int strays, String en, String fr) {

    /** Chapters of the catalogue. */
    enum Family {
        COPY("The genuine assertion kept elsewhere", "L'assertion authentique gardée ailleurs"),
        REFERENCE("What the Reference points at", "Ce que vise la Reference"),
        ID("Identifiers", "Les identifiants"),
        TRANSFORM("Transforms and canonical forms", "Transformations et formes canoniques"),
        ALGORITHM("Algorithms", "Les algorithmes"),
        PARTS("The parts of the signature", "Les parties de la signature"),
        KEY("The key", "La clé"),
        TEXT("Texts and elements that can be read in two ways", "Textes et éléments lisibles de deux façons"),
        PARSER("What one parser sees and another does not", "Ce qu'un analyseur voit et l'autre non");

        private final String en;
        private final String fr;

        Family(String en, String fr) {
            this.en = en;
            this.fr = fr;
        }

        String title() {
            return en + " · " + fr;
        }
    }

    static List<WrappingCase> all() {
        try (InputStream table = WrappingCase.class.getResourceAsStream("/signature-wrapping.psv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(
                            Arrays.stream(line.split("\\|")).map(String::strip).toList()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static WrappingCase of(List<String> fields) {
        String[] outcome = fields.get(3).split(" \\+");
        return new WrappingCase(
                fields.get(0),
                Family.valueOf(fields.get(1)),
                fields.get(2),
                WrappingOutcome.valueOf(outcome[0]),
                outcome.length > 1 ? Integer.parseInt(outcome[1]) : 0,
                fields.get(4),
                fields.get(5));
    }

    @Override
    public String toString() {
        return id;
    }
}
