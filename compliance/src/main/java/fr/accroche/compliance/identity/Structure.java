package fr.accroche.compliance.identity;

import fr.accroche.compliance.declaration.IdNatStruct;
import java.util.Objects;

/**
 * A fictive structure where professionals practise. Each number has a right key, or is empty.
 *
 * @param technicalId identifiantTechniqueDeLaStructure and SubjectOrganizationID at PSC
 * @param idNatStruct the national identifier; Identifiant_Structure of a VIHF
 * @param name raison sociale
 * @param siret SIRET of the site
 * @param finess FINESS of the site
 * @param legalFiness FINESS of the legal entity
 * @param address where
 * @param phone ten digits, of a range that rings nowhere
 * @param email of a domain that does not exist (RFC 2606 §2)
 */
public record Structure(
        String technicalId,
        IdNatStruct idNatStruct,
        String name,
        String siret,
        String finess,
        String legalFiness,
        Address address,
        String phone,
        String email) {

    private static final int SIREN = 9;

    public Structure {
        Objects.requireNonNull(technicalId, "technicalId");
        Luhn.checked(idNatStruct.value().substring(1));
        Objects.requireNonNull(name, "name");
        Luhn.checked(siret);
        Luhn.checked(finess);
        Luhn.checked(legalFiness);
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(email, "email");
    }

    /** The first nine digits of the SIRET, or nothing. */
    public String siren() {
        return siret.isEmpty() ? "" : siret.substring(0, SIREN);
    }
}
