package fr.accroche.compliance.obligation;

import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The référencement of each solution, which the rest is for.
 *
 * @param dossier what is judged
 */
record SegurObligations(Dossier dossier) {

    private static final RuleId AFTER_THE_HABILITATIONS = RuleId.of("HAB-07");
    private static final Citation SLIDE = Citation.webinar(
            "« Architecture Proxy Intégré », parcours",
            "Sur le guichet référencement Ségur, il convient de déposer les preuves du REM MS DUI Vague 2 demandées sur Convergence.");

    List<Obligation> all() {
        return dossier.declaration().solutions().stream()
                .map(this::referencement)
                .toList();
    }

    private Obligation referencement(Solution solution) {
        Optional<LocalDate> on = solution.segur().referencedOn();
        boolean held = on.filter(day -> !day.isAfter(dossier.day())).isPresent();
        return new Obligation(
                Kind.REFERENCEMENT,
                solution.mandataire(),
                solution.name(),
                Optional.empty(),
                AFTER_THE_HABILITATIONS,
                SLIDE,
                held ? State.HELD : State.AHEAD,
                on.map(day -> Text.of("le {0}", "on {0}").with(day)).orElse(Found.NOTHING),
                solution.path(),
                Optional.empty());
    }
}
