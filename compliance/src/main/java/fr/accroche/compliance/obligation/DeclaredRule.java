package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.RuleCard;
import java.util.List;

/** One requirement on a declaration as of a day: no I/O, no clock, no log. */
public interface DeclaredRule {

    RuleCard card();

    /** One finding for each place judged; none where the declaration has nothing that the rule is about. */
    List<DeclaredFinding> check(Dossier dossier);
}
