package fr.accroche.proxy;

import fr.accroche.compliance.rule.RuleId;
import java.util.List;

/** What a refusal rests on. */
sealed interface Grounds {

    /** The proxy's own HTTP contract, as of unreadable JSON or an unknown session: no rule of the chain speaks of it. */
    record OwnContract() implements Grounds {}

    /**
     * PSC or an authorization server refused.
     *
     * @param rules the rules of the chain that it named; empty when it named none, as the real ones do
     */
    record UpstreamRefused(List<RuleId> rules) implements Grounds {
        public UpstreamRefused {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule of the chain that the proxy itself guards.
     *
     * @param rule the one that the call breaks
     */
    record RuleBroken(RuleId rule) implements Grounds {}

    /** A server behind the proxy could not be reached, or not be understood: no rule of the chain is broken by it. */
    record UpstreamFailed() implements Grounds {}
}
