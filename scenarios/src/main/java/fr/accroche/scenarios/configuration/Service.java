package fr.accroche.scenarios.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What is called.
 *
 * @param url https, with a host, and a port from 1 to 65535 if any
 */
public record Service(URI url) {

    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65535;

    public Service {
        if (!"https".equalsIgnoreCase(url.getScheme()) || !canBeReached(url)) {
            throw new IllegalArgumentException("expected https://HOST[:PORT][/PATH]");
        }
    }

    /** Empty when the text is no such URL. */
    public static Optional<Service> parse(String text) {
        try {
            return Optional.of(new Service(new URI(text)));
        } catch (URISyntaxException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** Whether the URL names a host, and a port that there can be; what is before a host would be a password. */
    public static boolean canBeReached(URI url) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getPort() != 0
                && url.getPort() <= LAST_PORT;
    }

    /** Whether the host is an IP address, IPv6 in its brackets: {@link URI} takes no other host of digits and dots. */
    public boolean isAddress() {
        return url.getHost().matches("\\[.*]|[0-9.]+");
    }

    String host() {
        return url.getHost();
    }

    String authority() {
        return host() + ":" + (url.getPort() < 0 ? HTTPS : url.getPort());
    }

    String text() {
        return url.toASCIIString();
    }
}
