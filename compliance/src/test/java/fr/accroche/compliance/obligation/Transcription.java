package fr.accroche.compliance.obligation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the webinar's tables, copied word for word from the slides: what the code is held against.
 *
 * @param name the file's name
 * @param columns the slide's headings; the first is that of our row ids
 * @param rows cell by cell; the first is our row id
 */
record Transcription(String name, List<String> columns, List<List<String>> rows) {

    static Transcription read(String name) {
        try (InputStream file = Transcription.class.getResourceAsStream(name + ".psv")) {
            List<List<String>> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\\|", -1)))
                    .toList();
            return new Transcription(name, lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> ids() {
        return rows.stream().map(row -> row.get(0)).toList();
    }

    /** One cell of the slide and where it stands. */
    record Place(String table, String row, String column, String words) {

        @Override
        public String toString() {
            return table + " " + row + ", " + column;
        }
    }

    /** Every cell but the ids, line after line. */
    Stream<Place> cells() {
        return rows.stream()
                .flatMap(row -> Stream.iterate(1, i -> i < columns.size(), i -> i + 1)
                        .map(i -> new Place(name, row.get(0), columns.get(i), row.get(i))));
    }
}
