package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An intrusion test that the éditeur of a component had done.
 *
 * @param on the day
 * @param report the reference of its report
 */
public record IntrusionTest(Optional<LocalDate> on, Optional<String> report) {}
