package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Endpoints;
import fr.accroche.authserver.Reply;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenAlgorithm;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenEncryption;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The provider's metadata (OpenID Connect Discovery §3, CIBA Core §4): exactly what is served here, and the members that the
 * ANS proxy cannot do without. No client certificate is asked for: that proxy shows none.
 */
final class Discovery {

    /** What PSC advertises as scopes, but for those of Keycloak's own. */
    static final List<String> SCOPES = List.of(
            "openid",
            "scope_all",
            "scope_1",
            "scope_2",
            "profile",
            "identity",
            "rpps",
            "referentiel",
            "eidas1",
            "eidas2",
            "acr",
            "basic",
            "email",
            "phone",
            "address",
            "interop",
            "offline_access");

    private static final List<String> AUTHENTICATIONS =
            List.of("tls_client_auth", "client_secret_basic", "client_secret_post");

    private static final List<String> SIGNATURES =
            Arrays.stream(IdTokenAlgorithm.values()).map(Enum::name).toList();

    private static final List<String> ENCRYPTIONS = Arrays.stream(IdTokenEncryption.values())
            .filter(algorithm -> algorithm != IdTokenEncryption.NONE)
            .map(IdTokenEncryption::written)
            .toList();

    private static final String CONTENT_ENCRYPTION = "A256GCM";

    private final Supplier<URI> issuer;
    private final PscSettings settings;
    private final BooleanSupplier tellsLogouts;

    /**
     * @param tellsLogouts whether any client is told of logouts
     */
    Discovery(Supplier<URI> issuer, PscSettings settings, BooleanSupplier tellsLogouts) {
        this.tellsLogouts = tellsLogouts;
        this.issuer = issuer;
        this.settings = settings;
    }

    Reply answer(Call call) {
        return Reply.of(Response.of(
                        200,
                        "application/json",
                        document(issuer.get().toString()).compact())
                .with("Cache-Control", Endpoints.PUBLISHED));
    }

    private JsonObject document(String base) {
        return proofs(said(flows(browsers(addresses(base), base))));
    }

    private static JsonObject addresses(String base) {
        JsonObject endpoints = endpoints(base);
        return JsonObject.EMPTY
                .with("issuer", base)
                .with("jwks_uri", base + Paths.CERTS)
                .with("userinfo_endpoint", base + Paths.USERINFO)
                .with("end_session_endpoint", base + Paths.LOGOUT)
                .with("token_endpoint", base + Paths.TOKEN)
                .with("introspection_endpoint", base + Paths.INTROSPECTION)
                .with("revocation_endpoint", base + Paths.REVOCATION)
                .with("backchannel_authentication_endpoint", base + Paths.CIBA)
                .with("mtls_endpoint_aliases", endpoints)
                .with("subject_types_supported", texts("public"));
    }

    private JsonObject browsers(JsonObject document, String base) {
        return document.with("authorization_endpoint", base + Paths.AUTHORIZATION)
                .with("authorization_response_iss_parameter_supported", true)
                .with("response_types_supported", texts("code"))
                .with("response_modes_supported", texts("query", "fragment", "form_post"))
                .with("code_challenge_methods_supported", texts(challenges()))
                .with("prompt_values_supported", texts("none", "login", "consent", "select_account"))
                .with("display_values_supported", texts("page"))
                .with("ui_locales_supported", texts("fr", "en"))
                .with("claims_parameter_supported", true);
    }

    private JsonObject flows(JsonObject document) {
        return document.with("request_parameter_supported", false)
                .with("request_uri_parameter_supported", false)
                .with("grant_types_supported", texts(CibaTokenGrant.TYPE, CodeTokenGrant.TYPE, RefreshTokenGrant.TYPE))
                .with(
                        "backchannel_token_delivery_modes_supported",
                        settings.choices().ping() ? texts("poll", "ping") : texts("poll"))
                .with("backchannel_authentication_request_signing_alg_values_supported", texts("PS256", "ES256"))
                .with("backchannel_user_code_parameter_supported", false);
    }

    /** What is said of a person, and in which form. */
    private JsonObject said(JsonObject document) {
        return document.with("acr_values_supported", texts(levels()))
                .with("scopes_supported", texts(SCOPES))
                .with("claims_supported", texts(claims()))
                .with("id_token_signing_alg_values_supported", texts(SIGNATURES))
                .with("id_token_encryption_alg_values_supported", texts(ENCRYPTIONS))
                .with("id_token_encryption_enc_values_supported", texts(CONTENT_ENCRYPTION))
                .with("userinfo_signing_alg_values_supported", texts(SIGNATURES))
                .with("userinfo_encryption_alg_values_supported", texts(ENCRYPTIONS))
                .with("userinfo_encryption_enc_values_supported", texts(CONTENT_ENCRYPTION));
    }

    /** The level that clients ask for, and the one that tokens bear. */
    private List<String> levels() {
        PscChoices.Acr acr = settings.choices().acr();
        Stream<String> borne = acr == PscChoices.Acr.NONE ? Stream.empty() : Stream.of(PscClaims.level(acr));
        return Stream.concat(Stream.of(CibaGuard.ACR_NEEDED), borne).distinct().toList();
    }

    /** How clients and tokens are proved, and how sessions end. */
    private JsonObject proofs(JsonObject document) {
        return document.with("token_endpoint_auth_methods_supported", texts(AUTHENTICATIONS))
                .with("introspection_endpoint_auth_methods_supported", texts(AUTHENTICATIONS))
                .with("revocation_endpoint_auth_methods_supported", texts(AUTHENTICATIONS))
                .with("backchannel_logout_supported", tellsLogouts.getAsBoolean())
                .with("backchannel_logout_session_supported", tellsLogouts.getAsBoolean())
                .with(
                        "tls_client_certificate_bound_access_tokens",
                        settings.choices().boundTokens());
    }

    private List<String> challenges() {
        return settings.choices().pkce() == PscChoices.Pkce.PLAIN ? List.of("S256", "plain") : List.of("S256");
    }

    private static JsonObject endpoints(String base) {
        return JsonObject.EMPTY
                .with("token_endpoint", base + Paths.TOKEN)
                .with("introspection_endpoint", base + Paths.INTROSPECTION)
                .with("revocation_endpoint", base + Paths.REVOCATION)
                .with("userinfo_endpoint", base + Paths.USERINFO)
                .with("backchannel_authentication_endpoint", base + Paths.CIBA);
    }

    /** What userinfo and the id_token may say, each once. */
    static List<String> claims() {
        return Stream.of(PscClaims.IDENTITY, UserInfo.CLAIMS, UserInfo.WITHOUT_PRACTICE, ScopeClaims.NAMES)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<Json> texts(String... values) {
        return texts(List.of(values));
    }

    private static List<Json> texts(List<String> values) {
        return values.stream().<Json>map(JsonText::new).toList();
    }
}
