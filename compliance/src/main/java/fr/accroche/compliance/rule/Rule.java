package fr.accroche.compliance.rule;

import fr.accroche.compliance.exchange.Stage;
import java.util.List;
import java.util.Set;

/**
 * One requirement, judged on recorded exchanges: no I/O, no clock, no log. The guards of the simulators state the same
 * requirements independently; a test holds the two together.
 */
public interface Rule {

    RuleCard card();

    /** One finding for each place judged; none where there is nothing to judge. */
    List<Finding> check(Trial trial);

    /**
     * The steps at which it finds what it judges, any of which is enough; empty where that may be any of the chain's. Where
     * the vendor plays the servers of all of them, the rule is not testable.
     */
    default Set<Stage> seenAt() {
        return card().phase().seenAt();
    }

    /** Whether the declaration makes the rule pointless for this solution. */
    default boolean applies(Trial trial) {
        return true;
    }
}
