package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.AssertionChoices.Signature;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What INSi and ON ask of a request: its contexts, and its Assertion PS. Each has a default and its reason in
 * docs/settings.md.
 *
 * @param base where {@code lps} is, with a slash at each end
 * @param signature of the Assertion PS
 * @param nameQualifiers those that its NameID may have
 * @param attributes those that it must have
 * @param idam the form of a certification number
 * @param r the value of IDAM's attribute {@code R}; another is reported
 * @param schema what is done of contexts and bodies that their schema does not allow
 * @param clockTolerance how far {@code Temps} may be from the service's clock
 * @param clock what is done of one that is further
 * @param severity how the business faults spell the worst severity
 * @param faults the codes of faults, by cause, where another is wanted than the simulator's own
 */
public record TlsiChoices(
        String base,
        Signature signature,
        Set<String> nameQualifiers,
        Set<String> attributes,
        Idam idam,
        String r,
        Leniency schema,
        Duration clockTolerance,
        Leniency clock,
        Severity severity,
        Map<FaultCause, String> faults) {

    public static final TlsiChoices DEFAULT = new TlsiChoices(
            "/",
            Signature.OPTIONAL,
            Set.of("PSC"),
            Set.of("identifiantFacturation"),
            Idam.OPAQUE,
            "4",
            Leniency.REFUSE,
            Duration.ofMinutes(5),
            Leniency.WARN,
            Severity.FATAL,
            Map.of());

    public TlsiChoices {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(signature, "signature");
        nameQualifiers = Set.copyOf(nameQualifiers);
        attributes = Set.copyOf(attributes);
        Objects.requireNonNull(idam, "idam");
        Objects.requireNonNull(r, "r");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(clockTolerance, "clockTolerance");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(severity, "severity");
        faults = Map.copyOf(faults);
    }

    /** The form of a certification number. */
    public enum Idam {
        /** Whatever the register knows. */
        OPAQUE,
        /** Twelve capitals and digits, as the two real ones in public are; another is reported. */
        TWELVE
    }

    /** How the worst severity is spelt. */
    public enum Severity {
        /** As it is seen on the wire. */
        FATAL,
        /** As the schema has it. */
        FATALE
    }
}
