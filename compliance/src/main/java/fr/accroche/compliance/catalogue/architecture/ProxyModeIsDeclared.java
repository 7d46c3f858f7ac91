package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** ARC-05, where it is declared: a proxy is passe-plat or métier. */
public final class ProxyModeIsDeclared implements DeclaredRule {

    private static final Text ONE_OF_BOTH =
            Text.of("mode: passe-plat ou mode: metier", "mode: passe-plat or mode: metier");
    private static final RuleCard CARD = RuleCard.violation(
                    "ARC-05",
                    Phase.DECLARE,
                    Text.of("Un proxy est déclaré passe-plat ou métier.", "A proxy is declared passe-plat or métier."),
                    Citation.webinar(
                            "annexe « Architectures de Proxy e-Santé »",
                            "on identifie a minima 2 type de Proxies en termes de fonctionnalités"),
                    Text.of(
                            "Écrire sous mode ce que le proxy fait des requêtes métiers : passe-plat s'il les transmet telles quelles, metier s'il les génère.",
                            "Write under mode what the proxy does with business requests: passe-plat where it forwards them as they are, metier where it builds them."),
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_LPS)
            .because(Text.of(
                    "Le type de proxy répartit les responsabilités techniques, et change les démarches d'habilitation.",
                    "The type of proxy shares out the technical responsibilities, and changes the habilitation path."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.proxies().stream().map(ProxyModeIsDeclared::check).toList();
    }

    private static DeclaredFinding check(ProxyEsante proxy) {
        Text found = proxy.declaredMode()
                .map(mode -> Text.verbatim(mode == ProxyEsante.Mode.METIER ? "mode: metier" : "mode: passe-plat"))
                .orElse(Text.of("mode absent", "no mode"));
        return DeclaredFinding.judge(
                CARD, proxy.declaredMode().isPresent(), proxy.path() + ".mode", ONE_OF_BOTH, found);
    }
}
