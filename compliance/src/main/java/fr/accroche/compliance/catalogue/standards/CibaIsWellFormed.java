package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.PscRegistration.Demand;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** TOK-05: The CIBA request to PSC carries acr_values=eidas1, scope openid scope_all, binding_message and login_hint; then no more than one poll per interval. */
public final class CibaIsWellFormed implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "TOK-05",
                    Phase.CONNECT,
                    Likeness.standard(
                            Text.of(
                                    "les valeurs sont celles du démonstrateur de l'agence ; ce que PSC refuse d'autre suit la norme",
                                    "the values are the agency's demonstrator's; what else PSC refuses follows the standard"),
                            Basis.of("CIBA Core §7.1, §11, §13", PublicSource.ANS_PROXY)),
                    Text.of(
                            "La demande CIBA à PSC porte acr_values=eidas1, scope openid scope_all, binding_message et login_hint ; puis pas plus d'une interrogation par intervalle.",
                            "The CIBA request to PSC carries acr_values=eidas1, scope openid scope_all, binding_message and login_hint; then no more than one poll per interval."),
                    Citation.standard("OpenID Connect CIBA Core 1.0 §7.1, §7.3; docs/sources.md, ANS proxy"),
                    Text.of(
                            "Corriger ce qui est envoyé à PSC, ou espacer les interrogations : attendu {expected}, trouvé {observed}.",
                            "Correct what is sent to PSC, or poll it less often: expected {expected}, found {observed}."),
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "Le binding_message s'affiche sur le LPS et sur le dispositif du professionnel, qui les compare pour ne pas approuver la demande d'un autre. Interroger PSC trop tôt vaut un slow_down, qui allonge l'intervalle d'au moins 5 s. Ce que PSC refuse ensuite de la même session, un refresh_token déjà servi par exemple, est compté ici aussi.",
                            "The binding_message is shown by the LPS and on the professional's device; comparing the two keeps the professional from approving someone else's request. Polling PSC too early earns a slow_down, which lengthens the interval by at least 5 s. What PSC refuses of the same session later, a refresh_token redeemed before for example, is counted here too."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final Set<String> CHANNELS = Set.of("CARD", "MOBILE");

    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");

    /** What Keycloak takes, where the settings say so. */
    private static final Pattern WORDS = Pattern.compile("[a-zA-Z0-9-._+/!?#]{1,50}");

    /** How much too early a poll may be: clients' timers are rougher than a server's clock. */
    private static final long TOLERANCE_MILLIS = 50;

    @Override
    public List<Finding> check(Trial trial) {
        return Stream.concat(
                        trial.at(Stage.PSC_CIBA).flatMap(hop -> request(trial, hop)),
                        trial.at(Stage.PSC_TOKEN).flatMap(CibaIsWellFormed::poll))
                .toList();
    }

    /**
     * What the standard asks of every client, and what PSC demands of those that registered so. Of a request that is not signed
     * as registered, no parameter was read: that alone is told.
     */
    private static Stream<Finding> request(Trial trial, Hop hop) {
        PscRegistration registration = trial.operation(hop).map(Operation::psc).orElse(PscRegistration.DEFAULT);
        List<Finding> findings = new ArrayList<>();
        grant(trial, hop).ifPresent(findings::add);
        signature(trial, hop, registration).ifPresent(findings::add);
        if (findings.stream().anyMatch(finding -> finding.status() != Status.PASS)) {
            return findings.stream();
        }
        findings.add(channel(trial, hop));
        findings.add(scope(hop, registration.demands().contains(Demand.SCOPE_ALL)));
        if (registration.demands().contains(Demand.ACR)) {
            Observed acr = noted(hop, Fact.ACR_VALUES, "form/acr_values");
            findings.add(CARD.judge(hop, words(acr).contains("eidas1"), new Observed("acr_values=eidas1", "PSC"), acr));
        }
        findings.add(bindingMessage(trial, hop, registration.demands().contains(Demand.BINDING_MESSAGE)));
        Observed hint = noted(hop, Fact.LOGIN_HINT, "form/login_hint");
        findings.add(CARD.judge(hop, !hint.value().isEmpty(), new Observed("login_hint", "CIBA Core §7.1"), hint));
        return findings.stream();
    }

    /** A client that registered for browsers alone is refused, however well it asks. */
    private static Optional<Finding> grant(Trial trial, Hop hop) {
        return trial.operation(hop)
                .filter(operation -> !operation.psc().grants().contains(PscRegistration.Grant.CIBA))
                .map(operation -> CARD.judge(
                        hop,
                        false,
                        new Observed(PscRegistration.Grant.CIBA.name(), "CIBA Core §4"),
                        trial.declared(
                                operation,
                                "psc.grants",
                                new TreeSet<>(operation.psc().grants()).toString())));
    }

    private static Finding channel(Trial trial, Hop hop) {
        boolean needed = trial.declaration().settings().psc().channelRequired();
        Observed channel = noted(hop, Fact.CHANNEL, "form/channel");
        return CARD.judge(
                hop,
                channel.value().isEmpty() ? !needed : CHANNELS.contains(channel.value()),
                new Observed("channel=CARD | MOBILE", "PSC"),
                channel);
    }

    private static Finding scope(Hop hop, boolean all) {
        String needed = all ? "openid scope_all" : "openid";
        Observed scope = noted(hop, Fact.SCOPE, "form/scope");
        return CARD.judge(
                hop,
                words(scope).containsAll(List.of(needed.split(" "))),
                new Observed("scope=" + needed, "PSC"),
                scope);
    }

    private static Finding bindingMessage(Trial trial, Hop hop, boolean needed) {
        Pattern pattern = trial.declaration().settings().psc().bindingMessage() == PscChoices.BindingMessage.DIGITS
                ? TWO_DIGITS
                : WORDS;
        Observed binding = noted(hop, Fact.BINDING_MESSAGE, "form/binding_message");
        return CARD.judge(
                hop,
                binding.value().isEmpty()
                        ? !needed
                        : pattern.matcher(binding.value()).matches(),
                new Observed("binding_message=" + pattern.pattern(), "PSC"),
                binding);
    }

    /** A client signs its requests as it registered, or does not. */
    private static Optional<Finding> signature(Trial trial, Hop hop, PscRegistration registration) {
        String registered = registration.requestObject().written();
        return hop.fact(Fact.REQUEST_OBJECT)
                .map(observed -> CARD.judge(
                        hop,
                        observed.value().equals(registered),
                        trial.operation(hop)
                                .map(operation -> trial.declared(operation, "psc.requestObject", registered))
                                .orElse(new Observed(registered, "PSC")),
                        observed));
    }

    private static Stream<Finding> poll(Hop hop) {
        return hop
                .fact(Fact.POLL_GAP)
                .flatMap(gap -> hop.value(Fact.POLL_INTERVAL).map(interval -> {
                    long least = Duration.ofSeconds(Long.parseLong(interval)).toMillis();
                    return CARD.judge(
                            hop,
                            Long.parseLong(gap.value()) + TOLERANCE_MILLIS >= least,
                            new Observed("≥ " + least + " ms", "CIBA Core §7.3"),
                            new Observed(gap.value() + " ms", gap.where()));
                }))
                .stream();
    }

    private static List<String> words(Observed list) {
        return Arrays.asList(list.value().split(" "));
    }

    private static Observed noted(Hop hop, Fact fact, String where) {
        return hop.fact(fact).orElse(new Observed("", where));
    }
}
