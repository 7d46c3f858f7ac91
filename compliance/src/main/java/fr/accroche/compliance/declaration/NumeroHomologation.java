package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The number of a homologation (DMP) or certification (INSi, ON). A secret of the software: never printed whole.
 *
 * @param value 1 to 64 printable characters; its real form is not public
 */
public record NumeroHomologation(String value) {
    public NumeroHomologation {
        if (!value.matches("\\P{Cntrl}{1,64}")) {
            throw new InvalidValueException(Text.of(
                    "un numéro d'homologation fait 1 à 64 caractères imprimables",
                    "a homologation number is 1 to 64 printable characters"));
        }
    }

    @Override
    public String toString() {
        return "NumeroHomologation[masked]";
    }
}
