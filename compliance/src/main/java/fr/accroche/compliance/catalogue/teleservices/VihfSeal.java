package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.AssertionChoices.Signature;
import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.DmpChoices.SignedBy;
import fr.accroche.compliance.declaration.Leniency;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The signature of a VIHF, and whose certificate made it, by what the settings ask for. */
final class VihfSeal {

    /** What a certificate is made for, apart from whether it is any good. */
    private static final Set<String> USAGE = Set.of("KEY_USAGE", "EXTENDED_KEY_USAGE");

    private VihfSeal() {}

    static Stream<Finding> check(RuleCard card, Trial trial, Hop hop) {
        DmpChoices choices = trial.declaration().settings().teleservices().dmp();
        return Stream.of(
                        signature(card, hop, choices), signer(card, hop, choices), structure(card, trial, hop, choices))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> signature(RuleCard card, Hop hop, DmpChoices choices) {
        List<String> allowed = switch (choices.signature()) {
            case REQUIRED -> List.of("valid");
            case OPTIONAL -> List.of("absent", "valid");
            case FORBIDDEN -> List.of("absent");
        };
        String where = choices.signature() == Signature.REQUIRED ? "XML Signature" : "settings.dmp.signature";
        return hop.fact(Fact.ASSERTION_SIGNATURE)
                .map(seen -> card.judge(
                        hop, allowed.contains(seen.value()), new Observed(String.join(" | ", allowed), where), seen));
    }

    private static Optional<Finding> signer(RuleCard card, Hop hop, DmpChoices choices) {
        boolean usageCounts = choices.signerUsage() == Leniency.REFUSE
                && !hop.value(Fact.VIHF_MODE).orElse("").equals("INDIRECTE_RENFORCEE");
        return hop.fact(Fact.ASSERTION_SIGNER_DEFECTS)
                .map(defects -> card.judge(
                        hop,
                        Arrays.stream(defects.value().split(" "))
                                .filter(code -> !code.isEmpty())
                                .allMatch(code -> USAGE.contains(code) && !usageCounts),
                        new Observed("ORG_SIGN", "IGC-Santé"),
                        defects));
    }

    private static Optional<Finding> structure(RuleCard card, Trial trial, Hop hop, DmpChoices choices) {
        if (choices.signedBy() == SignedBy.ANY) {
            return Optional.empty();
        }
        boolean proxy = choices.signedBy() == SignedBy.PROXY_OPERATOR;
        return trial.operation(hop)
                .flatMap(operation -> hop.fact(Fact.ASSERTION_SIGNER_STRUCTURE)
                        .map(seen -> card.compare(
                                hop,
                                trial.declared(
                                        operation,
                                        proxy ? "proxyOperator" : "operator",
                                        (proxy
                                                        ? trial.declaration().proxyOperator(operation)
                                                        : trial.declaration().operator(operation))
                                                .idNatStruct()
                                                .value()),
                                seen)));
    }
}
