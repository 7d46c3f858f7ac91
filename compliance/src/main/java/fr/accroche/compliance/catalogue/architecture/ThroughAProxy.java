package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Dossier.Interfaced;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** ARC-02: what a composant principal calls, it calls through a Proxy e-Santé. */
public final class ThroughAProxy implements DeclaredRule {

    private static final Text EXPECTED = Text.of("au moins un Proxy e-Santé", "at least one Proxy e-Santé");
    private static final RuleCard CARD = RuleCard.violation(
                    "ARC-02",
                    Text.of(
                            "Une solution a au moins un Proxy e-Santé, intégré ou tiers, par lequel passent ses appels.",
                            "A solution has at least one Proxy e-Santé, integrated or third-party, that its calls go through."),
                    Citation.faq(
                            "réponse sur plusieurs téléservices",
                            "disposer au minimum d’un Composant Principal LPS et d’un Proxy e-Santé."),
                    Text.of(
                            "Déclarer le proxy sous components, et sous operations qui appelle par lui : attendu {expected}, trouvé {observed}.",
                            "Declare the proxy under components, and under operations who calls through it: expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(Text.of(
                    "Les API PSC n'acceptent que le mTLS et l'échange de jeton qu'un proxy habilité ajoute.",
                    "The API PSC accept nothing but the mTLS and the token exchange that a habilité proxy adds."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        if (dossier.proxies().isEmpty()) {
            return List.of(DeclaredFinding.judge(
                    CARD, false, "components", EXPECTED, Text.of("aucun composant proxy", "no proxy component")));
        }
        return dossier.principals().stream()
                .filter(lps -> !dossier.solutionsOf(lps).isEmpty())
                .map(lps -> check(dossier, lps))
                .toList();
    }

    private static DeclaredFinding check(Dossier dossier, ComposantPrincipal lps) {
        List<Teleservice> without = withoutProxy(dossier, lps);
        Text found = without.isEmpty()
                ? Text.of("tous ses téléservices passent par un proxy", "all its téléservices go through a proxy")
                : Text.of("aucun proxy pour {0}", "no proxy for {0}")
                        .with(without.stream().map(Teleservice::label).collect(Collectors.joining(", ")));
        return DeclaredFinding.judge(CARD, without.isEmpty(), lps.path(), EXPECTED, found);
    }

    /** The services of its solution for which neither it nor an add-on of another operator has a client_id. */
    private static List<Teleservice> withoutProxy(Dossier dossier, ComposantPrincipal lps) {
        if (!dossier.proxiesOf(lps).isEmpty()) {
            return List.of();
        }
        List<Teleservice> elsewhere = dossier.autonomesOf(lps)
                .filter(addOn -> !addOn.instance().sameOperator())
                .map(Interfaced::addOn)
                .filter(addOn -> !dossier.proxiesOf(addOn).isEmpty())
                .flatMap(addOn -> addOn.functions().stream())
                .toList();
        return dossier.solutionsOf(lps).stream()
                .flatMap(solution -> solution.teleservices().stream())
                .filter(service -> !elsewhere.contains(service))
                .distinct()
                .toList();
    }
}
