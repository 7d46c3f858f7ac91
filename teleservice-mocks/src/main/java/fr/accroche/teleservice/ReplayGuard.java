package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.Leniency;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows again an assertion, or a message, that passed all checks before (settings.assertions.replay; LPS-11, LPS-04). What was refused
 * may be sent again, as a proxy does with a new token. It has to come last, when it is known whether the call is refused.
 *
 * <p>Where what several processes share goes away between this and the answer, the call was remembered and not served (503).
 */
final class ReplayGuard {

    private final TeleserviceSettings settings;
    private final SeenBefore seen;
    private final Faults faults;

    ReplayGuard(TeleserviceSettings settings, SeenBefore seen, Faults faults) {
        this.settings = settings;
        this.seen = seen;
        this.faults = faults;
    }

    void check(Call call, BusinessRequest request, Optional<ParsedAssertion> assertion) {
        Optional<String> ofAssertion = assertion.flatMap(ParsedAssertion::id).map(id -> "assertion " + id);
        Optional<String> ofMessage = request.messageId().map(id -> "message " + id);
        Set<String> both =
                Stream.of(ofAssertion, ofMessage).flatMap(Optional::stream).collect(Collectors.toSet());
        boolean servedEvenSo = settings.assertions().replay() != Leniency.REFUSE;
        Set<String> before = call.refused().isEmpty() ? seen.remember(both, servedEvenSo) : seen.before(both);
        if (ofAssertion.filter(before::contains).isPresent()) {
            report(call, request, Variant.REPLAYED_ASSERTION, "Assertion/ID");
        }
        if (ofMessage.filter(before::contains).isPresent()) {
            report(call, request, Variant.REPLAYED_MESSAGE, "SOAP/MessageID");
        }
    }

    private void report(Call call, BusinessRequest request, Variant variant, String where) {
        call.variant(
                variant,
                where,
                settings.assertions().replay(),
                () -> Refusal.of(
                        Level.SAML,
                        Rules.ASSERTION_GENUINE,
                        Text.of(
                                        "{0} est déjà venu et a passé les contrôles. Faites-en un nouveau pour chaque requête",
                                        "{0} came before and passed the checks. Make a new one for each request")
                                .with(where),
                        variant.usual(),
                        new Observed(variant.name(), where),
                        faults.of(FaultCause.REPLAYED, where + " a déjà été reçu.", request.messageId())));
    }
}
