package fr.accroche.scenarios.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What is called.
 *
 * @param url https, with a host
 */
public record Service(URI url) {

    private static final int HTTPS = 443;

    public Service {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null || url.getRawUserInfo() != null) {
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
