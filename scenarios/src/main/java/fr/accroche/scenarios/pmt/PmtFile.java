package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.cause.Causes;
import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.check.Journey;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.scenarios.replay.Recording;
import fr.accroche.scenarios.report.Run;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be green before the three months start, and what of it is: from the declaration, and from a run that was recorded.
 *
 * @param day the declaration is judged as of: the run's
 * @param declaration what was declared
 * @param run what was recorded, judged again
 * @param parts the points
 * @param windows one for each client_id: where it is in its three months
 * @param numbers one for each client_id; none while a point is open
 */
public record PmtFile(
        LocalDate day,
        Declaration declaration,
        Run run,
        List<PmtPart> parts,
        List<Journey> windows,
        List<SimulatedNumber> numbers) {

    public PmtFile {
        parts = List.copyOf(parts);
        windows = List.copyOf(windows);
        numbers = List.copyOf(numbers);
    }

    /**
     * Of a recording.
     *
     * @param declared as it stands, whatever a fault of the run may have changed in it
     * @param run the recording, judged again
     */
    public static PmtFile of(Recording recording, Declaration declared, Run run) {
        LocalDate day = LocalDate.ofInstant(recording.at(), ZoneOffset.UTC);
        Check check = Check.of(declared, day);
        List<PmtPart> parts = new ArrayList<>();
        parts.add(RunPoints.part(recording, declared, run));
        DeclaredPoints read = new DeclaredPoints(check);
        List<Cause> causes = Causes.of(run.verdict(), run.declaration());
        parts.add(read.architecture());
        for (Journey journey : check.journeys()) {
            Operation operation = journey.operation();
            parts.add(read.path(journey));
            SeenPoints seen = new SeenPoints(run, operation, causes);
            parts.add(seen.authentication());
            List<Teleservice> called = declared.teleservices(operation).stream()
                    .filter(Teleservice.HOMOLOGATED::contains)
                    .toList();
            called.forEach(service ->
                    parts.add(seen.accrochage(service, declared.couloir().asksCredential())));
            if (called.isEmpty()) {
                parts.add(seen.noAccrochage());
            }
        }
        boolean green = parts.stream().allMatch(part -> part.state() == PmtState.GREEN);
        List<SimulatedNumber> numbers = declared.operations().stream()
                .filter(operation -> green)
                .map(operation -> SimulatedNumber.of(declared, operation))
                .toList();
        return new PmtFile(day, declared, run, parts, check.journeys(), numbers);
    }

    public PmtState state() {
        return PmtState.worst(parts.stream().map(PmtPart::state).toList());
    }

    /** How many points are in a state. */
    public long count(PmtState state) {
        return parts.stream()
                .flatMap(part -> part.points().stream())
                .filter(point -> point.state() == state)
                .count();
    }
}
