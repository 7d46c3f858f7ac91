package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** TOK-05: The CIBA request to PSC carries acr_values=eidas1, scope openid scope_all, binding_message and login_hint; then no more than one poll per interval. */
public final class CibaIsWellFormed implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "TOK-05",
                    Phase.CONNECT,
                    Text.of(
                            "La demande CIBA à PSC porte acr_values=eidas1, scope openid scope_all, binding_message et login_hint ; puis pas plus d'une interrogation par intervalle.",
                            "The CIBA request to PSC carries acr_values=eidas1, scope openid scope_all, binding_message and login_hint; then no more than one poll per interval."),
                    Citation.standard("OpenID Connect CIBA Core 1.0 §7.1, §7.3; docs/sources.md, ANS proxy"),
                    Text.of(
                            "Corriger la demande CIBA, ou espacer les interrogations de PSC : attendu {expected}, trouvé {observed}.",
                            "Correct the CIBA request, or poll PSC less often: expected {expected}, found {observed}."),
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_LPS)
            .because(
                    Text.of(
                            "Le binding_message s'affiche sur le LPS et sur le dispositif du professionnel, qui les compare pour ne pas approuver la demande d'un autre. Interroger PSC trop tôt vaut un slow_down, qui allonge l'intervalle d'au moins 5 s.",
                            "The binding_message is shown by the LPS and on the professional's device; comparing the two keeps the professional from approving someone else's request. Polling PSC too early earns a slow_down, which lengthens the interval by at least 5 s."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");

    @Override
    public List<Finding> check(Trial trial) {
        return Stream.concat(
                        trial.at(Stage.PSC_CIBA).flatMap(CibaIsWellFormed::request),
                        trial.at(Stage.PSC_TOKEN).flatMap(CibaIsWellFormed::poll))
                .toList();
    }

    private static Stream<Finding> request(Hop hop) {
        Observed scope = noted(hop, Fact.SCOPE, "form/scope");
        Observed acr = noted(hop, Fact.ACR_VALUES, "form/acr_values");
        Observed binding = noted(hop, Fact.BINDING_MESSAGE, "form/binding_message");
        Observed hint = noted(hop, Fact.LOGIN_HINT, "form/login_hint");
        return Stream.of(
                CARD.judge(
                        hop,
                        Arrays.asList(scope.value().split(" ")).containsAll(List.of("openid", "scope_all")),
                        new Observed("scope=openid scope_all", "PSC"),
                        scope),
                CARD.judge(
                        hop,
                        Arrays.asList(acr.value().split(" ")).contains("eidas1"),
                        new Observed("acr_values=eidas1", "PSC"),
                        acr),
                CARD.judge(
                        hop,
                        TWO_DIGITS.matcher(binding.value()).matches(),
                        new Observed("binding_message=[0-9]{2}", "PSC"),
                        binding),
                CARD.judge(hop, !hint.value().isEmpty(), new Observed("login_hint", "CIBA Core §7.1"), hint));
    }

    private static Stream<Finding> poll(Hop hop) {
        return hop
                .fact(Fact.POLL_GAP)
                .flatMap(gap -> hop.value(Fact.POLL_INTERVAL).map(interval -> {
                    long least = Duration.ofSeconds(Long.parseLong(interval)).toMillis();
                    return CARD.judge(
                            hop,
                            Long.parseLong(gap.value()) >= least,
                            new Observed("≥ " + least + " ms", "CIBA Core §7.3"),
                            new Observed(gap.value() + " ms", gap.where()));
                }))
                .stream();
    }

    private static Observed noted(Hop hop, Fact fact, String where) {
        return hop.fact(fact).orElse(new Observed("", where));
    }
}
