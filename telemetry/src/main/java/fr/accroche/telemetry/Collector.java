package fr.accroche.telemetry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where OTLP goes.
 *
 * @param base its address, without {@code /v1/traces} and {@code /v1/metrics}
 * @param headers that it wants, by name; secrets mostly
 */
public record Collector(URI base, Map<String, String> headers) {

    /** The standard's variable for {@link #headers} (OpenTelemetry, OTLP exporter configuration). */
    public static final String HEADERS_VARIABLE = "OTEL_EXPORTER_OTLP_HEADERS";

    public Collector {
        Objects.requireNonNull(base, "base");
        headers = Map.copyOf(headers);
    }

    /**
     * With the header fields of the standard's variable: {@code name=value,…}, percent-encoded. What is not of that form is left
     * out.
     */
    public static Collector at(URI base, String headers) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : headers.split(",")) {
            int equal = field.indexOf('=');
            if (equal > 0) {
                fields.put(decoded(field.substring(0, equal)), decoded(field.substring(equal + 1)));
            }
        }
        return new Collector(base, fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return text.strip();
        }
    }

    String traces() {
        return at("v1/traces");
    }

    String metrics() {
        return at("v1/metrics");
    }

    private String at(String signal) {
        String address = base.toString();
        return address + (address.endsWith("/") ? "" : "/") + signal;
    }

    /** Without the headers. */
    @Override
    public String toString() {
        return base.toString();
    }
}
