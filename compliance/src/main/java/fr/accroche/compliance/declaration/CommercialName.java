package fr.accroche.compliance.declaration;

import java.util.Map;
import java.util.Optional;

/**
 * A name that a software is sold under.
 *
 * @param name as it shows on screen, and in LPS_Nom
 * @param nil its CNDA number, if it has one yet
 * @param homologations what the CNDA granted under that name, per téléservice
 */
public record CommercialName(String name, Optional<Nil> nil, Map<Teleservice, Homologation> homologations) {

    public CommercialName {
        homologations = Map.copyOf(homologations);
    }
}
