package fr.accroche.compliance.rule;

import java.util.List;

/**
 * One requirement, judged on recorded exchanges: no I/O, no clock, no log. The guards of the simulators state the same
 * requirements independently; a test holds the two together.
 */
public interface Rule {

    RuleCard card();

    /** One finding for each place judged; none where there is nothing to judge. */
    List<Finding> check(Trial trial);

    /** Whether the declaration makes the rule pointless for this solution. */
    default boolean applies(Trial trial) {
        return true;
    }
}
