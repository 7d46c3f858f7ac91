package fr.accroche.teleservice;

import fr.accroche.compliance.rule.RuleId;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import java.util.Optional;

/** Wants of a request the assertion that its service lives by, or none. */
interface WantedAssertion {

    /** The assertion, if there is exactly the one that is wanted. */
    Optional<ParsedAssertion> check(Call call, BusinessRequest request, Optional<ActiveToken> token);

    /** The rule that a request breaks of which nothing can be read; empty where no assertion is wanted. */
    Optional<RuleId> brokenByUnreadable();
}
