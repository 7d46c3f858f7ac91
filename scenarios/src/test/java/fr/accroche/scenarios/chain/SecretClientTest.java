package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The "espace communautaire": a declared secret proves a client to PSC, without a certificate. */
class SecretClientTest {

    private static final String SECRET = "secret-de-test-1";

    @Test
    void aDeclaredSecretOpensPscAndAnotherDoesNot() throws Exception {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8)
                .replace("clientId: alpha-edc-bas,", "clientId: alpha-edc-bas, secret: " + SECRET + ",");
        MovableClock clock = TestFolders.clock();
        Declaration declaration =
                DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(clock));
        InMemoryJournal journal = new InMemoryJournal(100);
        Chain.Surround around =
                new Chain.Surround(TestFolders.open(clock), Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom());

        try (Chain chain = Chain.start(
                        ChainPlan.sound(declaration), declaration.operations().get(0), around);
                WireClient http = chain.lpsClient()) {
            assertThat(ciba(http, chain, SECRET).status()).isEqualTo(200);
            assertThat(ciba(http, chain, "un-autre-secret").status()).isEqualTo(401);
        }
        assertThat(journal.hops().toString()).doesNotContain(SECRET, "un-autre-secret");
    }

    private static Response ciba(WireClient http, Chain chain, String secret) throws Exception {
        URI endpoint =
                chain.uri(Participant.PSC).resolve("/auth/realms/esante-wallet/protocol/openid-connect/ext/ciba/auth");
        Form form = Form.of(
                "scope",
                "openid scope_all",
                "acr_values",
                "eidas1",
                "login_hint",
                "899900000011",
                "binding_message",
                "42");
        String basic = Base64.getEncoder().encodeToString(("alpha-edc-bas:" + secret).getBytes(StandardCharsets.UTF_8));
        return http.send(ClientRequest.post(endpoint, "application/x-www-form-urlencoded", form.encoded())
                .with("Authorization", "Basic " + basic));
    }
}
