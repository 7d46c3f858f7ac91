package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A right granted by the EDC PSC.
 *
 * @param profile which
 * @param grantedOn since when
 * @param suspendedOn since when it no longer counts; empty if it does
 */
public record Habilitation(Profil profile, LocalDate grantedOn, Optional<LocalDate> suspendedOn) {}
