package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;

/** What holds a value, from where it was seen: {@code TLS/certificate[3f2a]/CN} is the CN. */
final class Field {

    private Field() {}

    /** Its own name: the last part of the place, an attribute of XML with its element, a URN by its last word. */
    static Text of(Observed observed) {
        String place = observed.where().strip();
        int end = place.endsWith("/") ? place.length() - 1 : place.length();
        int last = place.lastIndexOf('/', end - 1);
        if (place.startsWith("@", last + 1)) {
            last = place.lastIndexOf('/', last - 1);
        }
        String name = place.substring(last + 1, end);
        boolean urn = name.startsWith("urn:");
        return Text.verbatim(Observed.plain(urn ? name.substring(name.lastIndexOf(':') + 1) : name));
    }
}
