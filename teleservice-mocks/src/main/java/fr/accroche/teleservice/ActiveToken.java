package fr.accroche.teleservice;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.List;
import java.util.Optional;

/**
 * What the authorization server says of a token that it holds active.
 *
 * @param client the client that it was issued to
 * @param person SubjectNameID, the professional's national identifier
 * @param audience the services that it is for
 * @param binding the certificate that it is bound to
 * @param claims all that was said, for the user's stubs
 */
record ActiveToken(
        Optional<String> client,
        Optional<String> person,
        List<String> audience,
        Optional<TokenBinding> binding,
        JsonObject claims) {

    /** Reads an introspection response (RFC 7662 §2.2, RFC 8705 §3.2). */
    static ActiveToken of(JsonObject introspection) {
        return new ActiveToken(
                introspection.text("azp").or(() -> introspection.text("client_id")),
                introspection.text("SubjectNameID"),
                introspection.get("aud").map(ActiveToken::texts).orElse(List.of()),
                introspection.object("cnf").flatMap(cnf -> cnf.text("x5t#S256")).map(TokenBinding::of),
                introspection);
    }

    /** Keeps the claims out of every log. */
    @Override
    public String toString() {
        return "ActiveToken[client=" + client.orElse("-") + ", audience=" + audience + "]";
    }

    private static List<String> texts(Json audience) {
        if (audience instanceof JsonArray several) {
            return several.items().stream()
                    .flatMap(item -> texts(item).stream())
                    .toList();
        }
        return audience instanceof JsonText one ? List.of(one.value()) : List.of();
    }
}
