package fr.accroche.scenarios.report;

import fr.accroche.compliance.declaration.ShippedDeclaration;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Runs of several architectures.
 *
 * @param byArchitecture one for each
 * @param took in all: less than their sum, where they were under way together
 */
public record Runs(Map<ShippedDeclaration, Run> byArchitecture, Duration took) {

    public Runs {
        byArchitecture = Collections.unmodifiableMap(new EnumMap<>(byArchitecture));
    }

    /** How many sessions were seen. */
    long sessions() {
        return byArchitecture.values().stream()
                .mapToLong(run -> run.verdict().exchanges().size())
                .sum();
    }
}
