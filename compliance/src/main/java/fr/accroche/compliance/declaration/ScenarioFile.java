package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Objects;

/**
 * What a scenario file says.
 *
 * @param scenarios in the order of the file, at least one
 * @param lines where each part was written
 */
public record ScenarioFile(List<WrittenScenario> scenarios, SourceLines lines) {

    public ScenarioFile {
        scenarios = List.copyOf(scenarios);
        Objects.requireNonNull(lines, "lines");
    }

    /** Something wrong that shows only once the declaration is read too. */
    public DeclarationException wrong(String path, Text message) {
        return new DeclarationException(
                List.of(new Problem(lines.file(), lines.line(path).orElse(0), 1, path, message)));
    }
}
