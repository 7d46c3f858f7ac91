package fr.accroche.scenarios.probe;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The discovery document of a Pro Santé Connect: of this issuer (OpenID Connect Discovery §4.3), with the endpoints that the
 * chain calls, by https.
 *
 * @param issuer what stands before {@code /.well-known/} in its address
 * @param needed the members without which the chain cannot go on
 */
record DiscoveryAnswer(String issuer, List<String> needed) implements Probe.Expectation {

    /** Those that PSC has as well, and that a login by browser and a logout use. */
    private static final List<String> USUAL = List.of(
            "authorization_endpoint",
            "token_endpoint",
            "introspection_endpoint",
            "userinfo_endpoint",
            "end_session_endpoint",
            "jwks_uri",
            "backchannel_authentication_endpoint");

    private static final Text DOCUMENT = Text.of(
            "200 et un document de découverte JSON (OpenID Connect Discovery §4.2)",
            "200 and a discovery document in JSON (OpenID Connect Discovery §4.2)");
    private static final Text STATUS = Text.verbatim("HTTP {0}");
    private static final Text NO_JSON = Text.of("200 sans objet JSON", "200 without a JSON object");
    private static final Text RIGHT_ADDRESS = Text.of(
            "corriger url dans la déclaration, ou publier le document à cette adresse",
            "correct url in the declaration, or publish the document at this address");
    private static final Text ISSUER = Text.verbatim("issuer = {0} (OpenID Connect Discovery §4.3)");
    private static final Text SAME_ISSUER = Text.of(
            "publier l'émetteur sous lequel le document est servi, ou déclarer l'adresse de cet émetteur",
            "publish the issuer under which the document is served, or declare that issuer's address");
    private static final Text MEMBERS = Text.of("les membres {0}, en https", "the members {0}, by https");
    private static final Text LACKS = Text.of("il manque {0}", "{0} missing");
    private static final Text ADD = Text.of("ajouter au document ce qui manque", "add what is missing to the document");
    private static final Text SOUND = Text.of("document de découverte de {0}", "discovery document of {0}");

    @Override
    public Examined judge(Text subject, Response answer) {
        if (answer.status() != 200) {
            return Difference.fail(subject, DOCUMENT, STATUS.with(answer.status()), RIGHT_ADDRESS);
        }
        return document(answer)
                .map(found -> judge(subject, found))
                .orElseGet(() -> Difference.fail(subject, DOCUMENT, NO_JSON, RIGHT_ADDRESS));
    }

    static Optional<JsonObject> document(Response answer) {
        try {
            return Optional.of(Json.parseObject(answer.body()));
        } catch (JsonException noJson) {
            return Optional.empty();
        }
    }

    private Examined judge(Text subject, JsonObject document) {
        String found = document.text("issuer").orElse("");
        if (!found.equals(issuer)) {
            Text observed = Text.verbatim(new Observed(cut(found), "").shown());
            return Difference.fail(subject, ISSUER.with(issuer), observed, SAME_ISSUER);
        }
        String missing = missing(document, needed);
        if (!missing.isEmpty()) {
            return Difference.fail(subject, MEMBERS.with(String.join(", ", needed)), LACKS.with(missing), ADD);
        }
        String unusual = missing(document, USUAL);
        return unusual.isEmpty()
                ? Examined.ok(subject, SOUND.with(issuer))
                : Difference.warning(subject, MEMBERS.with(String.join(", ", USUAL)), LACKS.with(unusual), ADD);
    }

    private static String missing(JsonObject document, List<String> members) {
        return String.join(
                ", ",
                members.stream()
                        .filter(member -> endpoint(document, member).isEmpty())
                        .toList());
    }

    /** Where a client with a certificate calls an endpoint (RFC 8705 §5). */
    static Optional<URI> endpoint(JsonObject document, String member) {
        return Stream.of(document.object("mtls_endpoint_aliases").orElse(JsonObject.EMPTY), document)
                .flatMap(each -> each.text(member).stream())
                .findFirst()
                .flatMap(DiscoveryAnswer::secure);
    }

    private static Optional<URI> secure(String text) {
        try {
            URI uri = URI.create(text);
            return Optional.of(uri).filter(each -> "https".equals(each.getScheme()) && each.getHost() != null);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
