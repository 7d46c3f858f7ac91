package fr.accroche.scenarios.chain;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.scenarios.lps.SeatedPerson;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How a chain is built, before anything is started. A fault is a function on it; all else of the chain stays sound.
 *
 * @param declared what the vendor declared; the judge's yardstick
 * @param registered what the EDC PSC's register holds; the same in a sound chain
 * @param settings how the simulators behave
 * @param certificate the certificates of the session's client
 * @param defects how participants misbehave: constants of {@code ProxyDefect}, {@code LpsDefect}, {@code ApiPscDefect} and
 *     {@code CredentialDefect}
 * @param person who sits before the LPS
 */
public record ChainPlan(
        Declaration declared,
        Declaration registered,
        Settings settings,
        CertificatePlan certificate,
        Set<Enum<?>> defects,
        SeatedPerson person) {

    public ChainPlan {
        Objects.requireNonNull(declared, "declared");
        Objects.requireNonNull(registered, "registered");
        defects = Set.copyOf(defects);
        Objects.requireNonNull(person, "person");
    }

    /** Nothing wrong anywhere. */
    public static ChainPlan sound(Declaration declared) {
        return new ChainPlan(
                declared, declared, declared.settings(), CertificatePlan.SOUND, Set.of(), SeatedPerson.physician());
    }

    /** What is declared, with the settings that are simulated. */
    Declaration simulated() {
        return declared.withSettings(settings);
    }

    public ChainPlan withRegistered(Declaration other) {
        return new ChainPlan(declared, other, settings, certificate, defects, person);
    }

    public ChainPlan withSettings(UnaryOperator<Settings> change) {
        return new ChainPlan(declared, registered, change.apply(settings), certificate, defects, person);
    }

    public ChainPlan withCertificate(CertificatePlan other) {
        return new ChainPlan(declared, registered, settings, other, defects, person);
    }

    /** With another professional before the LPS. */
    public ChainPlan withPerson(SeatedPerson other) {
        return new ChainPlan(declared, registered, settings, certificate, defects, other);
    }

    /** With one misbehaving participant. */
    public ChainPlan with(Enum<?> defect) {
        return new ChainPlan(declared, registered, settings, certificate, Set.of(defect), person);
    }

    /** The defects of one participant. */
    public <E extends Enum<E>> Set<E> defects(Class<E> of) {
        return defects.stream().filter(of::isInstance).map(of::cast).collect(Collectors.toUnmodifiableSet());
    }

    /** The client whose token or certificate a proxy takes by mistake: any other that is declared. */
    public Optional<String> otherClient(String clientId) {
        return declared.operations().stream()
                .map(operation -> operation.clientId().value())
                .filter(other -> !other.equals(clientId))
                .findFirst();
    }
}
