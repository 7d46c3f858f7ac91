package fr.accroche.proxy.metier;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.messages.VihfForm;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An LPS whose business requests the proxy builds: what it says of itself there. The proxy has no name or number of its own to
 * give.
 *
 * @param name LPS_Nom, ContexteLPS/LPS/Nom
 * @param version LPS_Version, ContexteLPS/LPS/Version
 * @param instance the installation's stable UUID
 * @param numbers homologation or certification number by route; a secret of the software
 * @param insiByCertificate whether INSi takes the structure's certificate instead of an Assertion PS
 * @param seal ORG_SIGN of the structure that operates the LPS: it signs the VIHF
 * @param vihf how the DMP wants it written
 * @param eai the non autonome add-on in the proxy that builds for a route, by route; the proxy itself builds for the others
 * @throws IllegalArgumentException if the instance is no UUID: beneath the arc of those it becomes an OID
 */
public record MetierLps(
        String name,
        String version,
        String instance,
        Map<String, String> numbers,
        boolean insiByCertificate,
        HeldCertificate seal,
        VihfForm vihf,
        Map<String, Eai> eai) {

    public MetierLps {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        if (!isUuid(instance)) {
            throw new IllegalArgumentException("the instance of an LPS is a UUID of 36 characters (RFC 9562 §4)");
        }
        numbers = Map.copyOf(numbers);
        Objects.requireNonNull(seal, "seal");
        Objects.requireNonNull(vihf, "vihf");
        eai = Map.copyOf(eai);
    }

    /** The same of another version. */
    public MetierLps ofVersion(String other) {
        return new MetierLps(name, other, instance, numbers, insiByCertificate, seal, vihf, eai);
    }

    /** A JDK reads shorter ones too, which would give another text than came. */
    private static boolean isUuid(String instance) {
        try {
            return UUID.fromString(instance).toString().equalsIgnoreCase(instance);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /**
     * A composant additionnel non autonome, integrated in the proxy.
     *
     * @param name as declared
     * @param number its own, by which it is known to the CNDA, and which no téléservice ever receives
     */
    public record Eai(String name, Optional<String> number) {
        public Eai {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(number, "number");
        }

        /** Keeps the number out of every log. */
        @Override
        public String toString() {
            return "Eai[" + name + "]";
        }
    }

    /** Keeps the numbers out of every log. */
    @Override
    public String toString() {
        return "MetierLps[" + name + " " + version + "]";
    }
}
