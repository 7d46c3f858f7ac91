package fr.accroche.compliance.identity;

import java.util.Objects;

/**
 * One place and manner of practice: an activity of PSC's SubjectRefPro, and what an LPS opened there says of its user.
 *
 * @param structure where
 * @param mode TRE_R23: {@code L} on one's own account, {@code S} employed
 * @param sector TRE_R02, for example SA07
 * @param section of the order's table, for a pharmacist (TRE_G05)
 * @param role function (TRE_R21 or TRE_R85)
 * @param kind TRE_R22, for example {@code GENR01} for care
 * @param authority who registered it
 * @param billing identifiantFacturation for the Assurance Maladie: the establishment's FINESS, else its SIRET, else the
 *     professional's own number
 */
public record Situation(
        Structure structure,
        String mode,
        Coded sector,
        Coded section,
        Coded role,
        String kind,
        String authority,
        String billing) {

    public Situation {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(authority, "authority");
        Luhn.checked(billing);
    }
}
