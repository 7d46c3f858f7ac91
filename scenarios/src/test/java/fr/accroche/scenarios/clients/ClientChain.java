package fr.accroche.scenarios.clients;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.TrustFiles;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The chain of a vendor that operates its own LPS, and what a foreign client must be told to meet it. */
final class ClientChain implements AutoCloseable {

    static final String CLIENT_ID = "alpha-edc-bas";
    static final String OTHER_CLIENT_ID = "alpha-clinique-edc-bas";
    static final String PERSON = "899900000011";

    /** What the person fills in the login page, with the card in the reader. */
    static final Map<String, String> CARD = Map.of("person", PERSON, "method", "card", "action", "login");

    private final InMemoryJournal journal = new InMemoryJournal(1000);
    private final Declaration declaration;
    private final Operation operation;
    private final Chain chain;

    private ClientChain(Declaration declaration) {
        this.declaration = declaration;
        this.operation = declaration.operations().get(0);
        this.chain = Chain.start(
                ChainPlan.sound(declaration),
                operation,
                new Chain.Surround(
                        TestFolders.open(), Ports.FREE, Stubs.NONE, journal, TestFolders.clock(), new SecureRandom()));
    }

    /** With these keys added to what the first operation declares, and these settings. */
    static ClientChain start(String added, String settings) throws DeclarationException {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8)
                        .replace("clientId: " + CLIENT_ID + ",", "clientId: " + CLIENT_ID + ", " + added)
                + "\nsettings: { " + settings + " }\n";
        return new ClientChain(DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(Clock.systemUTC())));
    }

    /** What the clients read of their environment. */
    Map<String, String> environment() {
        CertificateFiles files = chain.certificateFiles(operation);
        return Map.ofEntries(
                Map.entry("CLIENT_ID", CLIENT_ID),
                Map.entry("OTHER_CLIENT_ID", OTHER_CLIENT_ID),
                Map.entry("LOGIN_HINT", PERSON),
                Map.entry("PSC", issuer().toString()),
                Map.entry("DMP", dmp().toString()),
                Map.entry("TRUST", absolute(trust().pem())),
                Map.entry("TRUST_P12", absolute(trust().p12())),
                Map.entry("CERTIFICATE", absolute(files.chain())),
                Map.entry("KEY", absolute(files.key())),
                Map.entry("P12_PASSWORD", WorkFolder.PASSWORD));
    }

    /** The certificate of the other client, for whoever must be refused. */
    Map<String, String> otherCertificate() {
        CertificateFiles files = chain.certificateFiles(declaration.operations().get(1));
        return Map.of("CERTIFICATE", absolute(files.chain()), "KEY", absolute(files.key()));
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    TrustFiles trust() {
        return chain.trust();
    }

    URI issuer() {
        return chain.uri(Participant.PSC).resolve("/auth/realms/esante-wallet");
    }

    private URI dmp() {
        return chain.uri(Participant.API_PSC).resolve("/realms/" + Teleservice.DMP.route());
    }

    /** The rules for which calls of a stage were refused, in order. */
    List<String> reasons(Stage stage) {
        return journal.hops().stream()
                .filter(hop -> hop.stage() == stage)
                .map(Hop::breaches)
                .flatMap(List::stream)
                .map(Breach::rule)
                .map(Object::toString)
                .toList();
    }

    /** The grants that PSC's token endpoint was asked for, in order. */
    List<String> grants() {
        return journal.hops().stream()
                .filter(hop -> hop.stage() == Stage.PSC_TOKEN)
                .map(hop -> hop.value(Fact.GRANT_TYPE).orElse("none"))
                .toList();
    }

    /** What a login gave is what PSC knows of the person. */
    void assertPerson(JsonObject me) {
        JsonObject idToken = me.object("idToken").orElseThrow();
        assertThat(idToken.text("iss")).hasValue(issuer().toString());
        assertThat(idToken.text("acr")).hasValue("eidas1");
        assertThat(idToken.text("SubjectNameID")).hasValue(PERSON);
        JsonObject userInfo = me.object("userInfo").orElseThrow();
        assertThat(userInfo.text("sub")).isEqualTo(idToken.text("sub"));
        assertThat(userInfo.text("SubjectNameID")).hasValue(PERSON);
        assertThat(userInfo.object("SubjectRefPro")).isPresent();
    }

    @Override
    public void close() {
        chain.close();
    }
}
