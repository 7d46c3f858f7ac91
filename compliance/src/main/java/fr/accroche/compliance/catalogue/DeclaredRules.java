package fr.accroche.compliance.catalogue;

import fr.accroche.compliance.catalogue.architecture.ProxyHasNoInterface;
import fr.accroche.compliance.catalogue.architecture.TableRule;
import fr.accroche.compliance.obligation.DeclaredRule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rules that judge a declaration: one explicit list. */
public final class DeclaredRules {

    /** Every rule, by id. */
    public static final List<DeclaredRule> ALL = Stream.of(
                    TableRule.ALL,
                    List.<DeclaredRule>of(
                            // ARC
                            new ProxyHasNoInterface()
                            // HAB
                            // OPE
                            // CND
                            // PEN
                            // PMT
                            // ENV
                            ))
            .<DeclaredRule>flatMap(List::stream)
            .sorted(Comparator.comparing(rule -> rule.card().id()))
            .toList();

    private DeclaredRules() {}
}
