package fr.accroche.scenarios.probe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.Theirs;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.scenarios.doctor.Examined.Level;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.MovableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers of the vendor's that are wrong in one way, over real TLS. */
class ServerCheckTest {

    private static final Patience SHORT = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), 64 * 1024);
    private static final String DISCOVERY = "/realms/x/.well-known/openid-configuration";

    private final MovableClock clock = TestFolders.clock();
    private final TestIgc igc = TestFolders.open(clock).igc();
    private final WireRuntime runtime = WireRuntime.start(clock);

    @AfterEach
    void close() {
        runtime.close();
    }

    private Order order() {
        Instant now = clock.instant();
        return new Order(
                Profile.SERV_SSL,
                Branch.TEST,
                "Paris (75)",
                "EDITEUR ALPHA",
                "300000000010009",
                "localhost",
                List.of("localhost"),
                now.minus(Duration.ofDays(100)),
                now.plus(Duration.ofDays(100)));
    }

    private HeldCertificate sound() {
        return igc.issue(order());
    }

    private WireServer server(HeldCertificate shown, ClientAuthentication clients, Handler handler) {
        ServerSettings settings = new ServerSettings(
                "theirs", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), shown, clients, Limits.DEFAULT);
        return new WireServer(runtime, settings, handler, ConnectionObserver.SILENT).start();
    }

    private WireServer answering(Response response) {
        return server(sound(), new ClientAuthentication.None(), request -> response);
    }

    private static String url(WireServer server, String path) {
        return "https://localhost:" + server.uri().getPort() + path;
    }

    private Examined psc(WireServer server) throws Exception {
        return only("psc: { mode: external, url: '" + url(server, DISCOVERY) + "' }");
    }

    private Examined credential(WireServer server) throws Exception {
        return only("credentialApi: { mode: external, url: '" + url(server, "/credentials") + "' }");
    }

    private Examined only(String participant) throws Exception {
        List<Examined> points = examined(participant);
        assertThat(points).hasSize(1);
        return points.get(0);
    }

    private List<Examined> examined(String participant) throws Exception {
        Declaration declaration = Theirs.declared("participants: { " + participant + " }");
        return new ServerCheck(declaration, TestFolders.open(clock), OwnMaterial.NONE, clock, SHORT)
                .examined(declaration.operations().get(0));
    }

    private static void fails(Examined point, String said, String remedy) {
        assertThat(point.level()).as(point.toString()).isEqualTo(Level.FAIL);
        assertThat(point.subject().en()).startsWith("participants.");
        assertThat(point.said().en()).contains(said);
        assertThat(point.said().fr()).isNotEqualTo(point.said().en());
        assertThat(point.remedy().orElseThrow().en()).contains(remedy);
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        WireServer gone = answering(Response.of(200));
        gone.close();

        fails(psc(gone), "nobody answers there", "start the server");
        fails(
                only("psc: { mode: external, url: 'https://nobody.invalid" + DISCOVERY + "' }"),
                "no host of that name",
                "DNS");
    }

    @Test
    void anUnknownAuthorityIsToBeDeclared() throws Exception {
        HeldCertificate theirs = Theirs.elsewhere(clock).igc().issue(order());
        try (WireServer server = server(theirs, new ClientAuthentication.None(), request -> Response.of(200))) {
            fails(psc(server), "TLS handshake fails", "participants.psc.trust");
        }
    }

    @Test
    void aWrongNameAndAnExpiredCertificateAreToldApart() throws Exception {
        Instant now = clock.instant();
        try (WireServer named = server(
                        igc.issue(order().withNames(List.of("other.invalid")).withCommonName("other.invalid")),
                        new ClientAuthentication.None(),
                        request -> Response.of(200));
                WireServer expired = server(
                        igc.issue(order().withValidity(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(1)))),
                        new ClientAuthentication.None(),
                        request -> Response.of(200))) {
            fails(psc(named), "TLS handshake fails", "F36");
            fails(psc(expired), "TLS handshake fails", "F28");
        }
    }

    @Test
    void aServerThatDoesNotTakeOurCertificateIsSaidTo() throws Exception {
        TestIgc others = Theirs.elsewhere(clock).igc();
        ClientAuthentication strict =
                new ClientAuthentication.Strict(others.judge(Profile.ORG_AUTH_CLI, Branch.TEST), true);
        try (WireServer server = server(sound(), strict, request -> Response.of(200))) {
            fails(credential(server), "refuses the client certificate", "participants.credentialApi.certificate");
        }
    }

    @Test
    void aServerThatHangsOrPoursIsNotWaitedFor() throws Exception {
        try (WireServer silent = answering(Response.SILENCE);
                WireServer pouring = answering(Response.of(200, "application/json", " ".repeat(128 * 1024)))) {
            fails(credential(silent), "no answer in time", "");
            fails(credential(pouring), "larger than what is read", "");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"issuer":"https://other.invalid"} | observed https://other.invalid | publish the issuer
            200 | {}                                 | expected issuer                | publish the issuer
            200 | <html/>                            | without a JSON object          | correct url
            404 | {}                                 | HTTP 404                       | correct url
            """)
    void aDiscoveryDocumentIsOfItsIssuer(int status, String body, String said, String remedy) throws Exception {
        try (WireServer server = answering(Response.of(status, "application/json", body))) {
            fails(psc(server), said, remedy);
        }
    }

    @Test
    void aDiscoveryDocumentNamesWhatIsCalled() throws Exception {
        Handler partial = request -> Response.of(
                200,
                "application/json",
                "{\"issuer\":\"https://" + request.headers().first("Host").orElseThrow()
                        + "/realms/x\",\"token_endpoint\":\"http://plain.invalid/\"}");
        try (WireServer server = server(sound(), new ClientAuthentication.None(), partial)) {
            fails(psc(server), "token_endpoint, backchannel_authentication_endpoint", "add what is missing");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"status":"GRANTED"} | it is granted           | settings.credentialApi
            500 | {}                   | HTTP 500                | settings.credentialApi
            403 | no                   | known by its certificate | participants.credentialApi.certificate
            400 | no                   | without a JSON object   | settings.credentialApi
            401 | {}                   | known by its certificate | participants.credentialApi.certificate
            """)
    void anApiCredentialRefusesWhomNobodyRegistered(int status, String body, String said, String remedy)
            throws Exception {
        try (WireServer server = answering(Response.of(status, "application/json", body))) {
            fails(credential(server), said, remedy);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {}                         | without an OAuth error | token endpoint
            404 | gone                       | without an OAuth error | token endpoint
            401 |                            | a refusal without a word | operations[].files
            400 | {"error":"invalid_client"} | invalid_client         | register this client_id
            """)
    void aTokenEndpointAnswersAnErrorOfOAuth(int status, String body, String said, String remedy) throws Exception {
        try (WireServer server = answering(Response.of(status, "application/json", body == null ? "" : body))) {
            fails(
                    only("authorizationServer: { mode: external, urls: { DMP: '" + url(server, "/token") + "' } }"),
                    said,
                    remedy);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            405 | | OK
            401 | | OK
            500 | <s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><s:Fault/></s:Body></s:Envelope> | OK
            404 | | WARNING
            403 | | FAIL
            200 | | FAIL
            500 | | FAIL
            """)
    void aTeleserviceRefusesAnEmptyRequest(int status, String body, Level level) throws Exception {
        try (WireServer server = answering(Response.of(status, "text/xml", body == null ? "" : body))) {
            assertThat(only("teleservices: { mode: external, urls: { DMP: '" + url(server, "/dmp") + "' } }")
                            .level())
                    .isEqualTo(level);
        }
    }

    @Test
    void aServerCertificateOfAnotherProfileIsAWarning() throws Exception {
        HeldCertificate held = igc.issue(order().withValidity(
                        clock.instant().minus(Duration.ofDays(100)),
                        clock.instant().plus(Duration.ofDays(5))));
        try (WireServer server =
                server(held, new ClientAuthentication.None(), request -> Response.of(405, "text/xml", ""))) {
            List<Examined> points =
                    examined("teleservices: { mode: external, urls: { DMP: '" + url(server, "/dmp") + "' } }");

            assertThat(points).extracting(Examined::level).containsExactly(Level.WARNING, Level.OK);
            assertThat(points.get(0).findings())
                    .anyMatch(finding -> finding.error().id().equals("F28"));
        }
    }
}
