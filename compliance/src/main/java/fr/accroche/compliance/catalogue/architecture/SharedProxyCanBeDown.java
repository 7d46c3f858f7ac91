package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** ARC-11: a proxy that others depend on says what happens while it is down. */
public final class SharedProxyCanBeDown implements DeclaredRule {

    private static final Text EXPECTED = Text.of(
            "ce que font les solutions quand il est arrêté (whenDown)",
            "what the solutions do while it is down (whenDown)");
    private static final RuleCard CARD = RuleCard.warning(
                    "ARC-11",
                    Text.of(
                            "Un proxy que plusieurs composants principaux partagent, ou qu'une structure de santé opère, dit ce qui se passe quand il est arrêté.",
                            "A proxy that several composants principaux share, or that a health structure operates, says what happens while it is down."),
                    Citation.webinar(
                            "annexe « Architectures de Proxy e-Santé »",
                            "La gestion des risques de point de défaillance unique (SPOF)"),
                    Text.of(
                            "Écrire sous whenDown du proxy ce que font les solutions pendant l'arrêt et à la reprise : {observed}.",
                            "Write under the proxy's whenDown what the solutions do during the outage and after it: {observed}."),
                    Owner.OPERATEUR_PROXY,
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_LPS)
            .because(Text.of(
                    "Quand il s'arrête, aucun des logiciels qui passent par lui n'atteint plus un téléservice.",
                    "When it stops, none of the software that comes through it reaches a téléservice any more."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.proxies().stream()
                .flatMap(proxy -> shared(dossier, proxy).map(how -> judge(proxy, how)).stream())
                .toList();
    }

    private static DeclaredFinding judge(ProxyEsante proxy, Text how) {
        Text found = proxy.whenDown().isPresent()
                ? Text.of("déclaré", "declared")
                : Text.of("rien ; or {0}", "nothing, and yet {0}").with(how);
        return DeclaredFinding.judge(CARD, proxy.whenDown().isPresent(), proxy.path() + ".whenDown", EXPECTED, found);
    }

    /** In what way others depend on it; empty where none do. */
    private static Optional<Text> shared(Dossier dossier, ProxyEsante proxy) {
        List<ComposantPrincipal> users = dossier.principalsUsing(proxy);
        if (users.size() > 1) {
            return Optional.of(Text.of(
                            "plusieurs composants principaux passent par lui ({0})",
                            "several composants principaux come through it ({0})")
                    .with(users.stream().map(ComposantPrincipal::id).collect(Collectors.joining(", "))));
        }
        return dossier.operationsThrough(proxy).stream()
                .map(dossier.declaration()::proxyOperator)
                .filter(operator -> operator.kind() == Actor.Kind.STRUCTURE_DE_SANTE)
                .findFirst()
                .map(operator -> Text.of("une structure de santé l'opère ({0})", "a health structure operates it ({0})")
                        .with(operator.id()));
    }
}
