package fr.accroche.credential;

import fr.accroche.credential.RegisteredClient.Link;
import fr.accroche.credential.RegisteredClient.PmtWindow;
import fr.accroche.credential.RegisteredClient.Standing;
import java.time.LocalDate;
import java.util.Locale;

/** The journal's vocabulary for what the register holds. */
final class Words {

    private Words() {}

    static String of(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    static String of(Link link) {
        return link.validated() ? "valid" : "absent";
    }

    static String of(PmtWindow pmt) {
        return pmt.until().map(LocalDate::toString).orElse("none");
    }
}
