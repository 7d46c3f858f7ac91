package fr.accroche.certs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small file of {@code key = value} lines, with {@code #} comments. Strict where {@link java.util.Properties} is not: each
 * key once, no other, none missing. Every problem is kept, with its line, until {@link #finish}.
 */
final class DataFile {
    private static final int LARGEST = 64 * 1024;
    private static final String NONE = "none";

    private final String name;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Wording> problems = new ArrayList<>();

    private record Entry(int line, String value) {}

    private DataFile(String name) {
        this.name = name;
    }

    /** One that comes with this module. */
    static DataFile shipped(String resource) {
        try (InputStream in = DataFile.class.getResourceAsStream(resource)) {
            return of(resource, in.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A user's own. */
    static DataFile in(Path file) {
        try (InputStream in = RegularFile.open(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw OrderException.wrong(Wording.of("%s : %s octets au plus", "%s: at most %s bytes", file, LARGEST));
            }
            return of(file.toString(), content);
        } catch (NotRegularFileException other) {
            throw OrderException.wrong(other.wording());
        } catch (IOException | SecurityException refused) {
            throw OrderException.wrong(Wording.of(
                    "%s : ne peut pas être lu ; vérifier qu'il existe et qui peut le lire",
                    "%s: cannot be read; check that it is there and who may read it", file));
        }
    }

    static DataFile of(String name, byte[] content) {
        DataFile file = new DataFile(name);
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            file.line(i + 1, lines.get(i).strip());
        }
        return file;
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals <= 0) {
            problems.add(Wording.of(
                    "%s:%s : « clé = valeur » attendu, lu « %s »",
                    "%s:%s: expected 'key = value', observed '%s'", name, number, CertificateText.clean(line)));
            return;
        }
        String key = line.substring(0, equals).strip();
        Entry before = entries.putIfAbsent(
                key, new Entry(number, line.substring(equals + 1).strip()));
        if (before != null) {
            problems.add(Wording.of(
                    "%s:%s : %s figure déjà ligne %s",
                    "%s:%s: %s stands on line %s already", name, number, CertificateText.clean(key), before.line()));
        }
    }

    /** The value; empty when the key is missing. */
    String text(String key) {
        asked.add(key);
        Entry entry = entries.get(key);
        return entry == null ? "" : entry.value();
    }

    /** One of these words; the first of them when it is none. */
    String word(String key, List<String> known) {
        String value = text(key);
        if (known.contains(value)) {
            return value;
        }
        wrong(key, Wording.verbatim(String.join(" | ", known)));
        return known.get(0);
    }

    boolean flag(String key) {
        return word(key, List.of("no", "yes")).equals("yes");
    }

    /** Some of these words, in the order of the file; {@code none} for none of them. */
    List<String> words(String key, Collection<String> known) {
        String value = text(key);
        List<String> words = value.equals(NONE) ? List.of() : List.of(value.split("\\s*,\\s*", -1));
        if (known.containsAll(words) && Set.copyOf(words).size() == words.size()) {
            return words;
        }
        wrong(
                key,
                Wording.of(
                        "none, ou des mots parmi %s, une fois chacun, séparés par des virgules",
                        "none, or words among %s, once each, separated by commas", String.join(", ", known)));
        return List.of();
    }

    int integer(String key, int least, int most) {
        String value = text(key);
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(key, Wording.of("un entier de %s à %s", "a whole number from %s to %s", least, most));
        return least;
    }

    /** Notes a value that is not what it should be; a missing key is noted at the end. */
    void wrong(String key, Wording expected) {
        Entry entry = entries.get(key);
        if (entry != null) {
            problems.add(Wording.of(
                    "%s:%s : %s = %s ; attendu : %s",
                    "%s:%s: %s = %s; expected: %s",
                    name,
                    entry.line(),
                    key,
                    CertificateText.clean(entry.value()),
                    expected));
        }
    }

    /**
     * Ends the reading.
     *
     * @throws OrderException with everything that is wrong in the file
     */
    void finish() {
        asked.stream()
                .filter(key -> !entries.containsKey(key))
                .sorted()
                .forEach(key ->
                        problems.add(Wording.of("%s : la clé %s manque", "%s: the key %s is missing", name, key)));
        String known = String.join(", ", asked.stream().sorted().toList());
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                problems.add(Wording.of(
                        "%s:%s : clé inconnue %s ; les clés sont %s",
                        "%s:%s: unknown key %s; the keys are %s",
                        name,
                        entry.line(),
                        CertificateText.clean(key),
                        known));
            }
        });
        if (!problems.isEmpty()) {
            throw OrderException.wrong(problems);
        }
    }
}
