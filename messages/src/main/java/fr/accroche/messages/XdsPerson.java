package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * A professional in XDS metadata, of whom the DMP wants identifier and both names.
 *
 * @param nationalId idNatPS
 * @param familyName not blank
 * @param givenName not blank
 */
public record XdsPerson(String nationalId, String familyName, String givenName) {

    private static final String AUTHORITY = "&1.2.250.1.71.4.2.1&ISO";

    public XdsPerson {
        Objects.requireNonNull(nationalId, "nationalId");
        Objects.requireNonNull(familyName, "familyName");
        Objects.requireNonNull(givenName, "givenName");
    }

    /** As a slot holds it (XCN): {@code 899900000011^DEMO^CAMILLE^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS}. */
    String xcn() {
        return Hl7Components.join(
                Hl7Components.escaped(nationalId),
                Hl7Components.escaped(familyName),
                Hl7Components.escaped(givenName),
                "",
                "",
                "",
                "",
                "",
                AUTHORITY,
                "D",
                "",
                "",
                "IDNPS");
    }

    /** Empty if identifier or a name lacks. */
    static Optional<XdsPerson> ofXcn(String text) {
        Hl7Components read = Hl7Components.of(text);
        XdsPerson person = new XdsPerson(read.get(1), read.get(2), read.get(3));
        boolean whole = !person.nationalId.isBlank() && !person.familyName.isBlank() && !person.givenName.isBlank();
        return whole ? Optional.of(person) : Optional.empty();
    }
}
