package fr.accroche.scenarios.probe;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.doctor.Examined;

/** An answer that is not the expected one. */
final class Difference {

    private static final Text SAID = Text.of("attendu {0} ; observé {1}", "expected {0}; observed {1}");
    private static final Text DO = Text.of("{0} (qui opère ce serveur)", "{0} (who operates this server)");

    private Difference() {}

    static Text said(Text expected, Text observed) {
        return SAID.with(expected, observed);
    }

    /** For who operates the server. */
    static Text theirs(Text remedy) {
        return DO.with(remedy);
    }

    static Examined fail(Text subject, Text expected, Text observed, Text remedy) {
        return Examined.fail(subject, said(expected, observed), theirs(remedy));
    }

    static Examined warning(Text subject, Text expected, Text observed, Text remedy) {
        return Examined.warning(subject, said(expected, observed), theirs(remedy));
    }
}
