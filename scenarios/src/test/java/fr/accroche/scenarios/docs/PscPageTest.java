package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.apipsc.ApiPscFidelity;
import fr.accroche.authserver.psc.PscFidelity;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code docs/psc.md} and what the servers of a running chain serve are one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PscPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `((?:GET|POST).*?)` \\|", Pattern.MULTILINE);
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n.*?    # …\\n(.*?)```", Pattern.DOTALL);

    private final MovableClock clock = TestFolders.clock();
    private String page;
    private Chain chain;
    private WireClient client;

    @BeforeAll
    void start() throws Exception {
        page = Files.readString(Path.of("..", "docs", "psc.md"));
        Declaration declaration =
                read(sound().replace("couloir:", "settings: { apiPsc: { followsPscSession: true } }\ncouloir:"));
        Chain.Surround around = new Chain.Surround(
                TestFolders.open(clock), Ports.FREE, Stubs.NONE, new InMemoryJournal(1000), clock, new SecureRandom());
        chain = Chain.start(
                ChainPlan.sound(declaration), declaration.operations().get(0), around);
        client = chain.lpsClient();
    }

    @AfterAll
    void stop() {
        client.close();
        chain.close();
    }

    @Test
    void eachPathIsServedByTheMethodsThatThePageNames() throws IOException {
        for (Participant server : List.of(Participant.PSC, Participant.API_PSC)) {
            Map<String, Set<String>> described = described(server);
            assertThat(described).hasSizeGreaterThan(5);
            for (Map.Entry<String, Set<String>> path : described.entrySet()) {
                Response response = send("PATCH", issuer(server) + path.getKey());
                assertThat(response.status()).as(server + path.getKey()).isEqualTo(405);
                Set<String> served = new TreeSet<>(
                        List.of(response.headers().first("Allow").orElseThrow().split(", ")));
                served.remove("HEAD");
                assertThat(served).as(server + path.getKey()).isEqualTo(path.getValue());
            }
        }
    }

    @Test
    void eachPathHasItsLineOfFidelity() {
        assertThat(PscFidelity.CARD.served())
                .containsAll(described(Participant.PSC).keySet());
        assertThat(ApiPscFidelity.CARD.served())
                .containsAll(described(Participant.API_PSC).keySet());
    }

    @Test
    void eachRealmThatThePageNamesIsServed() throws IOException {
        String named = page.lines()
                .filter(line -> line.startsWith("One realm for each"))
                .findFirst()
                .orElseThrow();
        for (Teleservice service : Teleservice.values()) {
            if (service.simulated()) {
                String metadata = "/realms/" + service.route() + "/.well-known/openid-configuration";
                assertThat(named).contains("`" + service.route() + "`");
                assertThat(send(
                                        "GET",
                                        chain.uri(Participant.API_PSC)
                                                .resolve(metadata)
                                                .toString())
                                .status())
                        .as(metadata)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void everyPathOfTheMetadataIsThere() throws IOException {
        for (Participant server : List.of(Participant.PSC, Participant.API_PSC)) {
            String issuer = issuer(server);
            JsonObject metadata = Json.parseObject(
                    send("GET", issuer + "/.well-known/openid-configuration").body());

            assertThat(metadata.members().values())
                    .filteredOn(value ->
                            value instanceof JsonText text && text.value().startsWith(issuer + "/"))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(value -> assertThat(described(server))
                            .containsKey(((JsonText) value).value().substring(issuer.length())));
        }
    }

    @Test
    void theExampleIsADeclaration() throws DeclarationException {
        String keys = EXAMPLE.matcher(page).results().findFirst().orElseThrow().group(1);
        String clinic = "  # Une structure de santé l'opère";
        String operation =
                "  - clientId: lps\n    lps: lps\n    operator: alpha\n    proxy: proxy\n    proxyOperator: alpha\n";

        Declaration declaration = read(sound().replace(clinic, operation + keys + clinic));

        assertThat(declaration.operations())
                .anySatisfy(read -> assertThat(read.psc().jwksFile()).contains("client-keys.json"));
    }

    private static String sound() {
        return new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
    }

    private Declaration read(String yaml) throws DeclarationException {
        return DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(clock));
    }

    private String issuer(Participant server) {
        String path = server == Participant.PSC ? "/auth/realms/esante-wallet" : "/realms/dmp";
        return chain.uri(server).resolve(path).toString();
    }

    /** The methods of each path in the table of a server. */
    private Map<String, Set<String>> described(Participant server) {
        String[] sections = page.split("(?m)^## ");
        Map<String, Set<String>> described = new TreeMap<>();
        ROW.matcher(sections[server == Participant.PSC ? 1 : 2]).results().forEach(row -> {
            String cell = row.group(1).replace("`", "").replace(",", "");
            Set<String> methods = new TreeSet<>();
            for (String word : cell.split(" ")) {
                if (word.startsWith("/")) {
                    described.put(word, methods);
                } else if (!word.startsWith("…")) {
                    methods.add(word);
                }
            }
        });
        return described;
    }

    private Response send(String method, String uri) throws IOException {
        Headers form = Headers.of("Content-Type", "application/x-www-form-urlencoded");
        return client.send(new ClientRequest(method, URI.create(uri), form, new byte[0]));
    }
}
