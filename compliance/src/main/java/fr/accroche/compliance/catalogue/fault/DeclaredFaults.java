package fr.accroche.compliance.catalogue.fault;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every faulty declaration, in one explicit list. */
public final class DeclaredFaults {

    /** By rule. */
    public static final List<DeclaredFault> ALL = Stream.of(ArcFaults.ALL, HabFaults.ALL, CndFaults.ALL, PmtFaults.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(DeclaredFault::breaks))
            .toList();

    private DeclaredFaults() {}

    static DeclaredFault fails(String rule, Text title, ShippedDeclaration base, Edit... edits) {
        return new DeclaredFault(title, RuleId.of(rule), Status.FAIL, base, List.of(edits));
    }

    static DeclaredFault warns(String rule, Text title, ShippedDeclaration base, Edit... edits) {
        return new DeclaredFault(title, RuleId.of(rule), Status.WARNING, base, List.of(edits));
    }

    /** Those that break a rule. */
    public static List<DeclaredFault> of(RuleId rule) {
        return ALL.stream().filter(fault -> fault.breaks().equals(rule)).toList();
    }
}
