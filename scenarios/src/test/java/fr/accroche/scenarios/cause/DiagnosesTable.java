package fr.accroche.scenarios.cause;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code diagnoses.psv}: what is diagnosed of each fault. One fault is one cause, whatever the number of its symptoms; a fault with
 * several lines says why in the last column of each.
 */
public final class DiagnosesTable {

    private static final Path FILE =
            Path.of("src", "test", "resources", "fr", "accroche", "scenarios", "cause", "diagnoses.psv");

    private DiagnosesTable() {}

    /** Every line, by fault. */
    static Map<String, List<DiagnosisLine>> read() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(DiagnosisLine::read)
                .collect(Collectors.groupingBy(DiagnosisLine::fault, TreeMap::new, Collectors.toList()));
    }

    /** The causes of a run with this fault are those of the table; with {@code -Daccroche.write=true} the table takes them. */
    public static void requireSame(Run run, Fault fault) throws IOException {
        if (Boolean.getBoolean("accroche.write")) {
            write(fault.id(), run.causes());
        }
        List<DiagnosisLine> told = read().getOrDefault(fault.id(), List.of());

        assertThat(lines(fault.id(), run.causes(), told))
                .as("diagnoses.psv of %s; CONTRIBUTING.md says how to write it again", fault.id())
                .isEqualTo(told);
        if (told.size() != 1) {
            assertThat(told)
                    .as("one fault is one cause, unless the table says why not")
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.whySeveral()).isNotBlank());
        }
    }

    /** A run with several faults has the causes of each: what one repairs is never put down to another. */
    public static void requireOneCauseOf(Run run, List<Fault> faults) throws IOException {
        Map<String, List<DiagnosisLine>> table = read();

        assertThat(run.causes())
                .map(Cause::rules)
                .map(rules -> rules.stream().map(RuleId::value).toList())
                .containsExactlyInAnyOrderElementsOf(faults.stream()
                        .flatMap(fault -> table.get(fault.id()).stream())
                        .map(DiagnosisLine::rules)
                        .toList());
    }

    private static List<DiagnosisLine> lines(String fault, List<Cause> causes, List<DiagnosisLine> told) {
        List<DiagnosisLine> lines = new ArrayList<>();
        for (Cause cause : causes) {
            String why = lines.size() < told.size() ? told.get(lines.size()).whySeveral() : "";
            lines.add(DiagnosisLine.of(fault, cause, why));
        }
        return lines;
    }

    /** Tests of faults may run side by side. */
    private static synchronized void write(String fault, List<Cause> causes) throws IOException {
        Map<String, List<DiagnosisLine>> all = read();
        all.put(fault, lines(fault, causes, all.getOrDefault(fault, List.of())));
        List<String> lines = new ArrayList<>(List.of(DiagnosisLine.HEAD));
        all.values().forEach(each -> each.forEach(line -> lines.add(line.written())));
        Files.write(FILE, lines);
    }
}
