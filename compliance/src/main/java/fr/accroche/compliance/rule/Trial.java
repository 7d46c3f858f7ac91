package fr.accroche.compliance.rule;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.declaration.Validity;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule judges: one exchange, against the declaration, beside the other exchanges of the run.
 *
 * @param declaration what the vendor declared
 * @param exchange the exchange at hand
 * @param run every session of the run
 */
public record Trial(Declaration declaration, Exchange exchange, Sessions run) {

    /** One judged alone among these. */
    public Trial(Declaration declaration, Exchange exchange, List<Exchange> run) {
        this(declaration, exchange, new Sessions(run));
    }

    /** The hops of these stages. */
    public Stream<Hop> at(Stage... stages) {
        List<Stage> wanted = List.of(stages);
        return exchange.hops().stream().filter(hop -> wanted.contains(hop.stage()));
    }

    /** The business requests that reached a téléservice, the conformity API left out. */
    public Stream<Hop> atTeleservices() {
        return at(Stage.BUSINESS).filter(hop -> teleservice(hop).isPresent());
    }

    /** The renewals of tokens that were exchanged before (RFC 6749 §6). */
    public Stream<Hop> renewals() {
        return at(Stage.EXCHANGE)
                .filter(hop -> hop.value(Fact.GRANT_TYPE)
                        .filter("refresh_token"::equals)
                        .isPresent());
    }

    /** The téléservice of a hop; empty for the conformity API. */
    public Optional<Teleservice> teleservice(Hop hop) {
        return hop.value(Fact.TELESERVICE).flatMap(Teleservice::named).filter(Teleservice.HOMOLOGATED::contains);
    }

    /** The client that a hop says it is about, as the wire names it. */
    public Optional<Observed> client(Hop hop) {
        return hop.fact(Fact.CLIENT_ID)
                .or(() -> hop.fact(Fact.BEARER_CLIENT))
                .or(() -> hop.fact(Fact.CREDENTIAL_CLIENT_ID));
    }

    /** The declared operation of the client that a hop is about. */
    public Optional<Operation> operation(Hop hop) {
        return client(hop).map(Observed::value).flatMap(declaration::operation);
    }

    /** A value that an operation declares, with the line that declares it. */
    public Observed declared(Operation operation, String key, String value) {
        int index = declaration.operations().indexOf(operation);
        return new Observed(value, declaration.lines().at("operations[" + index + "]." + key));
    }

    /**
     * The number that a téléservice must receive with a request, as it may be kept, with the line that declares it. In a test
     * environment that is the test number, for who sends it.
     */
    public Optional<Observed> declaredNumber(Hop hop) {
        return testNumber(hop)
                .filter(number -> receivedNumber(hop).map(Observed::value).equals(Optional.of(number.value())))
                .or(() -> homologationNumber(hop));
    }

    private Optional<Observed> testNumber(Hop hop) {
        return operation(hop)
                .filter(operation -> declaration.environment() == Environment.TEST)
                .flatMap(operation -> operation
                        .pmt()
                        .flatMap(Pmt::testNumber)
                        .map(number -> declared(operation, "pmt.testNumber", Fact.LPS_NUMBER.redact(number))));
    }

    private Optional<Observed> homologationNumber(Hop hop) {
        return operation(hop)
                .map(declaration::lps)
                .flatMap(lps -> teleservice(hop)
                        .map(service -> new Observed(
                                lps.number(service)
                                        .map(NumeroHomologation::value)
                                        .map(Fact.LPS_NUMBER::redact)
                                        .orElse(""),
                                declaration.lines().at(lps.path() + ".homologations." + service.label()))));
    }

    /** When the number that a téléservice received counts, where it is the client's own. */
    public Optional<Validity> validity(Hop hop) {
        Optional<String> received = receivedNumber(hop).map(Observed::value);
        if (received.isPresent() && received.equals(testNumber(hop).map(Observed::value))) {
            return operation(hop).flatMap(Operation::pmt).map(Pmt::validity);
        }
        return received.filter(
                        number -> homologationNumber(hop).map(Observed::value).equals(Optional.of(number)))
                .flatMap(number -> operation(hop).map(declaration::lps))
                .flatMap(lps ->
                        teleservice(hop).map(service -> lps.homologations().get(service)))
                .map(Homologation::validity);
    }

    /** The number that a téléservice received, as it is kept; none where the request has none. */
    public Optional<Observed> receivedNumber(Hop hop) {
        return hop.fact(Fact.LPS_NUMBER).filter(number -> !number.value().isEmpty());
    }

    /** The client_id as declared, or as the hop says when it is not declared. */
    public Observed expectedClientId(Hop hop, Observed client) {
        return operation(hop)
                .map(operation -> declared(operation, "clientId", client.value()))
                .orElse(client);
    }
}
