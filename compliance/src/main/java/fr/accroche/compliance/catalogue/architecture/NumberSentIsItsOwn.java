package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Hop;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CND-09: The number a téléservice receives is the one the table says: the principal's or the autonome's, never an EAI's,
 * never a proxy's. Of two LPSs behind one proxy, the rule on shared proxies says it. In the exchanges it
 * judges the numbers that no téléservice is to receive from anyone; IDN-06 finds those of another software there.
 */
public final class NumberSentIsItsOwn implements Rule, DeclaredRule {

    private static final Text OWN =
            Text.of("le numéro {0} de « {1} », à lui seul", "the {0} number of '{1}', its own alone");
    private static final Text ITS = Text.of("le sien", "its own");
    private static final Text OTHERS = Text.of("le numéro de « {0} »", "the number of '{0}'");
    private static final RuleCard CARD = RuleCard.violation(
                    "CND-09",
                    Text.of(
                            "Le numéro envoyé à un téléservice est celui du logiciel qui appelle, jamais celui d'un EAI, d'un proxy ou d'un autre logiciel.",
                            "The number sent to a téléservice is that of the calling software, never that of an EAI, a proxy or another software."),
                    Citation.webinar(
                            "annexe « Tableaux de synthèse », titre de la troisième colonne",
                            "Numéro d'Homologation CNDA utilisé en production et envoyé aux téléservices"),
                    Text.of(
                            "Déclarer, et envoyer, le numéro que le CNDA a attribué à ce logiciel : {expected} ; trouvé : {observed}.",
                            "Declare, and send, the number that the CNDA attributed to this software: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_ADDITIONNEL)
            .likeReal(Likeness.simplified(
                    Text.of(
                            "le numéro à envoyer est public ; les registres des vrais services sont ici la déclaration",
                            "which number to send is public; the real services' registers are the declaration here"),
                    Basis.of(PublicSource.WEBINAR)))
            .because(
                    Text.of(
                            "Le téléservice retrouve par ce numéro le logiciel homologué : un autre numéro fait passer l'appel pour celui d'un autre.",
                            "The téléservice finds the homologated software by this number: another number passes the call off as another's."));

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
        Declaration declaration = dossier.declaration();
        return declaration.operations().stream()
                .map(operation -> new Calls(declaration.lps(operation), declaration.teleservices(operation)))
                .distinct()
                .flatMap(calls -> check(dossier, calls.software(), calls.called()))
                .distinct()
                .toList();
    }

    /** What client_ids have in common: a software may have thousands of them, and is judged once. */
    private record Calls(LogicielUtilisateur software, List<Teleservice> called) {}

    @Override
    public boolean applies(Trial trial) {
        return neverSent(trial.declaration()).anyMatch(act -> act.number().isPresent());
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.atTeleservices()
                .flatMap(hop -> trial
                        .declaredNumber(hop)
                        .flatMap(own -> trial.receivedNumber(hop).map(sent -> judge(trial, hop, own, sent)))
                        .stream())
                .toList();
    }

    private static Finding judge(Trial trial, Hop hop, Observed own, Observed sent) {
        Optional<CndaAct> other = neverSent(trial.declaration())
                .filter(act -> act.isNumbered(sent))
                .findFirst();
        Observed whose = other.map(act -> new Observed(sent.value() + " (" + act.path() + ")", sent.where()))
                .orElse(sent);
        return CARD.judge(hop, other.isEmpty(), own, whose);
    }

    private static Stream<DeclaredFinding> check(
            Dossier dossier, LogicielUtilisateur software, List<Teleservice> called) {
        String own = CndaAct.place(software, 0) + ".";
        return CndaAct.of(software).stream()
                .filter(act -> act.path().startsWith(own + "homologations"))
                .filter(act -> act.number().isPresent() && called.contains(act.service()))
                .map(act -> {
                    Optional<CndaAct> other = foreign(dossier, software)
                            .filter(act::sharesNumberWith)
                            .findFirst();
                    return DeclaredFinding.judge(
                            CARD,
                            other.isEmpty(),
                            act.path(),
                            OWN.with(act.service().label(), software.id()),
                            other.map(one -> OTHERS.with(one.component())).orElse(ITS));
                });
    }

    /** What the CNDA granted to others, and to the interfacings of the software itself. */
    private static Stream<CndaAct> foreign(Dossier dossier, LogicielUtilisateur software) {
        return Stream.concat(
                neverSent(dossier.declaration()),
                dossier.declaration()
                        .all(LogicielUtilisateur.class)
                        .filter(other -> !other.id().equals(software.id()))
                        .filter(other -> !behindOneProxy(dossier, software, other))
                        .flatMap(other -> CndaAct.of(other).stream()));
    }

    /** What no téléservice receives: that of interfacings, of non autonomes and, where one is declared, of proxies. */
    private static Stream<CndaAct> neverSent(Declaration declaration) {
        return Stream.concat(
                declaration.all(ComposantPrincipal.class).flatMap(lps -> CndaAct.interfacings(lps).stream()),
                declaration
                        .all(Component.class)
                        .filter(component -> !(component instanceof LogicielUtilisateur))
                        .flatMap(component -> CndaAct.of(component).stream()));
    }

    private static boolean behindOneProxy(Dossier dossier, LogicielUtilisateur software, LogicielUtilisateur other) {
        return software instanceof ComposantPrincipal
                && other instanceof ComposantPrincipal lps
                && !Collections.disjoint(dossier.proxiesOf(software), dossier.proxiesOf(lps));
    }
}
