package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a vendor declares: the one input that everything else comes from ({@code accroche.yaml}). Its references are
 * whole: each key that a part names exists.
 *
 * @param couloir the Ségur corridor
 * @param environment the environment
 * @param solutions what is candidated with; several where they share a proxy
 * @param actors by key, in the order of the file
 * @param components by key, in the order of the file
 * @param operations one per client_id
 * @param settings how the simulators behave where public documents are silent
 * @param participants who plays each link of the chain
 * @param waivers findings that the vendor takes upon itself
 * @param lines where each part was written
 */
public record Declaration(
        Couloir couloir,
        Environment environment,
        List<Solution> solutions,
        Map<String, Actor> actors,
        Map<String, Component> components,
        List<Operation> operations,
        Settings settings,
        Participants participants,
        List<Waiver> waivers,
        SourceLines lines) {

    public Declaration {
        Objects.requireNonNull(couloir, "couloir");
        Objects.requireNonNull(environment, "environment");
        solutions = List.copyOf(solutions);
        actors = Collections.unmodifiableMap(new LinkedHashMap<>(actors));
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        operations = List.copyOf(operations);
        Objects.requireNonNull(participants, "participants");
        waivers = List.copyOf(waivers);
    }

    /** One whose chain is all simulated. */
    public Declaration(
            Couloir couloir,
            Environment environment,
            List<Solution> solutions,
            Map<String, Actor> actors,
            Map<String, Component> components,
            List<Operation> operations,
            Settings settings,
            List<Waiver> waivers,
            SourceLines lines) {
        this(
                couloir,
                environment,
                solutions,
                actors,
                components,
                operations,
                settings,
                Participants.SIMULATED,
                waivers,
                lines);
    }

    /** The names of its solutions. */
    public String title() {
        return solutions.stream().map(Solution::name).collect(Collectors.joining(", "));
    }

    /** The services of its solutions that are simulated. */
    public List<Teleservice> teleservices() {
        return solutions.stream()
                .map(Solution::teleservices)
                .flatMap(Collection::stream)
                .filter(Teleservice::simulated)
                .distinct()
                .toList();
    }

    /**
     * The simulated services that an operation calls: those it names; else for an autonome add-on those it takes over; else
     * those of the solution, without those that an add-on of another operator calls under its own client_id (operator
     * table, last row).
     */
    public List<Teleservice> teleservices(Operation operation) {
        return called(operation).stream().filter(Teleservice::simulated).toList();
    }

    /** Whether an operation calls services, and none of them is simulated: nothing of it can be run. */
    public boolean callsOnlyWhatIsNotSimulated(Operation operation) {
        List<Teleservice> called = called(operation);
        return !called.isEmpty() && called.stream().noneMatch(Teleservice::simulated);
    }

    private List<Teleservice> called(Operation operation) {
        if (!operation.teleservices().isEmpty()) {
            return operation.teleservices();
        }
        if (lps(operation) instanceof ComposantAdditionnel.Autonome autonome) {
            return autonome.functions();
        }
        List<Teleservice> elsewhere = all(ComposantAdditionnel.Autonome.class)
                .filter(autonome -> autonome.instances().stream()
                        .anyMatch(instance -> instance.lps().equals(operation.lps())
                                && instance.lpsOperator().equals(operation.operator())
                                && !instance.sameOperator()))
                .flatMap(autonome -> autonome.functions().stream())
                .toList();
        return solutionsOf(lps(operation))
                .flatMap(solution -> solution.teleservices().stream())
                .filter(service -> !elsewhere.contains(service))
                .distinct()
                .toList();
    }

    private Stream<Solution> solutionsOf(LogicielUtilisateur software) {
        return solutions.stream()
                .filter(solution -> !(software instanceof ComposantPrincipal principal) || solution.has(principal));
    }

    /** The components of one type, in the order of the file. */
    public <C extends Component> Stream<C> all(Class<C> type) {
        return components.values().stream().filter(type::isInstance).map(type::cast);
    }

    public Optional<Operation> operation(String clientId) {
        return operations.stream()
                .filter(operation -> operation.clientId().value().equals(clientId))
                .findFirst();
    }

    /** The software whose client_id it is. */
    public LogicielUtilisateur lps(Operation operation) {
        return (LogicielUtilisateur) components.get(operation.lps());
    }

    public ProxyEsante proxy(Operation operation) {
        return (ProxyEsante) components.get(operation.proxy());
    }

    /** The non autonome add-ons that a component integrates. */
    public List<NonAutonome> integratedIn(Component component) {
        return all(NonAutonome.class)
                .filter(addOn ->
                        addOn.integratedIn().filter(component.id()::equals).isPresent())
                .toList();
    }

    /** Those that an operation's software and its proxy integrate. */
    public List<NonAutonome> integratedIn(Operation operation) {
        return Stream.of(lps(operation), proxy(operation))
                .flatMap(component -> integratedIn(component).stream())
                .toList();
    }

    public Actor operator(Operation operation) {
        return actors.get(operation.operator());
    }

    /** The structure whose idNatStruct the certificate's OU must be. */
    public Actor proxyOperator(Operation operation) {
        return actors.get(operation.proxyOperator());
    }

    /** The place of an operation in the declaration, for example {@code operations[0]}. */
    public String path(Operation operation) {
        return "operations[" + operations.indexOf(operation) + "]";
    }

    /** The same with other operations; how a fault gives the register something else than what is declared. */
    public Declaration withOperations(List<Operation> others) {
        return new Declaration(
                couloir, environment, solutions, actors, components, others, settings, participants, waivers, lines);
    }

    /** The same with another component in the place of the one that has its key. */
    public Declaration withComponent(Component other) {
        Map<String, Component> others = new LinkedHashMap<>(components);
        others.put(other.id(), other);
        return new Declaration(
                couloir, environment, solutions, actors, others, operations, settings, participants, waivers, lines);
    }

    /** The same in another corridor. */
    public Declaration withCouloir(Couloir other) {
        return new Declaration(
                other, environment, solutions, actors, components, operations, settings, participants, waivers, lines);
    }

    /** The same with other participants. */
    public Declaration withParticipants(Participants others) {
        return new Declaration(
                couloir, environment, solutions, actors, components, operations, settings, others, waivers, lines);
    }

    /** The same with other settings. */
    public Declaration withSettings(Settings others) {
        return new Declaration(
                couloir, environment, solutions, actors, components, operations, others, participants, waivers, lines);
    }
}
