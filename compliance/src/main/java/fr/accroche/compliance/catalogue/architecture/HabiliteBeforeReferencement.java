package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * HAB-07: The EDC PSC habilitation precedes the Ségur référencement; missing at date 2, a screenshot of the proofs stands
 * for it, and is asked for thirty days before. A file that nobody declares is the habilitation table's to ask for.
 */
public final class HabiliteBeforeReferencement implements DeclaredRule {

    private static final int SOON = 30;
    private static final Citation SCREENSHOT = Citation.faq(
            "réponse sur l'habilitation à la date 2",
            "vous devez transmettre une capture d’écran de l’étape \"Dépôt de preuves\" sur le guichet EDC PSC");
    private static final Text BY = Text.of(
            "l'habilitation de « {0} » accordée avant le référencement du {1}",
            "the habilitation of '{0}' granted before the référencement of {1}");
    private static final Text IN_TIME = Text.of("accordée à temps", "granted in time");
    private static final Text LATE = Text.of("accordée le {0}", "granted on {0}");
    private static final Text NOT_YET = Text.of("pas encore accordée", "not granted yet");
    private static final Text PROVED = Text.of(
            "faute d'habilitation de « {0} » à la date 2 ({1}) : NRU, chapitres tous soumis et capture d'écran transmise avant elle",
            "for want of an habilitation of '{0}' at date 2 ({1}): an NRU, every chapter submitted and a screenshot sent before it");
    private static final Text ALL_THERE = Text.of("les trois sont déclarés", "all three are declared");
    private static final Text LACKS = Text.of("il manque : {0}", "missing: {0}");
    private static final Text AND = Text.of("{0} ; {1}", "{0}; {1}");
    private static final RuleCard CARD = RuleCard.violation(
                    "HAB-07",
                    Text.of(
                            "L'habilitation EDC PSC précède le référencement Ségur ; à la date 2, une capture d'écran du dépôt de preuves en tient lieu.",
                            "The EDC PSC habilitation precedes the Ségur référencement; at date 2 a screenshot of the deposited proofs stands for it."),
                    Citation.faq(
                            "réponse sur l'habilitation à la date 2",
                            "l'habilitation EDC PSC est obligatoire et constitue un pré requis à votre référencement Ségur."),
                    Text.of(
                            "Obtenir l'habilitation ; à défaut, à la date 2, soumettre chaque chapitre et transmettre au guichet Ségur la capture qui montre le NRU, le nom de la solution et les chapitres : {expected} ; trouvé : {observed}.",
                            "Obtain the habilitation; failing that, at date 2, submit every chapter and send the Ségur guichet the screenshot that shows the NRU, the solution's name and the chapters: {expected}; found: {observed}."),
                    Owner.MANDATAIRE,
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(Text.of(
                    "Le dossier Ségur est incomplet sans elle : le référencement est refusé.",
                    "The Ségur file is incomplete without it: the référencement is refused."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().solutions().stream()
                .flatMap(solution -> dossier.habilitated(solution).stream()
                        .flatMap(component -> check(dossier, solution.segur(), component)))
                .distinct()
                .toList();
    }

    private static Stream<DeclaredFinding> check(Dossier dossier, Solution.Segur segur, Component component) {
        List<Filed> files = Filed.of(component, Profil.ELU, Profil.ELP);
        return files.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        segur.referencedOn().map(day -> referenced(files, component, day)).stream(),
                        segur
                                .date2()
                                .filter(dossier.day().plusDays(SOON + 1)::isAfter)
                                .filter(day -> !granted(files, day))
                                .map(day -> dossier.day().isAfter(day)
                                        ? proved(files, component, day)
                                        : soon(proved(files, component, day)))
                                .stream());
    }

    /** Before the day itself nothing is broken yet. */
    private static DeclaredFinding soon(DeclaredFinding found) {
        return found.status() == Status.FAIL ? found.as(Status.WARNING) : found;
    }

    private static boolean granted(List<Filed> files, LocalDate day) {
        return files.stream().anyMatch(file -> file.habilitation().begunBy(day));
    }

    private static DeclaredFinding referenced(List<Filed> files, Component component, LocalDate day) {
        boolean held = granted(files, day);
        Optional<LocalDate> since = files.get(0).habilitation().grantedOn();
        return DeclaredFinding.judge(
                CARD,
                held,
                files.get(0).path(),
                BY.with(component.id(), day),
                held ? IN_TIME : since.map(LATE::with).orElse(NOT_YET));
    }

    private static DeclaredFinding proved(List<Filed> files, Component component, LocalDate date2) {
        List<Text> lacking = files.stream()
                .map(file -> lacking(file, date2))
                .min((one, other) -> one.size() - other.size())
                .orElseThrow();
        return DeclaredFinding.judge(
                        CARD,
                        lacking.isEmpty(),
                        files.get(0).path(),
                        PROVED.with(component.id(), date2),
                        lacking.stream().reduce(AND::with).map(LACKS::with).orElse(ALL_THERE))
                .citing(SCREENSHOT);
    }

    private static List<Text> lacking(Filed file, LocalDate date2) {
        List<Text> lacking = new ArrayList<>();
        if (file.nru().isEmpty()) {
            lacking.add(Text.of("le NRU", "the NRU"));
        }
        if (!by(file.proofsOn(), date2)) {
            lacking.add(Text.of("les preuves (proofsOn)", "the proofs (proofsOn)"));
        }
        if (!by(file.screenshotOn(), date2)) {
            lacking.add(Text.of("la capture d'écran (screenshotOn)", "the screenshot (screenshotOn)"));
        }
        return lacking;
    }

    private static boolean by(Optional<LocalDate> done, LocalDate day) {
        return done.filter(on -> !on.isAfter(day)).isPresent();
    }
}
