package fr.accroche.compliance.declaration;

import java.util.Optional;

/**
 * A name that a software is sold under.
 *
 * @param name as it shows on screen, and in LPS_Nom
 * @param nil its CNDA number, if it has one yet
 */
public record CommercialName(String name, Optional<Nil> nil) {}
