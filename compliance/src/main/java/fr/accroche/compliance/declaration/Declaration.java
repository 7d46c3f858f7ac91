package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a vendor declares: the one input that everything else comes from ({@code accroche.yaml}). Its references are
 * whole: each key that a part names exists.
 *
 * @param couloir the Ségur corridor
 * @param environment the environment
 * @param solution the name of the Solution Logicielle
 * @param mandataire the key of the chef de file mandataire
 * @param teleservices the services that the solution uses
 * @param actors by key
 * @param components by key
 * @param operations one per client_id
 * @param settings how the simulators behave where public documents are silent
 * @param lines where each part was written
 */
public record Declaration(
        Couloir couloir,
        Environment environment,
        String solution,
        String mandataire,
        List<Teleservice> teleservices,
        Map<String, Actor> actors,
        Map<String, Component> components,
        List<Operation> operations,
        Settings settings,
        SourceLines lines) {

    public Declaration {
        Objects.requireNonNull(couloir, "couloir");
        Objects.requireNonNull(environment, "environment");
        teleservices = List.copyOf(teleservices);
        actors = Map.copyOf(actors);
        components = Map.copyOf(components);
        operations = List.copyOf(operations);
    }

    public Optional<Operation> operation(String clientId) {
        return operations.stream()
                .filter(operation -> operation.clientId().value().equals(clientId))
                .findFirst();
    }

    public ComposantPrincipal lps(Operation operation) {
        return (ComposantPrincipal) components.get(operation.lps());
    }

    public ProxyEsante proxy(Operation operation) {
        return (ProxyEsante) components.get(operation.proxy());
    }

    public Actor operator(Operation operation) {
        return actors.get(operation.operator());
    }

    /** The structure whose idNatStruct the certificate's OU must be. */
    public Actor proxyOperator(Operation operation) {
        return actors.get(operation.proxyOperator());
    }

    /** The same with other operations; how a fault gives the register something else than what is declared. */
    public Declaration withOperations(List<Operation> others) {
        return new Declaration(
                couloir, environment, solution, mandataire, teleservices, actors, components, others, settings, lines);
    }

    /** The same in another corridor. */
    public Declaration withCouloir(Couloir other) {
        return new Declaration(
                other,
                environment,
                solution,
                mandataire,
                teleservices,
                actors,
                components,
                operations,
                settings,
                lines);
    }

    /** The same with other settings. */
    public Declaration withSettings(Settings others) {
        return new Declaration(
                couloir,
                environment,
                solution,
                mandataire,
                teleservices,
                actors,
                components,
                operations,
                others,
                lines);
    }
}
