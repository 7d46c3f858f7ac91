package fr.accroche.scenarios.suite;

import fr.accroche.compliance.rule.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every case of the suite, in the order in which they are played. */
public final class ProxyCases {

    /** The rules of the rule book that a proxy alone can break, where all else of the chain is sound. */
    static final Set<RuleId> RULES = new TreeSet<>(Stream.of(
                    "IDN-01", "IDN-02", "IDN-03", "IDN-04", "IDN-07", "CRD-01", "MTL-01", "MTL-02", "TOK-01", "TOK-02",
                    "TOK-03", "TOK-04", "TOK-05", "LPS-06", "LPS-07", "CND-09", "IDN-06", "ENV-01")
            .map(RuleId::of)
            .toList());

    public static final List<ProxyCase> ALL = all();

    private ProxyCases() {}

    private static List<ProxyCase> all() {
        List<ProxyCase> named = Stream.of(
                        ConnectCases.all(),
                        BadRequestCases.all(),
                        PscCases.all(),
                        ExchangeCases.all(),
                        AnswerCases.all(),
                        SendCases.all(),
                        FramingCases.all(),
                        HeaderCases.all(),
                        ServiceCases.all(),
                        SessionCases.all(),
                        TraceCases.all(),
                        TraceQueryCases.all(),
                        DisconnectCases.all())
                .flatMap(List::stream)
                .toList();
        Set<RuleId> left = new TreeSet<>(RULES);
        named.forEach(each -> left.removeAll(each.rules()));
        return Stream.of(
                        named,
                        List.of(ChainCases.breaksNoOtherRule(left)),
                        SessionCases.later(),
                        List.of(ServiceCases.isDown()))
                .flatMap(List::stream)
                .toList();
    }

    public static Optional<ProxyCase> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
