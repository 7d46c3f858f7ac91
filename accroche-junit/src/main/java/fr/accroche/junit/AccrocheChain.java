package fr.accroche.junit;

import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.certs.TrustFiles;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.IdNatStruct;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.scenarios.RunningChain;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.ProxyAddresses;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.report.Run;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A chain under a test: its addresses and certificates, its clock and faults, and what it says of the program that called it. */
public final class AccrocheChain implements AutoCloseable {

    private static final String WORK = "ACCROCHE_WORK";

    private final RunningChain chain;

    private AccrocheChain(RunningChain chain) {
        this.chain = chain;
    }

    static AccrocheChain start(ChainSource source, boolean ownProxy) {
        MovableClock clock = MovableClock.running(Clock.systemUTC());
        Declaration declaration = source.read(LocalDate.now(clock));
        WorkFolder folder = WorkFolder.in(work(), clock, KeySizes.REAL);
        SecureRandom random = new SecureRandom();
        return new AccrocheChain(
                ownProxy
                        ? RunningChain.aroundProxy(declaration, folder, clock, random)
                        : RunningChain.start(declaration, folder, clock, random));
    }

    /** That of the command line: keys are made once. */
    private static Path work() {
        String asked = System.getenv(WORK);
        return Path.of(asked == null || asked.isBlank() ? ".accroche" : asked).toAbsolutePath();
    }

    /** What is declared, and judged by. */
    public Declaration declaration() {
        return chain.declaration();
    }

    /** The declared client_ids, in their order. */
    public List<String> clientIds() {
        return declaration().operations().stream()
                .map(Operation::clientId)
                .map(Object::toString)
                .toList();
    }

    /** The address of a simulator. */
    public URI uri(Participant participant) {
        return chain.uri(participant);
    }

    /** PSC's metadata, and for each téléservice where tokens are exchanged and requests are sent: a proxy's configuration. */
    public ProxyAddresses addresses() {
        return chain.addresses();
    }

    /** The roots of the simulators' certificates, as files; {@link Material#sslContext} trusts them already. */
    public TrustFiles trust() {
        return chain.trust();
    }

    /** The certificate that a declared client_id is to present. */
    public Material client(String clientId) {
        return new Material(chain.clientCertificate(clientId));
    }

    /**
     * One as its authority delivers it to whoever orders it, right or wrong for this chain.
     *
     * @param clientId the CN
     * @param idNatStruct the OU
     */
    public Material issueClientCertificate(String clientId, String idNatStruct) {
        return new Material(chain.issueClientCertificate(clientId, new IdNatStruct(idNatStruct)));
    }

    /** A server certificate for a host of this machine, for a proxy under test to show to its LPS. */
    public Material issueServerCertificate(String host) {
        return new Material(chain.issueServerCertificate(host));
    }

    /** Moves the one clock of all the simulators on; the next test of the class finds it where it was. */
    public void advance(Duration by) {
        chain.clock().advance(by);
    }

    /** The one clock of all the simulators. */
    public MovableClock clock() {
        return chain.clock();
    }

    /**
     * Has a simulator fail at the next call of an endpoint, in the words of docs/simulators.md: {@code fault(PSC, "ciba", "status:503")}.
     *
     * @throws IllegalArgumentException saying what would have worked
     */
    public void fault(Participant at, String endpoint, String act) {
        FaultBook book = chain.faults(at);
        book.add(FaultOrder.next(endpoint, book.read(act)));
    }

    /**
     * Sessions through the proxy of the chain, by the simulated LPS of these client_ids one after the other, or of all.
     *
     * @return all that was seen in this test, and its judgement
     */
    public Run rehearse(String... clientIds) {
        return each(clientIds, chain::session);
    }

    /** The same through the proxy under test, at this address; plain HTTP on this machine will do. */
    public Run rehearse(URI proxy, String... clientIds) {
        return each(clientIds, clientId -> chain.session(clientId, proxy));
    }

    private interface Session {
        void of(String clientId) throws IOException;
    }

    private Run each(String[] clientIds, Session session) {
        try {
            for (String clientId : clientIds.length == 0 ? clientIds() : List.of(clientIds)) {
                session.of(clientId);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return run();
    }

    /** What was seen so far in this test, and its judgement. */
    public Run run() {
        return chain.judged();
    }

    /** What the servers noted so far in this test, by the time it began. */
    public List<Hop> journal() {
        return chain.hops();
    }

    /** Begins anew: an empty journal, no fault to come, the clock where it was. Before each test this is done already. */
    public void forget() {
        chain.forget();
    }

    @Override
    public void close() {
        chain.close();
    }
}
