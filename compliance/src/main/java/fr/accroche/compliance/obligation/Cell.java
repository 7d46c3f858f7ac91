package fr.accroche.compliance.obligation;

import java.util.Objects;

/**
 * One cell of the webinar's tables.
 *
 * @param answer its plain answer
 * @param words the cell verbatim: the answer, and the condition or the actor that the slide adds to it
 */
public record Cell(Answer answer, String words) {

    public Cell {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(words, "words");
    }

    /** A cell from its words: each begins with its answer. */
    static Cell of(String words) {
        return new Cell(Answer.valueOf(words.split(" ", 2)[0]), words);
    }
}
