package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;

/**
 * The number of a homologation (DMP) or certification (INSi, ON). A secret of the software: never printed whole.
 *
 * @param value 1 to 64 printable characters; its real form is not public
 */
public record NumeroHomologation(String value) {
    public NumeroHomologation {
        OpaqueNumber.require(Text.of("un numéro d'homologation", "a homologation number"), value);
    }

    @Override
    public String toString() {
        return "NumeroHomologation[masked]";
    }
}
