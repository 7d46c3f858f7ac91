package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.igc.IgcSite;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers refuse a certificate that the desk revokes while they run, as the declared setting has it. */
class RevocationChainTest {

    private static final MovableClock CLOCK = TestFolders.clock();

    @TempDir
    private static Path work;

    private static WorkFolder folder;

    private final InMemoryJournal journal = new InMemoryJournal(100);
    private Operation operation;

    @BeforeAll
    static void makeKeys() {
        folder = WorkFolder.in(work, CLOCK, new KeySizes(2048, 2048));
    }

    @Test
    void byListsUnlessSaidAndTheNextChainRemembers() throws Exception {
        try (Chain chain = start("")) {
            assertThat(ciba(chain)).isEqualTo("200");
            set(chain, "certificate=alpha-edc-bas&state=revoked");
            assertThat(ciba(chain)).isEqualTo("401 MTL-01");
        }
        try (Chain next = start("")) {
            assertThat(ciba(next)).isEqualTo("401 MTL-01");
            set(next, "certificate=alpha-edc-bas&state=good");
            assertThat(ciba(next)).isEqualTo("200");
            set(next, "crl=missing&authority=ACR-EL");
            assertThat(ciba(next)).isEqualTo("401 MTL-01");
            set(next, "crl=fresh&authority=ACR-EL");
        }
        assertThat(journal.hops().stream()
                        .map(Hop::breaches)
                        .flatMap(List::stream)
                        .map(breach -> breach.observed().value()))
                .hasSize(3)
                .anySatisfy(observed ->
                        assertThat(observed).startsWith("revoked on ").contains("CN=alpha-edc-bas"))
                .anySatisfy(observed -> assertThat(observed).startsWith("none (ACR-EL-TEST.crl): CN=TEST AC SIMULEE"));
    }

    @Test
    void byOcspWhereTheSettingSaysSo() throws Exception {
        try (Chain chain = start("settings: { revocation: ocsp }\n")) {
            set(chain, "crl=missing");
            assertThat(ciba(chain)).isEqualTo("200");
            set(chain, "ocsp=silent");
            assertThat(ciba(chain)).isEqualTo("401 MTL-01");
            set(chain, "ocsp=answering&crl=fresh");
        }
    }

    @Test
    void notAtAllOrOnlyWhatIsKnownWhereTheSettingSaysSo() throws Exception {
        try (Chain chain = start("settings: { revocation: none }\n")) {
            set(chain, "certificate=alpha-edc-bas&state=revoked&crl=missing");
            assertThat(ciba(chain)).isEqualTo("200");
            set(chain, "certificate=alpha-edc-bas&state=good");
        }
        try (Chain chain = start("settings: { revocationUnavailable: accept }\n")) {
            assertThat(ciba(chain)).isEqualTo("200");
            set(chain, "certificate=alpha-edc-bas&state=revoked&crl=fresh");
            assertThat(ciba(chain)).isEqualTo("401 MTL-01");
            set(chain, "certificate=alpha-edc-bas&state=good");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crl", "ocsp"})
    void whatIsPublishedFollowsTheClockAndCertificatesAreJudgedByIt(String way) throws Exception {
        try (Chain chain = start("settings: { revocation: " + way + " }\n")) {
            assertThat(ciba(chain)).isEqualTo("200");
            CLOCK.advance(Duration.ofHours(24));
            assertThat(ciba(chain)).isEqualTo("200");
            CLOCK.advance(Duration.ofDays(7));
            assertThat(ciba(chain)).isEqualTo("200");
            CLOCK.advance(Duration.ofDays(60));
            assertThat(ciba(chain)).isEqualTo("200");
            CLOCK.reset();
            assertThat(ciba(chain)).isEqualTo("200");
            CLOCK.advance(Duration.ofDays(3 * 365 + 1));
            assertThat(ciba(chain)).isEqualTo("401 MTL-01");
        } finally {
            CLOCK.reset();
        }
    }

    private Chain start(String settings) throws Exception {
        String yaml = ShippedDeclaration.PROXY_INTEGRE.text() + settings;
        Declaration declaration =
                DeclarationReader.read("own.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(CLOCK));
        Chain.Surround around = new Chain.Surround(folder, Ports.FREE, Stubs.NONE, journal, CLOCK, new SecureRandom());
        operation = declaration.operations().get(0);
        return Chain.start(ChainPlan.sound(declaration), operation, around);
    }

    private static void set(Chain chain, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(IgcSite.desk(chain.uri(Participant.IGC)))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(204);
    }

    /** Each on a connection of its own: a certificate is judged once for each. */
    private String ciba(Chain chain) throws Exception {
        URI endpoint =
                chain.uri(Participant.PSC).resolve("/auth/realms/esante-wallet/protocol/openid-connect/ext/ciba/auth");
        Form form = Form.of(
                "scope",
                "openid scope_all",
                "acr_values",
                "eidas1",
                "client_id",
                "alpha-edc-bas",
                "login_hint",
                "899900000011",
                "binding_message",
                "42");
        try (WireRuntime runtime = WireRuntime.start();
                WireClient client = new WireClient(
                        runtime,
                        ClientSettings.trusting(folder.igc().roots(Branch.TEST))
                                .presenting(chain.clientCertificate(operation)))) {
            Response answer =
                    client.send(ClientRequest.post(endpoint, "application/x-www-form-urlencoded", form.encoded()));
            return answer.status()
                    + answer.headers()
                            .first("X-Accroche-Diagnosis")
                            .map(rule -> " " + rule)
                            .orElse("");
        }
    }
}
