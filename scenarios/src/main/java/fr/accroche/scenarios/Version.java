package fr.accroche.scenarios;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.text.Text;
import java.util.Optional;

/** Which accroche this is. */
public final class Version {

    /** From the jar's manifest; {@code dev} when run from class files. */
    public static final String CURRENT = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private static final Text LINE = Text.of("accroche {0}, règles {1}", "accroche {0}, rules {1}");

    private Version() {}

    /** What made a report, and by which rule book, for people. */
    public static Text line(String version) {
        return LINE.with(version, RuleBook.VERSION);
    }
}
