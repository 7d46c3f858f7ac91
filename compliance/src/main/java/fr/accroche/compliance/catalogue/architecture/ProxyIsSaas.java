package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Edition.Hosting;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.OperatorRow;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** ARC-04: a Proxy e-Santé is hosted as SaaS. */
public final class ProxyIsSaas implements DeclaredRule {

    private static final Text SAAS = Text.of("en SaaS (hosting: saas)", "as SaaS (hosting: saas)");
    private static final Text ON_PREMISES =
            Text.of("chez l'utilisateur (hosting: on-premises)", "on premises (hosting: on-premises)");
    private static final RuleCard CARD = RuleCard.violation(
                    "ARC-04",
                    Text.of(
                            "Un Proxy e-Santé est hébergé en SaaS, qu'il soit intégré ou mutualisé.",
                            "A Proxy e-Santé is hosted as SaaS, be it integrated or mutualised."),
                    OperatorRow.O3.citing(OperatorRow.O3.remarks().get(0)),
                    Text.of(
                            "Faire héberger le proxy en SaaS par son opérateur, ou passer par le proxy d'un tiers qui l'est.",
                            "Have the proxy hosted as SaaS by its operator, or use a third party's that is."),
                    Owner.OPERATEUR_PROXY,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Installé chez chaque utilisateur, un proxy aurait autant d'opérateurs à habiliter et de certificats à garder que de sites.",
                            "Installed at each user's, a proxy would have as many operators to habiliter and certificates to keep as there are sites."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.proxies().stream().flatMap(ProxyIsSaas::check).toList();
    }

    private static Stream<DeclaredFinding> check(ProxyEsante proxy) {
        return proxy.edition().hosting().stream()
                .map(hosting -> hosting == Hosting.SAAS)
                .map(saas ->
                        DeclaredFinding.judge(CARD, saas, proxy.path() + ".hosting", SAAS, saas ? SAAS : ON_PREMISES));
    }
}
