package fr.accroche.scenarios.certificate;

import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.FileContent;
import java.util.List;

/** The names by which Java knows the entries of a store: one without a name has its number. */
final class Aliases {

    private Aliases() {}

    static String of(FileContent content, Entry entry) {
        return entry.alias().orElseGet(() -> Integer.toString(unnamed(content).indexOf(entry) + 1));
    }

    static List<String> of(FileContent content) {
        return content.entries().stream().map(entry -> of(content, entry)).toList();
    }

    private static List<Entry> unnamed(FileContent content) {
        return content.entries().stream()
                .filter(entry -> entry.alias().isEmpty())
                .toList();
    }
}
