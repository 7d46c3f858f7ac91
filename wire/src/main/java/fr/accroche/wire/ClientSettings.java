package fr.accroche.wire;

import fr.accroche.certs.HeldCertificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a client connects.
 *
 * @param identity the certificate that it presents whenever a server asks, whatever authorities the server names; empty:
 *     none
 * @param trusted the roots that a server's chain must end at; names are always checked
 * @param connect for the connection and its handshake
 * @param response for the whole response; of a relayed request, for the head of its answer once the request has gone
 * @param stall of a relayed request, for the server to take the next piece of its body, or to send the next one of its
 *     answer
 * @param bodyBytes largest response body
 * @param connectionsPerHost kept open and used at once, per host and port; a further request waits within {@code connect}
 * @param onlySuite the one cipher suite that it offers, to be refused for; empty: those that every connection here offers
 */
public record ClientSettings(
        Optional<HeldCertificate> identity,
        List<X509Certificate> trusted,
        Duration connect,
        Duration response,
        Duration stall,
        int bodyBytes,
        int connectionsPerHost,
        Optional<String> onlySuite) {

    private static final Duration USUAL_STALL = Duration.ofSeconds(30);

    public ClientSettings {
        trusted = List.copyOf(trusted);
    }

    /** With the usual patience with a server that stalls in a relayed exchange. */
    public ClientSettings(
            Optional<HeldCertificate> identity,
            List<X509Certificate> trusted,
            Duration connect,
            Duration response,
            int bodyBytes,
            int connectionsPerHost,
            Optional<String> onlySuite) {
        this(identity, trusted, connect, response, USUAL_STALL, bodyBytes, connectionsPerHost, onlySuite);
    }

    public static ClientSettings trusting(List<X509Certificate> roots) {
        return new ClientSettings(
                Optional.empty(),
                roots,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                16 * 1024 * 1024,
                16,
                Optional.empty());
    }

    public ClientSettings presenting(HeldCertificate held) {
        return new ClientSettings(
                Optional.of(held), trusted, connect, response, stall, bodyBytes, connectionsPerHost, onlySuite);
    }

    /** The same with other roots. */
    public ClientSettings trustingInstead(List<X509Certificate> roots) {
        return new ClientSettings(identity, roots, connect, response, stall, bodyBytes, connectionsPerHost, onlySuite);
    }

    /** The same, but an answer may take this long. */
    public ClientSettings waiting(Duration forResponse) {
        return new ClientSettings(
                identity, trusted, connect, forResponse, stall, bodyBytes, connectionsPerHost, onlySuite);
    }

    public ClientSettings offeringOnly(String suite) {
        return new ClientSettings(
                identity, trusted, connect, response, stall, bodyBytes, connectionsPerHost, Optional.of(suite));
    }
}
