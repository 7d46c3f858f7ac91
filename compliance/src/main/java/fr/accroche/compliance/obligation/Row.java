package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** One line of the webinar's "Tableaux de synthèse". */
public interface Row {

    /** Whom the line is about: the line's own first cell, and its translation. */
    Text situation();

    /** The slide, and the first cell verbatim. */
    Citation citation();

    /** What the slide remarks on the line, verbatim. */
    default List<String> remarks() {
        return List.of();
    }

    /** The words of one of the line's cells, where the line's first cell says the place. */
    default Citation citing(Cell cell) {
        return citing(cell.words());
    }

    /** The words of one of its cells or remarks, likewise. */
    default Citation citing(String words) {
        Citation line = citation();
        return new Citation(line.document(), line.place() + ", « " + line.quote() + " »", words);
    }
}
