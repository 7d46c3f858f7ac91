package fr.accroche.compliance.declaration;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;

/**
 * One thing wrong with a declaration.
 *
 * @param file the file
 * @param line from 1; 0 when it is about the file as a whole
 * @param column from 1
 * @param path the part, for example {@code operations[0].clientId}; empty for the whole
 * @param message what is wrong and what would have worked
 */
public record Problem(String file, int line, int column, String path, Text message) {

    /** One line: {@code file:line:column: path: message}. */
    public String in(Language language) {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return Observed.plain(place + ": " + (path.isEmpty() ? "" : path + ": ") + message.in(language));
    }
}
