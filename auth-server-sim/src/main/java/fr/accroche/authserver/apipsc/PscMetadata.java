package fr.accroche.authserver.apipsc;

import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a PSC says that its endpoints are.
 *
 * @param endpoints those that it names
 * @param read when
 */
record PscMetadata(Map<PscEndpoint, URI> endpoints, Instant read) {

    /** PSC may move: not for long, and not asked at every exchange. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    static final PscMetadata NONE = new PscMetadata(Map.of(), Instant.MIN);

    PscMetadata {
        endpoints = Map.copyOf(endpoints);
    }

    /**
     * Reads a discovery document. A server with a certificate uses the mTLS aliases where there are any (RFC 8705 §5). What is
     * no https address is left out.
     *
     * @throws IllegalArgumentException if the document is of another issuer (OpenID Connect Discovery §4.3)
     */
    static PscMetadata read(JsonObject document, String issuer, Instant now) {
        if (!document.text("issuer").orElse("").equals(issuer)) {
            throw new IllegalArgumentException("PSC's discovery document is of another issuer");
        }
        JsonObject aliases = document.object("mtls_endpoint_aliases").orElse(JsonObject.EMPTY);
        Map<PscEndpoint, URI> endpoints = new EnumMap<>(PscEndpoint.class);
        for (PscEndpoint endpoint : PscEndpoint.values()) {
            aliases.text(endpoint.member())
                    .or(() -> document.text(endpoint.member()))
                    .flatMap(PscMetadata::secure)
                    .ifPresent(uri -> endpoints.put(endpoint, uri));
        }
        return new PscMetadata(endpoints, now);
    }

    private static Optional<URI> secure(String text) {
        try {
            URI uri = new URI(text);
            return Optional.of(uri).filter(each -> "https".equals(each.getScheme()) && each.getHost() != null);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    boolean fresh(Instant now) {
        return !now.isBefore(read) && now.isBefore(read.plus(KEPT));
    }
}
