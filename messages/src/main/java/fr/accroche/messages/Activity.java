package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * Where and as what a professional acts, as assertions say it; what there is not stays empty, and the téléservice refuses.
 *
 * @param structure idNatStruct of the structure; the DMP
 * @param sector bare code, for example {@code SA07}
 * @param billing identifiantFacturation; INSi and ON
 * @param amoSpeciality the speciality as the Assurance Maladie numbers it, of physicians; INSi and ON
 * @param gipProfessionCode of who has several professions; INSi and ON
 */
public record Activity(
        String structure,
        String sector,
        String billing,
        Optional<String> amoSpeciality,
        Optional<String> gipProfessionCode) {

    public Activity {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(billing, "billing");
        Objects.requireNonNull(amoSpeciality, "amoSpeciality");
        Objects.requireNonNull(gipProfessionCode, "gipProfessionCode");
    }
}
