package fr.accroche.junit;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what the servers noted, by the steps of the chain; a failure lists every call that they saw. */
public final class JournalAssert extends AbstractAssert<JournalAssert, List<Hop>> {

    private static final Text REACHED = Text.of("Un {0} réussi est attendu.", "Expected a {0} that succeeds.");
    private static final Text NEVER = Text.of("Aucun {0} n'est attendu.", "Expected no {0}.");
    private static final Text TIMES =
            Text.of("{0} appels {1} sont attendus ; vus : {2}.", "Expected {0} calls of {1}, but saw {2}.");

    JournalAssert(List<Hop> actual) {
        super(actual, JournalAssert.class);
    }

    /** At least one call of this step was answered with success. */
    public JournalAssert reached(Stage stage) {
        return holds(at(stage).stream().anyMatch(Hop::succeeded), REACHED.with(stage));
    }

    /** Nobody made a call of this step. */
    public JournalAssert neverReached(Stage stage) {
        return holds(at(stage).isEmpty(), NEVER.with(stage));
    }

    /** This many calls of this step were made. */
    public JournalAssert saw(int calls, Stage stage) {
        int seen = at(stage).size();
        return holds(seen == calls, TIMES.with(calls, stage, seen));
    }

    private List<Hop> at(Stage stage) {
        return actual.stream().filter(hop -> hop.stage() == stage).toList();
    }

    private JournalAssert holds(boolean expectation, Text told) {
        if (!expectation) {
            failWithMessage("%s", new FailureText().of(actual, told));
        }
        return this;
    }
}
