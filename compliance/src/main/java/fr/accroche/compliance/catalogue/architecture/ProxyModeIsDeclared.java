package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.catalogue.teleservices.Sent;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.ProxyEsante.Mode;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** ARC-05: A proxy is passe-plat or métier, as declared, and at run time is what it declares. */
public final class ProxyModeIsDeclared implements DeclaredRule, Rule {

    private static final Text ONE_OF_BOTH =
            Text.of("mode: passe-plat ou mode: metier", "mode: passe-plat or mode: metier");
    private static final RuleCard CARD = RuleCard.violation(
                    "ARC-05",
                    Text.of(
                            "Un proxy est déclaré passe-plat ou métier, et fait ce qu'il déclare.",
                            "A proxy is declared passe-plat or métier, and does what it declares."),
                    Citation.webinar(
                            "annexe « Architectures de Proxy e-Santé »",
                            "on identifie a minima 2 type de Proxies en termes de fonctionnalités"),
                    Text.of(
                            "Écrire sous mode ce que le proxy fait des requêtes métiers : passe-plat s'il les transmet telles quelles, metier s'il les génère ; puis s'y tenir.",
                            "Write under mode what the proxy does with business requests: passe-plat where it forwards them as they are, metier where it builds them; then keep to it."),
                    Owner.EDITEUR_PROXY,
                    Owner.EDITEUR_LPS)
            .likeReal(Likeness.simplified(
                    Text.of(
                            "les deux types sont publics ; comparer le proxy à ce qu'il déclare est propre à accroche",
                            "both types are public; holding the proxy against its declaration is accroche's own"),
                    Basis.of(PublicSource.WEBINAR)))
            .because(Text.of(
                    "Le type de proxy répartit les responsabilités techniques, et change les démarches d'habilitation.",
                    "The type of proxy shares out the technical responsibilities, and changes the habilitation path."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Set<Stage> seenAt() {
        return Set.of(Stage.BUSINESS);
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.proxies().stream().map(ProxyModeIsDeclared::check).toList();
    }

    @Override
    public List<Finding> check(Trial trial) {
        return Sent.pairs(trial)
                .filter(Sent::comparable)
                .filter(pair -> trial.teleservice(pair.received()).isPresent())
                .flatMap(pair -> pair.sent().fact(Fact.BODY_TYPE).stream().flatMap(type -> check(trial, pair, type)))
                .toList();
    }

    /** What an LPS sends tells who builds: a message of the téléservice's it built itself, whatever then becomes of it. */
    private static Stream<Finding> check(Trial trial, Sent pair, Observed sent) {
        Mode acted = pair.builtByProxy() ? Mode.METIER : Mode.PASSE_PLAT;
        return pair.proxy(trial).stream()
                .map(proxy -> CARD.judge(
                        pair.received(),
                        acted == proxy.mode(),
                        new Observed(
                                written(proxy.mode()),
                                trial.declaration().lines().at(proxy.path() + ".mode")),
                        new Observed(written(acted), sent.where())));
    }

    private static String written(Mode mode) {
        return mode == Mode.METIER ? "mode: metier" : "mode: passe-plat";
    }

    private static DeclaredFinding check(ProxyEsante proxy) {
        Text found = proxy.declaredMode()
                .map(mode -> Text.verbatim(written(mode)))
                .orElse(Text.of("mode absent", "no mode"));
        return DeclaredFinding.judge(
                CARD, proxy.declaredMode().isPresent(), proxy.path() + ".mode", ONE_OF_BOTH, found);
    }
}
