package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/**
 * A cause as one recogniser sees it in one session.
 *
 * @param field what holds the value
 * @param telling the finding with the two values
 * @param owner who can repair it
 * @param likely the likely single cause
 * @param repair what to do
 * @param symptoms every finding of the session that it explains
 */
record Suspicion(Text field, Finding telling, Owner owner, Text likely, Text repair, List<Finding> symptoms) {

    Suspicion {
        symptoms = List.copyOf(symptoms);
    }

    /** The same with values that a person reads more easily than the rule's own. */
    Suspicion reading(String expected, String observed) {
        Finding read = new Finding(
                telling.rule(),
                telling.status(),
                telling.stage(),
                telling.server(),
                new Observed(expected, telling.expected().where()),
                new Observed(observed, telling.observed().where()));
        return new Suspicion(field, read, owner, likely, repair, symptoms);
    }

    /** What two sessions must share to show one cause: whatever else differs, one repair does for both. */
    Object identity() {
        return List.of(telling.rule(), field, owner, likely, repair);
    }
}
