package fr.accroche.compliance.check;

import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The path of one client_id through the three guichets, in its order (webinar, "adopter la séquence suivante"; FAQ, the
 * editor's candidature before the operator's, and both before the référencement).
 *
 * @param operation the client_id
 * @param steps in order
 * @param until the last day of the provisional authorisation; empty where none is declared
 * @param daysLeft to that day; negative once it is past, 0 where none is declared
 */
public record Journey(Operation operation, List<Step> steps, Optional<LocalDate> until, long daysLeft) {

    public Journey {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param title what
     * @param on when, if that is declared
     * @param progress how far
     */
    public record Step(Text title, Optional<LocalDate> on, Progress progress) {}

    /** How far a step is. */
    public enum Progress {
        DONE,
        /** The first that is not done. */
        NEXT,
        LATER
    }

    /** The path of each client_id. */
    static List<Journey> of(Dossier dossier, List<Obligation> obligations) {
        return dossier.declaration().operations().stream()
                .map(operation -> new Maker(dossier, operation, obligations).journey())
                .toList();
    }

    private record Maker(Dossier dossier, Operation operation, List<Obligation> obligations) {

        private record Fact(Text title, Optional<LocalDate> on, boolean done) {}

        Journey journey() {
            Optional<LocalDate> until = operation.pmtUntil();
            List<Step> steps = new ArrayList<>();
            boolean nextGiven = false;
            for (Fact fact : facts()) {
                Progress progress = fact.done() ? Progress.DONE : nextGiven ? Progress.LATER : Progress.NEXT;
                nextGiven |= progress == Progress.NEXT;
                steps.add(new Step(fact.title(), fact.on(), progress));
            }
            return new Journey(
                    operation,
                    steps,
                    until,
                    until.map(last -> ChronoUnit.DAYS.between(dossier.day(), last))
                            .orElse(0L));
        }

        private List<Fact> facts() {
            Pmt pmt = operation.pmt().orElse(null);
            List<Fact> facts = new ArrayList<>();
            facts.add(dated("formulaire EDC PSC déposé", "EDC PSC form handed in", candidature(true)));
            if (pmt != null) {
                facts.add(dated("PMT validé par l'EDC PSC", "PMT validated by the EDC PSC", pmt.validatedOn()));
                facts.add(dated("déclaré au CNDA", "declared to the CNDA", pmt.declaredOn()));
                facts.add(dated(
                        "environnement de test CNDA configuré", "CNDA test environment set up", pmt.configuredOn()));
                facts.add(dated(
                        "première authentification sur une API PSC (accrochage)",
                        "first authentication on an API PSC (accrochage)",
                        pmt.firstAuthenticationOn()));
            }
            facts.add(dated("toutes les preuves déposées", "all proofs handed in", candidature(false)));
            facts.add(held("ELU et ELP accordées", "ELU and ELP granted", Set.of(Kind.ELU, Kind.ELP)));
            facts.add(held("OSU et OSP accordées", "OSU and OSP granted", Set.of(Kind.OSU, Kind.OSP)));
            facts.add(held(
                    "homologations et certifications du CNDA",
                    "homologations and certifications of the CNDA",
                    Set.of(Kind.HOMOLOGATION, Kind.INTERFACING)));
            facts.add(dated("référencement Ségur", "Ségur référencement", referenced()));
            return facts;
        }

        private Optional<LocalDate> candidature(boolean form) {
            return dossier.declaration().lps(operation).habilitations().stream()
                    .map(Habilitation::candidature)
                    .flatMap(file -> (form ? file.submittedOn() : file.proofsOn()).stream())
                    .min(Comparator.naturalOrder());
        }

        private Optional<LocalDate> referenced() {
            return dossier.declaration().lps(operation) instanceof ComposantPrincipal lps
                    ? dossier.solutionsOf(lps).stream()
                            .flatMap(solution -> solution.segur().referencedOn().stream())
                            .findFirst()
                    : Optional.empty();
        }

        private Fact dated(String fr, String en, Optional<LocalDate> on) {
            return new Fact(
                    Text.of(fr, en),
                    on,
                    on.filter(day -> !day.isAfter(dossier.day())).isPresent());
        }

        private Fact held(String fr, String en, Set<Kind> kinds) {
            Component software = dossier.declaration().lps(operation);
            boolean all = obligations.stream()
                    .filter(one -> kinds.contains(one.kind()))
                    .filter(one -> one.component().equals(software.id())
                            || one.component().equals(operation.proxy()))
                    .filter(one -> !Set.of(Kind.OSU, Kind.OSP).contains(one.kind())
                            || one.actor().equals(operation.operator())
                            || one.actor().equals(operation.proxyOperator()))
                    .allMatch(one -> one.state() == State.HELD || one.state() == State.NOT_ASKED);
            return new Fact(Text.of(fr, en), Optional.empty(), all);
        }
    }
}
