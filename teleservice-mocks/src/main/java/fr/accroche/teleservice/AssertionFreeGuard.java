package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import java.util.Optional;

/**
 * Wants no wsse:Security at all: the structure's certificate speaks for the caller (settings.insi.authentication: mtls; LPS-10).
 *
 * @param faults the gateway's
 */
record AssertionFreeGuard(Faults faults) implements WantedAssertion {

    private static final String WHERE = "SOAP/Security";

    @Override
    public Optional<ParsedAssertion> check(Call call, BusinessRequest request, Optional<ActiveToken> token) {
        String seen = request.security() ? "present" : "absent";
        call.note(Fact.ASSERTION_KIND, AssertionGuard.kinds(request.assertions()), WHERE)
                .note(Fact.SECURITY_HEADER, seen, WHERE);
        if (request.security()) {
            call.refuse(Refusal.of(
                    Level.SAML,
                    Rules.TLSI_SHAPE,
                    Text.of(
                            "wsse:Security est là, alors que le certificat de la structure authentifie seul. Retirez tout le bloc",
                            "wsse:Security is there, while the structure's certificate alone authenticates. Take the whole block"
                                    + " out"),
                    new Observed("absent", "settings.insi.authentication"),
                    new Observed(seen, WHERE),
                    faults.of(
                            FaultCause.ASSERTION_UNEXPECTED,
                            "L'en-tête wsse:Security n'est pas attendu.",
                            request.messageId())));
        }
        return Optional.empty();
    }

    @Override
    public Optional<RuleId> brokenByUnreadable() {
        return Optional.empty();
    }
}
