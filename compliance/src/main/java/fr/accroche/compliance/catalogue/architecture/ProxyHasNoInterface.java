package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** ARC-03: The Proxy e-Santé has no user interface. */
public final class ProxyHasNoInterface implements DeclaredRule {

    private static final Text NONE = Text.of("aucun écran (ui: false)", "no screen (ui: false)");
    private static final Text SOME = Text.of("des écrans (ui: true)", "screens (ui: true)");
    private static final RuleCard CARD = RuleCard.violation(
                    "ARC-03",
                    Text.of(
                            "Le Proxy e-Santé n'a pas d'interface utilisateur.",
                            "The Proxy e-Santé has no user interface."),
                    Citation.webinar(
                            "« L'architecture de la solution logicielle en vague 2 »",
                            "composant technique sans interface utilisateur, destiné à sécuriser les échanges de données"),
                    Text.of(
                            "Mettre les écrans dans le LPS ou dans un composant additionnel autonome.",
                            "Put the screens in the LPS or in an autonome add-on."),
                    Owner.EDITEUR_PROXY)
            .because(Text.of(
                    "Un composant qui a des écrans est un logiciel utilisateur : il relève d'une ELU et du CNDA, pas d'une ELP.",
                    "A component with screens is a logiciel utilisateur: it takes an ELU and the CNDA, not an ELP."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.proxies().stream().flatMap(ProxyHasNoInterface::check).toList();
    }

    private static Stream<DeclaredFinding> check(ProxyEsante proxy) {
        return proxy
                .edition()
                .ui()
                .map(ui -> DeclaredFinding.judge(CARD, !ui, proxy.path() + ".ui", NONE, ui ? SOME : NONE))
                .stream();
    }
}
