package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** HAB-05: An ELU interfacing with N proxies declares N files, one per proxy. */
public final class OneFilePerProxy implements DeclaredRule {

    private static final Text ONE = Text.of(
            "un dossier ELU de « {0} » accordé pour le proxy « {1} » (proxy: {1})",
            "an ELU file of '{0}' granted for the proxy '{1}' (proxy: {1})");
    private static final Text FOUND = Text.of("un dossier accordé pour ce proxy", "a file granted for this proxy");
    private static final Text NOT_GRANTED =
            Text.of("un dossier pour ce proxy, qui n'est pas accordé", "a file for this proxy, which is not granted");
    private static final Text NONE = Text.of("aucun dossier ne nomme ce proxy", "no file names this proxy");
    private static final Text SAME =
            Text.of("la candidature d'un autre proxy ({0})", "the candidature of another proxy ({0})");
    private static final RuleCard CARD = RuleCard.violation(
                    "HAB-05",
                    Text.of(
                            "Un logiciel interfacé avec plusieurs proxys a un dossier ELU par proxy.",
                            "A software interfaced with several proxies has one ELU file per proxy."),
                    Citation.faq(
                            "réponse sur plusieurs proxys",
                            "Un Editeur de Logiciel Utilisateur (ELU) devra déclarer plusieurs dossiers s'il s'interface avec plusieurs Proxy e-Santé : 1 dossier par Proxy e-Santé."),
                    Text.of(
                            "Déposer un dossier de plus, qui peut reprendre les preuves déjà déposées, y nommer le proxy et le faire aboutir : {expected} ; trouvé : {observed}.",
                            "Hand in one more file, which may reuse the proofs, name the proxy in it and see it through: {expected}; found: {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_ADDITIONNEL)
            .because(
                    Text.of(
                            "L'EDC PSC valide aussi le lien entre le logiciel et chaque proxy : un proxy sans dossier n'en a pas.",
                            "The EDC PSC also validates the link between the software and each proxy: a proxy without a file has none."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration()
                .all(LogicielUtilisateur.class)
                .flatMap(software -> check(software, dossier.proxiesOf(software), dossier.day()).stream())
                .toList();
    }

    private static List<DeclaredFinding> check(LogicielUtilisateur software, List<ProxyEsante> proxies, LocalDate day) {
        List<Filed> files = Filed.of(software, Profil.ELU);
        if (proxies.size() < 2 || files.isEmpty()) {
            return List.of();
        }
        Set<String> taken = new HashSet<>();
        List<DeclaredFinding> findings = new ArrayList<>();
        for (ProxyEsante proxy : proxies) {
            Optional<Filed> file = files.stream()
                    .filter(one -> one.about().filter(proxy.id()::equals).isPresent())
                    .min(Comparator.comparing(one -> !one.habilitation().validOn(day)));
            Optional<String> shared = file.flatMap(Filed::candidature).filter(candidature -> !taken.add(candidature));
            boolean granted =
                    file.filter(one -> one.habilitation().validOn(day)).isPresent();
            findings.add(DeclaredFinding.judge(
                    CARD,
                    granted && shared.isEmpty(),
                    file.map(Filed::path).orElse(software.path() + ".habilitations"),
                    ONE.with(software.id(), proxy.id()),
                    shared.map(SAME::with).orElse(granted ? FOUND : file.isPresent() ? NOT_GRANTED : NONE)));
        }
        return findings;
    }
}
