package fr.accroche.compliance.declaration;

/**
 * The national identifier of a structure: a type digit, then a FINESS, SIREN, SIRET, ADELI or RPPS-rang number
 * (nomenclature TRE_G07). In a client certificate it is the OU.
 *
 * @param value 10 to 15 digits; a FINESS may hold A or B
 */
public record IdNatStruct(String value) {
    public IdNatStruct {
        if (!value.matches("0[0-9AB]{9,11}|1[0-9AB]{9}|2[0-9]{9}|[34][0-9]{14}")) {
            throw new IllegalArgumentException(
                    "an idNatStruct is 1 + FINESS (9), 2 + SIREN (9), 3 + SIRET (14), 4 + RPPS-rang (14) or 0 + ADELI"
                            + " cabinet, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
