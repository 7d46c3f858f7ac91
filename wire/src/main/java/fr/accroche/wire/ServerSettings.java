package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a server listens.
 *
 * @param name for thread names and errors, for example {@code dmp}
 * @param address where; port 0 takes a free one
 * @param identity its SERV SSL certificate; empty where it serves plain HTTP, as authorities publish in life
 * @param clients what it does about client certificates
 * @param limits what it bears
 * @param published the port by which others reach it, where something that passes connections on stands before it
 */
public record ServerSettings(
        String name,
        InetSocketAddress address,
        Optional<HeldCertificate> identity,
        ClientAuthentication clients,
        Limits limits,
        OptionalInt published) {
    public ServerSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(published, "published");
    }

    /** HTTPS. */
    public ServerSettings(
            String name,
            InetSocketAddress address,
            HeldCertificate identity,
            ClientAuthentication clients,
            Limits limits) {
        this(name, address, Optional.of(identity), clients, limits, OptionalInt.empty());
    }

    /** Plain HTTP, for what anyone may read and is signed itself. */
    public static ServerSettings plain(String name, InetSocketAddress address, Limits limits) {
        return new ServerSettings(
                name, address, Optional.empty(), new ClientAuthentication.None(), limits, OptionalInt.empty());
    }

    /** The same with other limits. */
    public ServerSettings withLimits(Limits others) {
        return new ServerSettings(name, address, identity, clients, others, published);
    }

    /** The same, reached by others through this port. */
    public ServerSettings withPublished(OptionalInt port) {
        return new ServerSettings(name, address, identity, clients, limits, port);
    }
}
