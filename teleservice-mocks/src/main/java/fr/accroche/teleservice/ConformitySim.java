package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import java.net.URI;
import java.security.KeyPair;
import java.util.Map;

/**
 * The ANS conformity API, {@code POST /signsessiondata} (docs/sources.md, ANS proxy): signs what the proxy says of
 * its session, so that who reads the signature later knows that the call came through. Any client may call it; no
 * software is compared.
 */
public final class ConformitySim implements AutoCloseable {

    private static final String PATH = "/signsessiondata";

    private final FaultBook faults;
    private final WireServer server;
    private final Introspector introspector;

    /**
     * @param server how it listens
     * @param introspection how it asks about tokens
     * @param key RSA; signs the answers
     * @param declared whether answers leave out the diagnosis that the real service does not give, and what becomes of calls
     *     that are refused
     * @param around what it shares with the process
     */
    public ConformitySim(
            ServerSettings server,
            IntrospectionSettings introspection,
            KeyPair key,
            Settings declared,
            Surroundings around) {
        this.introspector = new Introspector(introspection, around.runtime(), around.random());
        TokenGuard tokens = new TokenGuard(introspection, introspector, around.clock());
        HopBook book = new HopBook(server.name(), Teleservice.CONFORMITE, around, declared);
        this.faults = new FaultBook(around.clock(), around.state(), "conformity");
        OnDemand errors = new OnDemand(() -> new Problem(403, "Fault on demand").response());
        Routes routes = new AdminDoors(around.clock(), faults, Map.of(), around.state())
                .beside(Routes.none())
                .plus("POST", PATH, book.recording(faults, errors, new SignSessionData(tokens, key.getPrivate())))
                .plus("*", PATH, book.recording(Elsewhere::notAllowed))
                .plus("*", "/**", book.recording(Elsewhere::notFound));
        this.server = new WireServer(around.runtime(), server, routes, book.observer());
    }

    /**
     * Opens the port.
     *
     * @throws fr.accroche.wire.PortBusyException if another program has it
     */
    public ConformitySim start() {
        server.start();
        return this;
    }

    /** Where it listens, {@code https://host:port}; only once started. */
    public URI uri() {
        return server.uri();
    }

    /** Where session data are posted; only once started. */
    public URI endpoint() {
        return server.uri().resolve(PATH);
    }

    /** Its faults on demand; its one endpoint is {@code business}. */
    public FaultBook faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
        introspector.close();
    }
}
