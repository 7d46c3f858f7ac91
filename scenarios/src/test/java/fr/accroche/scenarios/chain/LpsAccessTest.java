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
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LPS that prove themselves to the shared proxy of a whole chain, each in its own way. */
class LpsAccessTest {

    private static final String SECRET = "secret-du-premier-lps";

    /** The first by a secret, the second by a certificate. */
    private static Declaration declaration(String second, String tls) throws Exception {
        String yaml = ShippedDeclaration.PROXY_PARTAGE.text() + "\nsettings: { tls: " + tls + " }\n";
        Declaration shipped = read(yaml);
        String first = shipped.operations().get(0).clientId().value();
        String other = shipped.operations().get(1).clientId().value();
        return read(yaml.replace(
                        "clientId: " + first + ",",
                        "clientId: " + first + ", lpsAuthentication: { secret: " + SECRET + " },")
                .replace("clientId: " + other + ",", "clientId: " + other + ", lpsAuthentication: " + second + ","));
    }

    private static Declaration read(String yaml) throws Exception {
        return DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(TestFolders.clock()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pedagogic", "strict"})
    void aSoundChainStaysConforme(String tls) throws Exception {
        Declaration declaration = declaration("{ certificate: true }", tls);

        Verdict verdict = TestFolders.rehearsal()
                .sound(declaration, declaration.operations())
                .verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(verdict.rule(RuleId.of("IDN-08")).orElseThrow().status()).isEqualTo(Status.PASS);
        assertThat(verdict.exchanges().stream()
                        .flatMap(exchange -> exchange.hops().stream())
                        .filter(hop -> hop.stage() == Stage.PROXY_SEND)
                        .map(hop -> hop.value(Fact.PROXY_CALLER).orElse("nobody"))
                        .collect(Collectors.toSet()))
                .isEqualTo(declaration.operations().stream()
                        .map(operation -> operation.clientId().value())
                        .collect(Collectors.toSet()));
        assertThat(verdict.toString()).doesNotContain(SECRET);
    }

    @Test
    void aDeclaredSubjectIsThatOfTheCertificateIssued() throws Exception {
        Declaration first = declaration("{ certificate: true }", "pedagogic");
        Operation second = first.operations().get(1);
        String subject = "CN=poste-lps-beta,OU=300000000077002,O="
                + first.operator(second).name() + ",ST="
                + first.operator(second).department() + ",C=FR";
        Declaration declaration = declaration("{ subjectDn: \"" + subject + "\" }", "pedagogic");

        Verdict verdict = TestFolders.rehearsal()
                .sound(declaration, declaration.operations())
                .verdict();

        assertThat(verdict.rule(RuleId.of("IDN-08")).orElseThrow().status()).isEqualTo(Status.PASS);
    }

    @Test
    void oneLpsDoesNotConnectAsAnother() throws Exception {
        Declaration declaration = declaration("{ certificate: true }", "pedagogic");
        Operation first = declaration.operations().get(0);
        Operation second = declaration.operations().get(1);
        MovableClock clock = TestFolders.clock();
        InMemoryJournal journal = new InMemoryJournal(100);
        Chain.Surround around =
                new Chain.Surround(TestFolders.open(clock), Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom());

        try (Chain chain = Chain.start(ChainPlan.sound(declaration), first, around);
                WireClient none = chain.lpsClient();
                WireClient certified = chain.lps().connection(second)) {
            assertThat(chain.lps().files(second)).isPresent();
            assertThat(chain.lps().files(first)).isEmpty();
            assertThat(connect(none, chain, second)).isEqualTo(401);
            assertThat(connect(certified, chain, first)).isEqualTo(401);
        }
        assertThat(journal.hops())
                .filteredOn(hop -> hop.stage() == Stage.PROXY_CONNECT)
                .extracting(Hop::breaches)
                .allSatisfy(breaches -> assertThat(breaches)
                        .singleElement()
                        .satisfies(breach -> assertThat(breach.rule()).isEqualTo(RuleId.of("IDN-08"))));
    }

    private static int connect(WireClient http, Chain chain, Operation as) throws Exception {
        String body =
                "{\"nationalId\":\"899900000011\",\"bindingMessage\":\"42\",\"channel\":\"MOBILE\",\"clientId\":\""
                        + as.clientId().value() + "\"}";
        Response response = http.send(
                ClientRequest.post(chain.uri(Participant.PROXY).resolve("/connect"), "application/json", body));
        return response.status();
    }
}
