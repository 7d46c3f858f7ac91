package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * HAB-04: OSU and OSP are held by the day of the SONS MS DUI vague 2 funding. One that nobody asked for is the operator
 * table's to say.
 */
public final class OperatorsBeforeFunding implements DeclaredRule {

    private static final Text BY =
            Text.of("l'{0} de « {1} » accordée le {2} au plus tard", "the {0} of '{1}' granted on {2} at the latest");
    private static final Text ON = Text.of("accordée le {0}", "granted on {0}");
    private static final Text GRANTED = Text.of("accordée", "granted");
    private static final Text REQUESTED = Text.of("demandée, pas encore accordée", "requested, not granted yet");
    private static final RuleCard CARD = RuleCard.warning(
                    "HAB-04",
                    Text.of(
                            "Qui vise le financement du SONS MS DUI Vague 2 détient l'OSU, et l'OSP du proxy, à la date de la demande.",
                            "Who aims at the SONS MS DUI Vague 2 funding holds the OSU, and the proxy's OSP, on the day of the request."),
                    Citation.webinar(
                            "« Architecture Proxy Intégré », parcours",
                            "si vous voulez être éligible au financement du SONS MS DUI Vague 2 vous devez obtenir l'habilitation OSU"),
                    Text.of(
                            "Avancer la candidature au guichet opérateur, ou reculer la demande de financement : {expected} ; trouvé : {observed}.",
                            "Bring the operator's candidature forward, or put the funding request off: {expected}; found: {observed}."),
                    Owner.OPERATEUR_LPS,
                    Owner.OPERATEUR_PROXY)
            .because(Text.of(
                    "Sans ces habilitations, les clients de la solution ne bénéficient pas du financement.",
                    "Without these habilitations the solution's customers do not get the funding."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().solutions().stream()
                .flatMap(
                        solution -> solution.segur().fundingOn().stream().flatMap(day -> check(dossier, solution, day)))
                .distinct()
                .toList();
    }

    private static Stream<DeclaredFinding> check(Dossier dossier, Solution solution, LocalDate funding) {
        return dossier.principalsOf(solution).stream()
                .flatMap(lps -> dossier.operationsOf(lps).stream())
                .flatMap(operation -> check(dossier, operation, funding));
    }

    private static Stream<DeclaredFinding> check(Dossier dossier, Operation operation, LocalDate funding) {
        return Stream.concat(
                check(dossier, operation.operator(), Profil.OSU, operation.lps(), funding).stream(),
                check(dossier, operation.proxyOperator(), Profil.OSP, operation.proxy(), funding).stream());
    }

    private static Optional<DeclaredFinding> check(
            Dossier dossier, String operator, Profil profile, String component, LocalDate funding) {
        List<Filed> files = Filed.of(dossier.declaration().actors().get(operator), profile, component);
        boolean inTime = files.stream().anyMatch(file -> file.habilitation().begunBy(funding));
        return files.stream()
                .filter(file -> inTime == file.habilitation().begunBy(funding))
                .filter(file -> settled(file.habilitation(), dossier.day(), funding))
                .findFirst()
                .map(file -> DeclaredFinding.judge(
                        CARD, inTime, file.path(), BY.with(profile, component, funding), words(file.habilitation())));
    }

    /** Whether a file is granted, if only later, or can no longer be in time. */
    private static boolean settled(Habilitation file, LocalDate day, LocalDate funding) {
        return file.status() != Habilitation.Status.REQUESTED || day.isAfter(funding);
    }

    private static Text words(Habilitation file) {
        return file.status() == Habilitation.Status.REQUESTED
                ? REQUESTED
                : file.grantedOn().map(ON::with).orElse(GRANTED);
    }
}
