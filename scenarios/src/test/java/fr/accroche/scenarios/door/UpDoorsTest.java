package fr.accroche.scenarios.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.RunningChain;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.Routes;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program outside drives a chain that stays up, by HTTP alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpDoorsTest {

    private static final String CLIENT = "alpha-edc-bas";

    private final MovableClock clock = TestFolders.clock();
    private final HttpClient http = HttpClient.newHttpClient();
    private final UpDoors doors = new UpDoors(Language.EN);
    private RunningChain running;
    private Chain chain;
    private URI site;

    @BeforeAll
    void start() throws Exception {
        Declaration declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        InMemoryJournal journal = new InMemoryJournal(1000);
        Chain.Surround around = new Chain.Surround(
                        TestFolders.open(clock), Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom())
                .with(doors.routes());
        ChainPlan plan = ChainPlan.sound(declaration);
        chain = Chain.start(plan, declaration.operations().get(0), around);
        running = RunningChain.of(plan, chain, around, journal, Telemetry.NONE);
        site = chain.uri(Participant.IGC);
    }

    @AfterAll
    void stop() {
        chain.close();
    }

    @Test
    void saysWhatASessionWasWorthAndBeginsAnew() throws Exception {
        doors.open(running);
        assertThat(json(UpDoors.VERDICT).text("verdict")).contains("INDETERMINE");

        for (String clientId : List.of(CLIENT, "alpha-clinique-edc-bas")) {
            assertThat(post(UpDoors.SESSIONS, "clientId=" + clientId).statusCode())
                    .isEqualTo(204);
        }

        JsonObject verdict = json(UpDoors.VERDICT);
        assertThat(verdict.text("verdict")).contains("CONFORME");
        assertThat(verdict.array("hops").map(JsonArray::objects).orElseThrow()).hasSizeGreaterThan(5);

        assertThat(send(UpDoors.VERDICT, "DELETE", "").statusCode()).isEqualTo(204);
        assertThat(json(UpDoors.VERDICT).array("hops").map(JsonArray::items).orElseThrow())
                .isEmpty();
    }

    @Test
    void saysWhereEverythingIs() throws Exception {
        doors.open(running);
        JsonObject addresses = json(UpDoors.ADDRESSES);

        assertThat(addresses.text("discovery"))
                .contains(running.addresses().discovery().toString());
        assertThat(addresses.text("discovery").orElseThrow())
                .startsWith(addresses.text("issuer").orElseThrow() + "/.well-known/");
        assertThat(addresses.object("servers").orElseThrow().text("proxy"))
                .contains(chain.uri(Participant.PROXY).toString());
        assertThat(addresses.object("teleservices").orElseThrow().members().keySet())
                .contains("dmp", "insi");
    }

    @Test
    void deliversTheDeclaredCertificateAndAnyOther() throws Exception {
        doors.open(running);

        assertThat(leaf("clientId=" + CLIENT))
                .isEqualTo(running.clientCertificate(CLIENT).certificate());
        assertThat(leaf("clientId=nobody&idNatStruct=1990000002")
                        .getSubjectX500Principal()
                        .getName())
                .contains("CN=nobody", "OU=1990000002");
        assertThat(leaf("host=my-proxy.test").getSubjectAlternativeNames().toString())
                .contains("my-proxy.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clientId=nobody",
                "clientId=alpha-edc-bas&idNatStruct=<1>",
                "clientId=alpha-edc-bas&host=a",
                "host=a%20b",
                "clientId=a%0Ab&idNatStruct=1990000002",
                "clientId=a&clientId=b",
                "other=1"
            })
    void refusesOrdersThatItDoesNotUnderstand(String form) throws Exception {
        doors.open(running);

        HttpResponse<byte[]> refused = post(UpDoors.CERTIFICATES, form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).doesNotContain("nobody", "<1>", "Exception");
    }

    @Test
    void refusesSessionsOfNobody() throws Exception {
        doors.open(running);

        assertThat(post(UpDoors.SESSIONS, "clientId=nobody").statusCode()).isEqualTo(400);
        assertThat(post(UpDoors.SESSIONS, "").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesTheWebPageOfAnotherOrigin() throws Exception {
        doors.open(running);
        HttpRequest foreign = request(UpDoors.CERTIFICATES)
                .header("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.ofString("clientId=" + CLIENT))
                .build();

        assertThat(http.send(foreign, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(403);
    }

    @Test
    void areShutUntilTheChainHasStarted() throws Exception {
        Peer nobody = new Peer(
                InetSocketAddress.createUnresolved("localhost", 1), List.of(), Optional.empty(), Optional.empty());
        Routes early = new UpDoors(Language.EN).routes();

        for (String path : List.of(UpDoors.VERDICT, UpDoors.ADDRESSES)) {
            assertThat(early.handle(new Request("GET", path, Headers.EMPTY, new byte[0], nobody))
                            .status())
                    .isEqualTo(503);
        }
    }

    private X509Certificate leaf(String form) throws Exception {
        HttpResponse<byte[]> delivered = post(UpDoors.CERTIFICATES, form);
        assertThat(delivered.statusCode()).isEqualTo(200);
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = "accroche".toCharArray();
        store.load(new ByteArrayInputStream(delivered.body()), password);
        String alias = store.aliases().nextElement();
        assertThat(store.getKey(alias, password)).isNotNull();
        return (X509Certificate) store.getCertificate(alias);
    }

    private JsonObject json(String path) throws Exception {
        HttpResponse<byte[]> answer = send(path, "GET", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.parseObject(answer.body());
    }

    private HttpResponse<byte[]> post(String path, String form) throws Exception {
        return send(path, "POST", form);
    }

    private HttpResponse<byte[]> send(String path, String method, String form) throws Exception {
        return http.send(
                request(path).method(method, BodyPublishers.ofString(form)).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-www-form-urlencoded");
    }
}
