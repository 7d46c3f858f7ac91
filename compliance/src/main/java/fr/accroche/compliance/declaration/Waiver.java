package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that the vendor takes upon itself, for a time.
 *
 * @param path its own place in the declaration
 * @param rule the id of the rule
 * @param about the part of the declaration that it is limited to, for example {@code components.lps}; empty for all
 * @param justification why
 * @param until the last day that it counts
 */
public record Waiver(String path, String rule, Optional<String> about, String justification, LocalDate until) {

    /** Whether it covers a place of the declaration. */
    public boolean covers(String place) {
        return about.map(part -> place.equals(part) || place.startsWith(part + ".") || place.startsWith(part + "["))
                .orElse(true);
    }
}
