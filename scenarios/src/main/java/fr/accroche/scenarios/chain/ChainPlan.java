package fr.accroche.scenarios.chain;

import fr.accroche.authserver.apipsc.ApiPscDefect;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.credential.CredentialDefect;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.proxy.ProxyDefects;
import fr.accroche.scenarios.lps.SeatedPerson;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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
 * @param defects how participants misbehave: constants of {@code ProxyDefect}, {@link ProxyModeDefect}, {@code LpsDefect},
 *     {@code ApiPscDefect} and {@code CredentialDefect}
 * @param person who sits before the LPS
 * @param faults what is asked of the simulators once they run, in this order; {@link FaultAct.Advance} moves the chain's clock
 *     at a step of the session
 * @param own what the vendor brings, where the certificate says nothing else
 */
public record ChainPlan(
        Declaration declared,
        Declaration registered,
        Settings settings,
        CertificatePlan certificate,
        Set<Enum<?>> defects,
        SeatedPerson person,
        List<PlannedFault> faults,
        OwnMaterial own) {

    public ChainPlan {
        Objects.requireNonNull(declared, "declared");
        Objects.requireNonNull(registered, "registered");
        defects = Set.copyOf(defects);
        Objects.requireNonNull(person, "person");
        faults = List.copyOf(faults);
        Objects.requireNonNull(own, "own");
    }

    /** One to which the vendor brings nothing. */
    public ChainPlan(
            Declaration declared,
            Declaration registered,
            Settings settings,
            CertificatePlan certificate,
            Set<Enum<?>> defects,
            SeatedPerson person,
            List<PlannedFault> faults) {
        this(declared, registered, settings, certificate, defects, person, faults, OwnMaterial.NONE);
    }

    /** Nothing wrong anywhere. */
    public static ChainPlan sound(Declaration declared) {
        return new ChainPlan(
                declared,
                declared,
                declared.settings(),
                CertificatePlan.SOUND,
                Set.of(),
                SeatedPerson.physician(),
                List.of());
    }

    /** What is declared, with the settings that are simulated. */
    Declaration simulated() {
        return declared.withSettings(settings);
    }

    /** With this changed in what is declared, of which the register holds as much. */
    public ChainPlan withDeclared(UnaryOperator<Declaration> change) {
        return new ChainPlan(
                change.apply(declared), change.apply(registered), settings, certificate, defects, person, faults, own);
    }

    /** With one operation declared otherwise, of which the register holds as much. */
    public ChainPlan withDeclared(Operation operation, UnaryOperator<Operation> change) {
        return withDeclared(other -> other.withOperations(other.operations().stream()
                .map(each -> each.clientId().equals(operation.clientId()) ? change.apply(each) : each)
                .toList()));
    }

    /** With these settings declared too, not only simulated. */
    public ChainPlan withDeclaredSettings(UnaryOperator<Settings> change) {
        return withSettings(change).withDeclared(other -> other.withSettings(change.apply(other.settings())));
    }

    public ChainPlan withRegistered(Declaration other) {
        return new ChainPlan(declared, other, settings, certificate, defects, person, faults, own);
    }

    public ChainPlan withSettings(UnaryOperator<Settings> change) {
        return new ChainPlan(declared, registered, change.apply(settings), certificate, defects, person, faults, own);
    }

    /**
     * With this wrong about the certificates too.
     *
     * @throws IllegalArgumentException if it cannot be wrong together with what is already
     */
    public ChainPlan withCertificate(CertificatePlan other) {
        return new ChainPlan(declared, registered, settings, certificate.and(other), defects, person, faults, own);
    }

    /** With another professional before the LPS. */
    public ChainPlan withPerson(SeatedPerson other) {
        return new ChainPlan(declared, registered, settings, certificate, defects, other, faults, own);
    }

    /** With what the vendor brings. */
    public ChainPlan withOwn(OwnMaterial brought) {
        return new ChainPlan(declared, registered, settings, certificate, defects, person, faults, brought);
    }

    /** With one more misbehaving participant. */
    public ChainPlan with(Enum<?> defect) {
        Set<Enum<?>> more = new HashSet<>(defects);
        more.add(defect);
        return withDefects(more);
    }

    /** With these defects and no others. */
    public ChainPlan withDefects(Set<? extends Enum<?>> all) {
        return new ChainPlan(declared, registered, settings, certificate, Set.copyOf(all), person, faults, own);
    }

    /** With one more fault on demand. */
    public ChainPlan withFault(Participant at, FaultOrder order) {
        List<PlannedFault> more = new ArrayList<>(faults);
        more.add(new PlannedFault(at, order));
        return new ChainPlan(declared, registered, settings, certificate, defects, person, more, own);
    }

    /**
     * A fault on demand that a chain begins with.
     *
     * @param at the simulator that plays it
     * @param order the fault
     */
    public record PlannedFault(Participant at, FaultOrder order) {}

    /** Those of the vendor's servers that would have to be simulated for this: what is broken on purpose is broken in ours. */
    public Set<Participant> missing() {
        Set<Participant> needed = EnumSet.noneOf(Participant.class);
        faults.forEach(fault -> needed.add(fault.at()));
        if (!defects(ApiPscDefect.class).isEmpty()) {
            needed.add(Participant.API_PSC);
        }
        if (!defects(CredentialDefect.class).isEmpty() || !registered.equals(declared)) {
            needed.add(Participant.CREDENTIAL_API);
        }
        needed.removeAll(Participant.of(declared));
        return needed;
    }

    /** The defects of one participant. */
    public <E extends Enum<E>> Set<E> defects(Class<E> of) {
        return defects.stream().filter(of::isInstance).map(of::cast).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the proxy is what goes wrong: it, the certificate that it shows, or a fault asked of it. */
    public boolean breaksProxy() {
        return !defects(ProxyDefect.class).isEmpty()
                || certificate != CertificatePlan.SOUND
                || faults.stream().anyMatch(fault -> fault.at() == Participant.PROXY);
    }

    /**
     * What the proxy does wrong, with what it needs for that.
     *
     * @param operation the one that its defects are about
     * @param credentialApi whom it is not to ask itself
     */
    ProxyDefects proxyDefects(Operation operation, URI credentialApi) {
        return new ProxyDefects(
                defects(ProxyDefect.class),
                otherClient(operation.clientId().value()),
                Optional.of(credentialApi),
                Optional.of("PROXY-0001"));
    }

    /** The mode that the proxy of an operation is set up in. */
    public ProxyEsante.Mode mode(Operation operation) {
        return ProxyModeDefect.acted(declared.proxy(operation).mode(), defects(ProxyModeDefect.class));
    }

    /** The client that is taken for this one by mistake: any other that is declared. */
    public Optional<String> otherClient(String clientId) {
        return declared.operations().stream()
                .map(operation -> operation.clientId().value())
                .filter(other -> !other.equals(clientId))
                .findFirst();
    }
}
