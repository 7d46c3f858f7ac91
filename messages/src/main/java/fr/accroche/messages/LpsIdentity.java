package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * What a software says of itself: {@code LPS_*} in a VIHF, {@code ContexteLPS/LPS} for INSi and ON. All is
 * optional, since it is read from messages in which anything may lack, and written into messages made to be
 * refused.
 *
 * @param name LPS_Nom; Nom, bare or as {@code urn:lps:name:version}
 * @param version LPS_Version; Version
 * @param id LPS_ID, OID-like; Instance, the UUID of the installation
 * @param number what the CNDA gave it, a secret: LPS_ID_HOMOLOGATION_DMP; IDAM
 */
public record LpsIdentity(
        Optional<String> name, Optional<String> version, Optional<String> id, Optional<String> number) {

    /** Says nothing. */
    public static final LpsIdentity NONE =
            new LpsIdentity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public LpsIdentity {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
    }

    public static LpsIdentity of(String name, String version, String id, String number) {
        return new LpsIdentity(Optional.of(name), Optional.of(version), Optional.of(id), Optional.of(number));
    }

    public LpsIdentity withNumber(Optional<String> other) {
        return new LpsIdentity(name, version, id, other);
    }

    /** Keeps the number out of every log. */
    @Override
    public String toString() {
        return "LpsIdentity[name=%s, version=%s, number %s]"
                .formatted(name.orElse("-"), version.orElse("-"), number.isPresent() ? "given" : "absent");
    }
}
