package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.ApiSettings;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.FakeCredentialApi;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A PSC whose endpoints are where its discovery document says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PscDiscoveryTest {

    private final WireRuntime runtime = WireRuntime.start(Clock.systemUTC());
    private final FakeCredentialApi document = new FakeCredentialApi(runtime);
    private final ApiBench bench = new ApiBench(
            Declarations.ville(),
            settings -> ApiSettings.discovery(settings, document.uri().resolve("/doc")));

    @AfterAll
    void close() {
        bench.close();
        document.close();
        runtime.close();
    }

    @BeforeEach
    void forgetWhatWasRead() {
        bench.psc.clock.advance(Duration.ofMinutes(11));
    }

    private JsonObject metadata() {
        return JsonObject.EMPTY
                .with("issuer", bench.psc.psc.issuer().toString())
                .with("introspection_endpoint", bench.psc.at("token/introspect").toString());
    }

    private void says(JsonObject metadata) {
        document.answers(FakeCredentialApi.json(200, metadata.compact()));
    }

    private Response exchange() throws Exception {
        return bench.exchange(ApiBench.exchange(bench.pscToken()));
    }

    @Test
    void introspectsWhereTheDocumentSays() throws Exception {
        says(metadata());
        assertThat(exchange().status()).isEqualTo(200);

        int asked = document.asked().size();
        assertThat(exchange().status()).isEqualTo(200);
        assertThat(document.asked()).as("kept for a while").hasSize(asked);
    }

    @Test
    void prefersTheEndpointsForClientsWithACertificate() throws Exception {
        says(metadata()
                .with("introspection_endpoint", "https://127.0.0.1:1/nobody")
                .with(
                        "mtls_endpoint_aliases",
                        JsonObject.EMPTY.with(
                                "introspection_endpoint",
                                bench.psc.at("token/introspect").toString())));

        assertThat(exchange().status()).isEqualTo(200);
    }

    @Test
    void takesNoDocumentOfAnotherIssuer() throws Exception {
        says(metadata().with("issuer", "https://other.invalid"));

        assertThat(exchange().status()).isEqualTo(503);
    }

    @Test
    void cannotAskWhereTheDocumentHasNoPlace() throws Exception {
        says(JsonObject.EMPTY.with("issuer", bench.psc.psc.issuer().toString()));
        assertThat(exchange().status()).isEqualTo(503);

        bench.psc.clock.advance(Duration.ofMinutes(11));
        says(metadata().with("introspection_endpoint", "http://plain.invalid/"));
        assertThat(exchange().status()).isEqualTo(503);

        bench.psc.clock.advance(Duration.ofMinutes(11));
        document.answers(Response.of(500));
        assertThat(exchange().status()).isEqualTo(503);
    }
}
