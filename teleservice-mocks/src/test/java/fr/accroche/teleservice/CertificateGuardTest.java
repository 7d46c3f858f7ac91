package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Profile;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CertificateGuardTest {

    private static RunningTeleservice insi;

    @BeforeAll
    static void start() {
        insi = RunningTeleservice.of(Teleservice.INSI);
    }

    @AfterAll
    static void stop() {
        insi.close();
    }

    @Test
    void refusesCallWithoutCertificate() throws Exception {
        Response response = insi.post(Optional.empty(), bearer(TestCertificates.CLIENT), body());

        assertThat(response.headers().first("WWW-Authenticate").orElseThrow()).contains("no certificate presented");
        Hop hop = insi.hop();
        assertRefused(hop, 401, "invalid_token", "MTL-01");
        assertThat(hop.client()).isEqualTo(new ClientCertificate.Absent());
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        Hop hop = hopOf(TestCertificates.EXPIRED_CLIENT);

        assertRefused(hop, 401, "invalid_token", "MTL-01");
        assertThat(hop.client().presented().orElseThrow().defects().get(0).code())
                .isEqualTo("EXPIRED");
        assertThat(hop.breaches().get(0).sentence().fr()).startsWith("niveau TLS : ");
    }

    @Test
    void refusesACertificateOfTheOtherBranch() throws Exception {
        Hop hop = hopOf(TestCertificates.PRODUCTION_CLIENT);

        assertRefused(hop, 401, "invalid_token", "ENV-01");
    }

    @Test
    void refusesAServerCertificateAsClient() throws Exception {
        Hop hop = hopOf(TestCertificates.SERVER);

        assertThat(hop.status()).isEqualTo(401);
        assertThat(Hops.rules(hop)).isNotEmpty().containsOnly("MTL-01");
    }

    @Test
    void recordsCallsToUnknownPathsAndMethods() throws Exception {
        Optional<HeldCertificate> client = Optional.of(TestCertificates.CLIENT);

        Response unknown = insi.send(client, ClientRequest.get(insi.uri().resolve("/")));
        Response get = insi.send(client, ClientRequest.get(insi.sim.endpoint()));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.headers().first("Allow")).contains("POST");
        assertRefused(insi.hop(), 404, "not_found");
        assertRefused(insi.hop(), 405, "method_not_allowed");
    }

    @Test
    void recordsAHandshakeThatFails() throws Exception {
        ClientAuthentication strict =
                new ClientAuthentication.Strict(TestCertificates.judge(Profile.ORG_AUTH_CLI), true);
        try (RunningTeleservice real = new RunningTeleservice(Teleservice.INSI, Stubs.NONE, false, strict)) {
            assertThatThrownBy(
                            () -> real.post(Optional.of(TestCertificates.EXPIRED_CLIENT), Headers.EMPTY, new byte[0]))
                    .isInstanceOf(ConnectionFailedException.class);

            Hop hop = real.hop();
            assertThat(hop.stage()).isEqualTo(Stage.HANDSHAKE_FAILED);
            assertThat(hop.status()).isZero();
            assertThat(Hops.rules(hop)).containsExactly("MTL-01");
        }
    }

    @Test
    void leavesTheDiagnosisOutWhenRealistic() throws Exception {
        try (RunningTeleservice real = new RunningTeleservice(Teleservice.INSI, Stubs.NONE, true)) {
            Response response = real.post(Optional.of(TestCertificates.CLIENT), Headers.EMPTY, body());

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.headers().first("X-Accroche-Diagnosis")).isEmpty();
            assertThat(Hops.rules(real.hop())).containsExactly("TOK-04");
        }
    }

    private static Hop hopOf(HeldCertificate certificate) throws Exception {
        insi.post(Optional.of(certificate), bearer(certificate), body());
        return insi.hop();
    }

    private static byte[] body() {
        return Samples.soundInsi(RunningTeleservice.NOW);
    }

    private static Headers bearer(HeldCertificate bound) {
        JsonObject claims = Tokens.claims("insi", bound, Thumbprint.RFC8705);
        insi.authorizationServer.knows(Tokens.jwt(claims), claims);
        return Headers.of("Authorization", "Bearer " + Tokens.jwt(claims));
    }
}
