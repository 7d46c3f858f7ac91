package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Reply;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A realm's metadata (RFC 8414 §2): what it serves, and nothing else. There is no authorization endpoint, hence no response
 * type; no id_token, hence nothing of OpenID Connect's own but the one member that its clients cannot read a document without.
 */
final class RealmMetadata {

    private final Realm realm;

    RealmMetadata(Realm realm) {
        this.realm = realm;
    }

    Reply answer(Call call) {
        return Reply.of(Response.of(200, "application/json", document().compact()));
    }

    private JsonObject document() {
        JsonObject document = JsonObject.EMPTY.with("issuer", realm.issuer()).with("jwks_uri", at("certs"));
        for (String endpoint : endpoints().members().keySet()) {
            document = document.with(endpoint, endpoints().text(endpoint).orElseThrow());
        }
        document = document.with("mtls_endpoint_aliases", endpoints())
                .with("response_types_supported", List.of())
                .with("subject_types_supported", texts("public"))
                .with("grant_types_supported", texts(ExchangeGuard.TOKEN_EXCHANGE, "refresh_token"))
                .with("token_endpoint_auth_methods_supported", texts("tls_client_auth"))
                .with("introspection_endpoint_auth_methods_supported", texts("tls_client_auth"))
                .with("revocation_endpoint_auth_methods_supported", texts("tls_client_auth"))
                .with("tls_client_certificate_bound_access_tokens", true);
        return realm.scopes().isEmpty()
                ? document
                : document.with(
                        "scopes_supported",
                        realm.scopes().stream().<Json>map(JsonText::new).toList());
    }

    private JsonObject endpoints() {
        return JsonObject.EMPTY
                .with("token_endpoint", at("token"))
                .with("introspection_endpoint", at("token/introspect"))
                .with("revocation_endpoint", at("revoke"));
    }

    private String at(String endpoint) {
        return realm.server().get() + realm.at(endpoint);
    }

    private static List<Json> texts(String... values) {
        return Stream.of(values).<Json>map(JsonText::new).toList();
    }
}
