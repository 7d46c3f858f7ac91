package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmMetadataTest {

    private final ApiBench bench = ApiBench.with("apiPsc: { scopes: { DMP: [dmp.lire] } }");

    @AfterAll
    void close() {
        bench.close();
    }

    private JsonObject get(String path) throws IOException {
        return PscBench.json(bench.psc.browser.send(
                Optional.empty(), ClientRequest.get(bench.api.uri().resolve(path))));
    }

    @ParameterizedTest
    @EnumSource(value = Teleservice.class, mode = EnumSource.Mode.EXCLUDE, names = "MSSANTE")
    void tellsWhatEachRealmServes(Teleservice service) throws IOException {
        String realm = "/realms/" + service.route();
        JsonObject metadata = get(realm + "/.well-known/openid-configuration");

        assertThat(metadata).isEqualTo(get("/.well-known/oauth-authorization-server" + realm));
        assertThat(metadata.text("issuer")).contains(bench.api.uri() + realm);
        assertThat(metadata.text("token_endpoint"))
                .contains(bench.api.tokenEndpoint(service).toString());
        assertThat(metadata.array("grant_types_supported").orElseThrow().texts())
                .containsExactly(ApiBench.EXCHANGE, "refresh_token");
        assertThat(metadata.array("response_types_supported").orElseThrow().texts())
                .isEmpty();
        assertThat(metadata.bool("tls_client_certificate_bound_access_tokens")).contains(true);
        assertThat(metadata.array("scopes_supported").isPresent()).isEqualTo(service == Teleservice.DMP);
        assertThat(metadata.members().keySet()).doesNotContain("authorization_endpoint", "userinfo_endpoint");
    }

    @Test
    void everyEndpointThatItNamesIsThere() throws IOException {
        JsonObject metadata = get("/realms/dmp/.well-known/openid-configuration");

        for (String name : List.of("token_endpoint", "introspection_endpoint", "revocation_endpoint")) {
            URI endpoint = URI.create(metadata.text(name).orElseThrow());
            Response response = bench.psc.browser.post(Identities.ALPHA, endpoint, Form.of());
            assertThat(response.status()).as(name).isIn(400, 401);
            assertThat(metadata.object("mtls_endpoint_aliases").orElseThrow().text(name))
                    .isEqualTo(metadata.text(name));
            assertThat(metadata.array(name.replace("_endpoint", "_endpoint_auth_methods_supported"))
                            .orElseThrow()
                            .texts())
                    .containsExactly("tls_client_auth");
        }
        assertThat(get(URI.create(metadata.text("jwks_uri").orElseThrow()).getPath())
                        .array("keys"))
                .isPresent();
    }
}
