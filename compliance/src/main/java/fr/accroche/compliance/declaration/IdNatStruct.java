package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The national identifier of a structure: a type digit, then a FINESS, SIREN, SIRET, ADELI or RPPS-rang number
 * (nomenclature TRE_G07). In a client certificate it is the OU.
 *
 * @param value 10 to 15 digits; a FINESS may hold A or B
 */
public record IdNatStruct(String value) {
    public IdNatStruct {
        if (!value.matches("0[0-9AB]{9,11}|1[0-9AB]{9}|2[0-9]{9}|[34][0-9]{14}")) {
            throw new InvalidValueException(Text.of(
                            "un idNatStruct est 1 + FINESS (9), 2 + SIREN (9), 3 + SIRET (14), 4 + RPPS-rang (14) ou"
                                    + " 0 + cabinet ADELI, et non « {0} »",
                            "an idNatStruct is 1 + FINESS (9), 2 + SIREN (9), 3 + SIRET (14), 4 + RPPS-rang (14) or"
                                    + " 0 + ADELI cabinet, not '{0}'")
                    .with(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
