package fr.accroche.wire;

import java.net.URI;

/**
 * Where a request goes (RFC 9110 §4.3.1).
 *
 * @param host a name or an address, an IPv6 one without brackets
 * @param port the port
 */
record Origin(String host, int port) {

    private static final int HTTPS = 443;

    /** @throws IllegalArgumentException if the URI is no absolute https URI with a host */
    static Origin of(URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("expected https://host[:port]/..., observed " + uri.getScheme() + "://"
                    + uri.getHost() + " or a user before the host");
        }
        String host = uri.getHost();
        boolean ipv6 = host.startsWith("[");
        return new Origin(
                ipv6 ? host.substring(1, host.length() - 1) : host, uri.getPort() < 0 ? HTTPS : uri.getPort());
    }

    /** For the Host header (RFC 9110 §7.2). */
    String authority() {
        return port == HTTPS ? bracketed() : bracketed() + ":" + port;
    }

    @Override
    public String toString() {
        return bracketed() + ":" + port;
    }

    private String bracketed() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
