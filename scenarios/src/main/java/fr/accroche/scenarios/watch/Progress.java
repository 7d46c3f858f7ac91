package fr.accroche.scenarios.watch;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far the sessions of one client_id are.
 *
 * @param operation whose
 * @param sessions those that were seen of it, in the order they began
 * @param called the téléservices that answered one of them with success
 * @param expected those that it is declared to call
 */
record Progress(Operation operation, List<Exchange> sessions, Set<Teleservice> called, Set<Teleservice> expected) {

    private static final Set<Stage> ENDS = EnumSet.of(Stage.PROXY_DISCONNECT, Stage.PSC_LOGOUT);
    private static final Set<Stage> AT_THE_PROXY =
            EnumSet.of(Stage.PROXY_CONNECT, Stage.PROXY_SEND, Stage.PROXY_DISCONNECT);

    static Progress of(Declaration declaration, Operation operation, List<Exchange> exchanges) {
        String client = operation.clientId().value();
        List<Exchange> sessions = exchanges.stream()
                .filter(exchange -> exchange.clientId().equals(Optional.of(client)))
                .toList();
        Set<Teleservice> called = EnumSet.noneOf(Teleservice.class);
        sessions.stream()
                .flatMap(session -> session.hops().stream())
                .filter(hop -> hop.stage() == Stage.BUSINESS && hop.succeeded())
                .flatMap(hop -> hop.value(Fact.TELESERVICE).flatMap(Teleservice::named).stream())
                .forEach(called::add);
        Set<Teleservice> expected = EnumSet.noneOf(Teleservice.class);
        expected.addAll(declaration.teleservices(operation));
        return new Progress(operation, sessions, called, expected);
    }

    /** What is still to be called. */
    List<Teleservice> missing() {
        return expected.stream().filter(service -> !called.contains(service)).toList();
    }

    /** The session that goes on, or the last one. */
    Optional<Exchange> last() {
        return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.get(sessions.size() - 1));
    }

    /** Whether a session was closed: at the proxy, or at PSC, which is all that is seen of a vendor's. */
    static boolean over(Exchange session) {
        return session.hops().stream().anyMatch(hop -> ENDS.contains(hop.stage()) && hop.succeeded());
    }

    boolean over() {
        return last().filter(Progress::over).isPresent();
    }

    /** Whether PSC asked the professional, who has not answered yet. */
    boolean waitsForProfessional() {
        return last().filter(session -> at(session, Stage.PSC_CIBA) && !at(session, Stage.PSC_TOKEN))
                .isPresent();
    }

    /** Whether a session is open. */
    boolean open() {
        return last().filter(session -> at(session, Stage.PSC_TOKEN) && !over(session))
                .isPresent();
    }

    private static boolean at(Exchange session, Stage stage) {
        return session.hops().stream().anyMatch(hop -> hop.stage() == stage && hop.succeeded());
    }

    /** Whether nothing but the proxy's own notes is there: it refused before it asked anybody. */
    boolean stoppedAtTheProxy() {
        return last().filter(session -> session.hops().stream().map(Hop::stage).allMatch(AT_THE_PROXY::contains))
                .isPresent();
    }
}
