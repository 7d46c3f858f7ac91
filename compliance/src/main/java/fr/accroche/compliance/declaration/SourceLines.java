package fr.accroche.compliance.declaration;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where each part of a declaration was written.
 *
 * @param file the file's name as the user knows it
 * @param byPath line by path, for example {@code operations[0].clientId} to 20; lines count from 1
 * @param sha256 SHA-256 of the file, hexadecimal, by which a recorded run knows its declaration again; empty text where there is no
 *     file
 */
public record SourceLines(String file, Map<String, Integer> byPath, String sha256) {

    public SourceLines {
        byPath = Map.copyOf(byPath);
        Objects.requireNonNull(sha256, "sha256");
    }

    /** Of what was read from no file, or from one that nobody asks for again. */
    public SourceLines(String file, Map<String, Integer> byPath) {
        this(file, byPath, "");
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
