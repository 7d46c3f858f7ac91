package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.util.Collection;

/** What is shown of one point, worst first: what was not looked at is never green. */
public enum PmtState {
    RED(Text.of("rouge", "red"), "✗"),
    /** Not reached, left to a person's eye, or taken upon oneself: nothing here shows it. */
    NOT_SHOWN(Text.of("non montré", "not shown"), "?"),
    GREEN(Text.of("vert", "green"), "✓");

    private final Text title;
    private final String mark;

    PmtState(Text title, String mark) {
        this.title = title;
        this.mark = mark;
    }

    public Text title() {
        return title;
    }

    /** A state is a mark and a word before it is a colour. */
    public String mark() {
        return mark;
    }

    /** What a rule's status shows. A warning is a risk, and refused by nobody today; a waiver is the vendor's own word. */
    static PmtState of(Status status) {
        return switch (status) {
            case ERROR, REVIEW, WAIVED, SKIPPED, NOT_APPLICABLE, NOT_TESTABLE -> NOT_SHOWN;
            case FAIL -> RED;
            case WARNING, PASS -> GREEN;
        };
    }

    /** What several come to; nothing shows nothing. */
    static PmtState worst(Collection<PmtState> states) {
        return states.stream().sorted().findFirst().orElse(NOT_SHOWN);
    }
}
