package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * How a server listens.
 *
 * @param name for thread names and errors, for example {@code dmp}
 * @param address where; port 0 takes a free one
 * @param identity its SERV SSL certificate; empty where it serves plain HTTP, as authorities publish in life
 * @param clients what it does about client certificates
 * @param limits what it bears
 */
public record ServerSettings(
        String name,
        InetSocketAddress address,
        Optional<HeldCertificate> identity,
        ClientAuthentication clients,
        Limits limits) {
    public ServerSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(limits, "limits");
    }

    /** HTTPS. */
    public ServerSettings(
            String name,
            InetSocketAddress address,
            HeldCertificate identity,
            ClientAuthentication clients,
            Limits limits) {
        this(name, address, Optional.of(identity), clients, limits);
    }

    /** Plain HTTP, for what anyone may read and is signed itself. */
    public static ServerSettings plain(String name, InetSocketAddress address, Limits limits) {
        return new ServerSettings(name, address, Optional.empty(), new ClientAuthentication.None(), limits);
    }

    /** The same with other limits. */
    public ServerSettings withLimits(Limits others) {
        return new ServerSettings(name, address, identity, clients, others);
    }
}
