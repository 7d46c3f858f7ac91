package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Component;
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

/** ARC-09: what is declared belongs to the Espace de Confiance, because something is interfaced with it. */
public final class ComponentIsInterfaced implements DeclaredRule {

    private static final Text EXPECTED = Text.of(
            "un composant interfacé avec le LPS ou le proxy", "a component interfaced with the LPS or the proxy");
    private static final Text INTERFACED = Text.of("interfacé", "interfaced");
    private static final RuleCard CARD = RuleCard.info(
                    "ARC-09",
                    Text.of(
                            "Chaque proxy et chaque autonome de la déclaration est interfacé avec la solution : il fait partie de l'Espace de Confiance.",
                            "Each proxy and each autonome of the declaration is interfaced with the solution: it belongs to the Espace de Confiance."),
                    Citation.webinar(
                            "réponse « Dans une architecture SaaS… »",
                            "L'ensemble de la Solution Logicielle, c'est-à-dire le Composant Principal LPS, le Proxy e-Santé et les Composants Additionnels interfacés avec le Composant Principal LPS ou le Proxy e-Santé, font partie de l'Espace de Confiance PSC."),
                    Text.of(
                            "Déclarer qui l'appelle (operations, ou instances d'un autonome), ou retirer ce composant : {observed}.",
                            "Declare who calls it (operations, or instances of an autonome), or take this component out: {observed}."),
                    Owner.MANDATAIRE,
                    Owner.EDITEUR_LPS)
            .because(Text.of(
                    "Un composant que rien n'appelle demande des preuves au guichet pour un lien qui n'existe pas.",
                    "A component that nothing calls asks the guichet for proofs of a link that is not there."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        List<Component> outside = outside(dossier);
        return Stream.concat(dossier.proxies().stream(), dossier.autonomes().stream())
                .map(component -> judge(component, !outside.contains(component)))
                .toList();
    }

    private static DeclaredFinding judge(Component component, boolean interfaced) {
        Text nothing = component instanceof ProxyEsante
                ? Text.of("un proxy qu'aucune ligne d'operations n'utilise", "a proxy that no line of operations uses")
                : Text.of(
                        "un autonome sans instances, qu'aucune ligne d'operations n'utilise",
                        "an autonome without instances, that no line of operations uses");
        return DeclaredFinding.judge(CARD, interfaced, component.path(), EXPECTED, interfaced ? INTERFACED : nothing);
    }

    /** The proxies and the autonome add-ons that nothing is interfaced with. */
    static List<Component> outside(Dossier dossier) {
        Stream<Component> proxies = dossier.proxies().stream()
                .filter(proxy -> dossier.operationsThrough(proxy).isEmpty())
                .map(Component.class::cast);
        Stream<Component> autonomes = dossier.autonomes().stream()
                .filter(addOn -> addOn.instances().isEmpty()
                        && dossier.operationsOf(addOn).isEmpty())
                .map(Component.class::cast);
        return Stream.concat(proxies, autonomes).toList();
    }
}
