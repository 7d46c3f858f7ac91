package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is told of a hop, by the names of OpenTelemetry's semantic conventions, which the Elastic Common Schema shares; what these
 * have no name for begins with {@code accroche.}.
 */
final class HopFields {

    private static final Pattern CALL = Pattern.compile("([A-Z]{1,20}) (/\\S*)");
    private static final Pattern TLS = Pattern.compile("TLSv([0-9.]+)");

    /** The methods that the conventions know; another is {@code _OTHER}. */
    private static final Set<String> METHODS =
            Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

    private static final Map<String, Fact> NOTED = Map.of(
            "accroche.teleservice", Fact.TELESERVICE,
            "accroche.grant_type", Fact.GRANT_TYPE,
            "accroche.fault_on_demand", Fact.FAULT_ON_DEMAND,
            "accroche.refusal_withheld", Fact.REFUSAL_WITHHELD,
            "accroche.left_undone", Fact.LEFT_UNDONE);

    private HopFields() {}

    static JsonObject of(TracedHop traced) {
        Hop hop = traced.hop();
        JsonObject fields = JsonObject.EMPTY.with("accroche.stage", hop.stage().name());
        Matcher call = CALL.matcher(hop.call());
        if (call.matches()) {
            fields = fields.with("http.request.method", method(call.group(1)));
            fields = fields.with("url.path", call.group(2));
        }
        if (hop.status() > 0) {
            fields = fields.with("http.response.status_code", hop.status());
        }
        fields = fields.with("error.type", errorType(traced).orElse(null))
                .with("accroche.client_id", clientId(hop).orElse(null));
        if (!hop.breaches().isEmpty()) {
            fields = fields.with("accroche.rules", JsonArray.ofTexts(rules(hop)));
        }
        if (!traced.shift().isZero()) {
            fields = fields.with("accroche.clock_shift_ms", traced.shift().toMillis());
        }
        return noted(hop, tls(hop, certificate(hop, fields)));
    }

    /** The rules that were broken, each once. */
    static List<String> rules(Hop hop) {
        return hop.breaches().stream()
                .map(breach -> breach.rule().value())
                .distinct()
                .toList();
    }

    /** GET, or another of those that are few. */
    static Optional<String> method(Hop hop) {
        Matcher call = CALL.matcher(hop.call());
        return call.matches() ? Optional.of(method(call.group(1))) : Optional.empty();
    }

    private static String method(String name) {
        return METHODS.contains(name) ? name : "_OTHER";
    }

    private static Optional<String> errorType(TracedHop traced) {
        Hop hop = traced.hop();
        return traced.failed()
                ? hop.answer().map(Observed::plain).or(() -> Optional.of(String.valueOf(hop.status())))
                : Optional.empty();
    }

    private static Optional<String> clientId(Hop hop) {
        return hop.value(Fact.CLIENT_ID)
                .or(() -> hop.value(Fact.BEARER_CLIENT))
                .or(() -> hop.value(Fact.CREDENTIAL_CLIENT_ID));
    }

    private static JsonObject certificate(Hop hop, JsonObject fields) {
        Optional<ObservedCertificate> shown = hop.client().presented();
        return fields.with(
                        "tls.client.subject",
                        shown.map(ObservedCertificate::subject).orElse(null))
                .with(
                        "accroche.client_certificate.cn",
                        shown.flatMap(ObservedCertificate::commonName).orElse(null))
                .with(
                        "accroche.client_certificate.ou",
                        shown.flatMap(ObservedCertificate::organisationalUnit).orElse(null));
    }

    private static JsonObject tls(Hop hop, JsonObject fields) {
        Optional<String> version = hop.value(Fact.TLS_PROTOCOL)
                .map(TLS::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1));
        return fields.with("tls.protocol.version", version.orElse(null))
                .with("tls.cipher", hop.value(Fact.TLS_SUITE).orElse(null));
    }

    private static JsonObject noted(Hop hop, JsonObject fields) {
        JsonObject all = fields;
        for (Map.Entry<String, Fact> each : NOTED.entrySet()) {
            all = all.with(each.getKey(), hop.value(each.getValue()).orElse(null));
        }
        return all;
    }
}
