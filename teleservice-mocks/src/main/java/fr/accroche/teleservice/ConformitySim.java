package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireServer;
import java.net.URI;
import java.security.KeyPair;

/**
 * The ANS conformity API, {@code POST /signsessiondata} (docs/sources.md, ANS proxy): signs what the proxy says of
 * its session, so that who reads the signature later knows that the call came through. Any client may call it; no
 * software is compared.
 */
public final class ConformitySim implements AutoCloseable {

    private static final String PATH = "/signsessiondata";

    private final WireServer server;
    private final Introspector introspector;

    /**
     * @param server how it listens
     * @param introspection how it asks about tokens
     * @param key RSA; signs the answers
     * @param realistic whether answers leave out the diagnosis that the real service does not give
     * @param around what it shares with the process
     */
    public ConformitySim(
            ServerSettings server,
            IntrospectionSettings introspection,
            KeyPair key,
            boolean realistic,
            Surroundings around) {
        this.introspector = new Introspector(introspection, around.runtime(), around.random());
        TokenGuard tokens = new TokenGuard(introspection, introspector, around.clock());
        HopBook book = new HopBook(server.name(), Teleservice.CONFORMITE, around, realistic);
        Routes routes = Routes.none()
                .plus("POST", PATH, book.recording(new SignSessionData(tokens, key.getPrivate())))
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

    @Override
    public void close() {
        server.close();
        introspector.close();
    }
}
