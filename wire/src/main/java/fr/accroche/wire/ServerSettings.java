package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * How a server listens.
 *
 * @param name for thread names and errors, for example {@code dmp}
 * @param address where; port 0 takes a free one
 * @param identity its SERV SSL certificate
 * @param clients what it does about client certificates
 * @param limits what it bears
 */
public record ServerSettings(
        String name, InetSocketAddress address, HeldCertificate identity, ClientAuthentication clients, Limits limits) {
    public ServerSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(limits, "limits");
    }

    /** The same with other limits. */
    public ServerSettings withLimits(Limits others) {
        return new ServerSettings(name, address, identity, clients, others);
    }
}
