package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.Run;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole chain under other settings of the authorization servers and the API Credential than the usual ones. */
class PscSessionChainTest {

    private static final String SETTINGS =
            "settings: { cnf: rfc8705, apiPsc: { followsPscSession: true, errors: keycloak,"
                    + " subjectTokenCheck: local-jwks, subjectTokenOnce: true, issuedTokenType: false },"
                    + " credential: { method: get, path: /edc/habilitations, decisionField: decision, granted: OUI, levelRule: bitmask } }";

    @Test
    void aSoundSessionIsSoundAndItsTokensDieWithIt() throws Exception {
        Declaration declaration = declaration(SETTINGS);

        Run run = TestFolders.rehearsal().sound(declaration, declaration.operations());

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        List<Hop> hops = run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .toList();
        assertThat(hops)
                .filteredOn(hop -> hop.stage() == Stage.CREDENTIAL)
                .isNotEmpty()
                .allSatisfy(hop -> assertThat(hop.call()).isEqualTo("GET /edc/habilitations"));
        assertThat(hops).noneMatch(hop -> hop.stage() == Stage.PSC_INTROSPECTION);
        assertThat(hops)
                .filteredOn(hop -> hop.stage() == Stage.API_LOGOUT)
                .as("each realm is told of each logout")
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(hop -> assertThat(hop.status()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "false, false"})
    void theTeleserviceRefusesATokenOnceTheProxyHasDisconnectedWhereThatIsAsked(boolean follows, boolean revokes)
            throws Exception {
        MovableClock clock = TestFolders.clock();
        Declaration declaration = declaration("settings: { apiPsc: { followsPscSession: " + follows
                + " }, proxy: { revokesTokens: " + revokes + " } }");
        Operation operation = declaration.operations().get(0);
        InMemoryJournal journal = new InMemoryJournal(1_000);
        Chain.Surround around =
                new Chain.Surround(TestFolders.open(clock), Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom());

        try (Chain chain = Chain.start(ChainPlan.sound(declaration), operation, around);
                WireClient http = chain.lpsClient()) {
            URI proxy = chain.uri(Participant.PROXY);
            String cookie = connect(http, proxy, operation);
            chain.faults(Participant.DMP)
                    .deed("disconnect", () -> disconnect(http, proxy, cookie))
                    .add(FaultOrder.next("business", new FaultAct.Deed("disconnect")));

            http.send(ClientRequest.post(proxy.resolve("/send/dmp/patients"), "application/soap+xml", "<a/>")
                    .with("Cookie", cookie));
        }

        boolean revoked = follows || revokes;
        RuleResult rule = Verdict.judge(declaration, journal.hops())
                .rule(RuleId.of("TOK-04"))
                .orElseThrow();
        assertThat(rule.status()).isEqualTo(revoked ? Status.FAIL : Status.PASS);
        Hop business = journal.hops().stream()
                .filter(hop -> hop.stage() == Stage.BUSINESS)
                .findFirst()
                .orElseThrow();
        assertThat(business.value(Fact.BEARER_STATE)).contains(revoked ? "revoked" : "active");
        if (revoked) {
            assertThat(business.status()).isEqualTo(401);
            assertThat(rule.telling().orElseThrow().observed().value()).isEqualTo("revoked");
        }
    }

    private static String connect(WireClient http, URI proxy, Operation operation) throws IOException {
        String body = JsonObject.EMPTY
                .with("nationalId", "899900000011")
                .with("bindingMessage", "42")
                .with("clientId", operation.clientId().value())
                .with("channel", "MOBILE")
                .compact();
        Response response = http.send(ClientRequest.post(proxy.resolve("/connect"), "application/json", body));
        assertThat(response.status()).isEqualTo(200);
        return response.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static void disconnect(WireClient http, URI proxy, String cookie) {
        try {
            ClientRequest request = new ClientRequest(
                    "DELETE", proxy.resolve("/disconnect"), Headers.of("Cookie", cookie), new byte[0]);
            assertThat(http.send(request).status()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Declaration declaration(String settings) throws Exception {
        String yaml =
                new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8) + "\n" + settings + "\n";
        return DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(Clock.systemUTC()));
    }
}
