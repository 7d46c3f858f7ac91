package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * A structure in XDS metadata.
 *
 * @param name not blank
 * @param nationalId idNatStruct
 */
public record XdsInstitution(String name, String nationalId) {

    private static final String AUTHORITY = "&1.2.250.1.71.4.2.2&ISO";

    public XdsInstitution {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(nationalId, "nationalId");
    }

    /** As a slot holds it (XON): {@code CABINET DEMO^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^499900000011000}. */
    String xon() {
        return Hl7Components.join(
                Hl7Components.escaped(name),
                "",
                "",
                "",
                "",
                AUTHORITY,
                "IDNST",
                "",
                "",
                Hl7Components.escaped(nationalId));
    }

    /** Empty if name or identifier lacks. */
    static Optional<XdsInstitution> ofXon(String text) {
        Hl7Components read = Hl7Components.of(text);
        XdsInstitution institution = new XdsInstitution(read.get(1), read.get(10));
        boolean whole = !institution.name.isBlank() && !institution.nationalId.isBlank();
        return whole ? Optional.of(institution) : Optional.empty();
    }
}
