package fr.accroche.wire;

import java.net.URI;
import java.util.Set;

/**
 * Where a request goes (RFC 9110 §4.3.1).
 *
 * @param host a name or an address, an IPv6 one without brackets
 * @param port the port
 * @param plain whether without TLS, which only this machine is spoken to
 */
record Origin(String host, int port, boolean plain) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The same, or plain HTTP on this machine (RFC 9110 §4.2.1), where nobody but it can listen.
     *
     * @throws IllegalArgumentException if the URI is neither
     */
    static Origin secureOrHere(URI uri) {
        boolean here = "http".equalsIgnoreCase(uri.getScheme())
                && uri.getRawUserInfo() == null
                && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        return here ? new Origin(unbracketed(uri.getHost()), uri.getPort() < 0 ? HTTP : uri.getPort(), true) : of(uri);
    }

    /** @throws IllegalArgumentException if the URI is no absolute https URI with a host */
    static Origin of(URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("expected https://host[:port]/..., observed " + uri.getScheme() + "://"
                    + uri.getHost() + " or a user before the host");
        }
        return new Origin(unbracketed(uri.getHost()), uri.getPort() < 0 ? HTTPS : uri.getPort(), false);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** For the Host header (RFC 9110 §7.2). */
    String authority() {
        return port == (plain ? HTTP : HTTPS) ? bracketed() : bracketed() + ":" + port;
    }

    @Override
    public String toString() {
        return bracketed() + ":" + port;
    }

    private String bracketed() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
