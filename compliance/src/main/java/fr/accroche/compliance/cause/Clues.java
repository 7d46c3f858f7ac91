package fr.accroche.compliance.cause;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is broken in one session and not yet explained, with what the declaration says of it.
 *
 * @param declaration what was declared
 * @param exchange the session
 * @param broken what rules found broken or in doubt, in the order of the rules
 */
record Clues(Declaration declaration, Exchange exchange, List<Finding> broken) {

    private static final Text ORDER = Text.of(
            "Commander un certificat ORG AUTH_CLI pour {0} sur la structure de l'opérateur du proxy ({1}, {2}).",
            "Order an ORG AUTH_CLI certificate for {0} on the structure of the proxy's operator ({1}, {2}).");

    private static final Text ORDER_FOR_NOBODY = Text.of(
            "Commander un certificat ORG AUTH_CLI dont le CN est un client_id déclaré, sur la structure de l'opérateur du proxy.",
            "Order an ORG AUTH_CLI certificate whose CN is a declared client_id, on the structure of the proxy's operator.");

    Clues {
        broken = List.copyOf(broken);
    }

    /** What these rules found. */
    Stream<Finding> of(String... rules) {
        List<RuleId> wanted = Arrays.stream(rules).map(RuleId::of).toList();
        return broken.stream().filter(finding -> wanted.contains(finding.rule()));
    }

    /** What these rules found, by what they observed, in order. */
    List<List<Finding>> byObserved(String... rules) {
        return by(of(rules), finding -> finding.observed().value());
    }

    static List<List<Finding>> by(Stream<Finding> findings, Function<Finding, ?> key) {
        return List.copyOf(findings.collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /** The same without what is explained. */
    Clues without(List<Finding> explained) {
        return new Clues(
                declaration,
                exchange,
                broken.stream().filter(finding -> !explained.contains(finding)).toList());
    }

    /** The declared operation of the session. */
    Optional<Operation> operation() {
        return exchange.clientId().flatMap(declaration::operation);
    }

    /** The calls of the step at which something was found. */
    Stream<Hop> hops(Finding finding) {
        return exchange.hops().stream()
                .filter(hop -> hop.stage() == finding.stage() && hop.server().equals(finding.server()));
    }

    /** Who writes the business request: the LPS, or a métier proxy in its place. */
    Owner author() {
        return operation()
                .map(declaration::proxy)
                .filter(proxy -> proxy.mode() == ProxyEsante.Mode.METIER)
                .map(proxy -> Owner.EDITEUR_PROXY)
                .orElse(Owner.EDITEUR_LPS);
    }

    /** The order for the session's right certificate. */
    Text order() {
        return operation().map(this::order).orElse(ORDER_FOR_NOBODY);
    }

    private Text order(Operation operation) {
        Actor operator = declaration.proxyOperator(operation);
        return ORDER.with(operation.clientId().value(), operator.idNatStruct(), operator.name());
    }
}
