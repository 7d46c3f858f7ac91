package fr.accroche.compliance.declaration;

import java.util.Map;
import java.util.Optional;

/**
 * Where each part of a declaration was written.
 *
 * @param file the file's name as the user knows it
 * @param byPath line by path, for example {@code operations[0].clientId} to 20; lines count from 1
 */
public record SourceLines(String file, Map<String, Integer> byPath) {

    public SourceLines {
        byPath = Map.copyOf(byPath);
    }

    /** {@code file:line} of a path, or of the nearest part around it. */
    public String at(String path) {
        return line(path).map(line -> file + ":" + line).orElse(file);
    }

    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    /** The line of a path, or of the nearest part around it; empty where nothing is known of it. */
    public Optional<Integer> line(String path) {
        for (String part = path; !part.isEmpty(); part = parent(part)) {
            if (byPath.containsKey(part)) {
                return Optional.of(byPath.get(part));
            }
        }
        return Optional.empty();
    }
}
