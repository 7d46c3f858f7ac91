package fr.accroche.scenarios.chain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Deposit;
import fr.accroche.messages.DepositRequest;
import fr.accroche.messages.DocumentCodes;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.DocumentReference;
import fr.accroche.messages.Ins;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.Person;
import fr.accroche.messages.RetrieveAnswer;
import fr.accroche.messages.RetrieveRequest;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.SearchAnswer;
import fr.accroche.messages.SearchRequest;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.SubmissionSet;
import fr.accroche.messages.Vihf;
import fr.accroche.messages.VihfSigner;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsAuthor;
import fr.accroche.messages.XdsDocument;
import fr.accroche.messages.XdsInstitution;
import fr.accroche.messages.XdsPerson;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.teleservice.FictivePatient;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document is deposited, found and read at the DMP through the proxy: the MTOM packages pass as they are, both ways. */
class DocumentsChainTest {

    private static final String PERSON = "899900000011";
    private static final String STRUCTURE = "499900000011000";

    private final MovableClock clock = TestFolders.clock();
    private final InMemoryJournal journal = new InMemoryJournal(200);
    private Declaration declaration;
    private Operation operation;
    private Chain chain;
    private WireClient http;
    private String cookie;

    @BeforeEach
    void connect() throws Exception {
        declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        operation = declaration.operations().get(0);
        Chain.Surround around =
                new Chain.Surround(TestFolders.open(clock), Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom());
        chain = Chain.start(ChainPlan.sound(declaration), operation, around);
        http = chain.lps().connection(operation);
        String body =
                "{\"nationalId\":\"" + PERSON + "\",\"bindingMessage\":\"42\",\"channel\":\"MOBILE\",\"clientId\":\""
                        + operation.clientId().value() + "\"}";
        Response connected = http.send(
                ClientRequest.post(chain.uri(Participant.PROXY).resolve("/connect"), "application/json", body));
        cookie = connected.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    @AfterEach
    void close() {
        http.close();
        chain.close();
    }

    @Test
    void aDocumentPassesTheProxyByteForByte() throws IOException {
        Ins patient = FictivePatient.ALL.get(0).forDmp(declaration.environment());
        byte[] content = new byte[100_000];
        new Random(3).nextBytes(content);

        SoapMessage deposit = new DepositRequest(messageId(), "", vihf(patient), deposit(patient, content)).toMessage();
        assertThat(XdsAnswer.readDeposit(send("repository", deposit))).isEqualTo(XdsAnswer.SUCCESS);
        SearchAnswer found = SearchAnswer.read(send(
                "registry", new SearchRequest(messageId(), "", vihf(patient), DocumentQuery.of(patient)).toMessage()));
        assertThat(found.entries()).hasSize(1);
        DocumentReference reference = new DocumentReference(
                found.entries().get(0).repository().orElseThrow(),
                found.entries().get(0).uniqueId());
        RetrieveAnswer read = RetrieveAnswer.read(send(
                "repository", new RetrieveRequest(messageId(), "", vihf(patient), List.of(reference)).toMessage()));

        assertThat(read.documents().get(0).content()).isEqualTo(content);
        assertThat(digests(Stage.BUSINESS)).hasSize(3).isEqualTo(digests(Stage.PROXY_SEND));
        assertThat(journal.hops()).flatExtracting(Hop::breaches).isEmpty();
    }

    private List<String> digests(Stage stage) {
        return journal.hops().stream()
                .filter(hop -> hop.stage() == stage)
                .map(hop -> hop.value(Fact.BODY_SHA256).orElse("-"))
                .toList();
    }

    private SoapMessage send(String service, SoapMessage message) throws IOException {
        Headers headers = Headers.of("Content-Type", message.contentType(), "Cookie", cookie);
        Response response = http.send(new ClientRequest(
                "POST", chain.uri(Participant.PROXY).resolve("/send/dmp/" + service), headers, message.bytes()));
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return new SoapMessage(response.headers().first("Content-Type").orElseThrow(), response.body());
    }

    private Optional<SamlAssertion> vihf(Ins patient) {
        VihfSigner seal = new VihfSigner(
                chain.seal(operation).key(), chain.seal(operation).certificate());
        LogicielUtilisateur lps = declaration.lps(operation);
        return Optional.of(seal.sign(new Vihf(
                "_" + UUID.randomUUID(),
                clock.instant(),
                seal.issuer(),
                new Person(
                        PERSON,
                        "DEMO CAMILLE",
                        List.of(
                                new CodedValue("10", CodedValue.PROFESSION, "Médecin"),
                                new CodedValue("SM26", CodedValue.SPECIALITY, "Médecine générale"))),
                STRUCTURE,
                Optional.of("SA07"),
                "DELEGUEE",
                Optional.of(patient),
                CodedValue.normalAccess(),
                new LpsIdentity(
                        Optional.of(lps.name()),
                        Optional.of(lps.version()),
                        Optional.of("1.2.250.1.999.1"),
                        lps.number(Teleservice.DMP).map(NumeroHomologation::value)),
                Vihf.MOBILE_TWO_FACTOR,
                "3.0")));
    }

    private Deposit deposit(Ins patient, byte[] content) {
        XdsAuthor author = new XdsAuthor(
                new XdsPerson(PERSON, "DEMO", "CAMILLE"),
                Optional.empty(),
                new XdsInstitution("CABINET DEMO", STRUCTURE));
        String now = DocumentEntry.time(clock.instant());
        CodedValue code = new CodedValue("1", "1.2.3", "code");
        DocumentCodes codes = new DocumentCodes(code, code, code, List.of(code), code, code);
        DocumentEntry entry = new DocumentEntry(
                "Document01",
                "2.25.1",
                patient,
                patient.hl7(),
                "application/pdf",
                "Compte rendu",
                author,
                Optional.of(author.person()),
                now,
                "fr-FR",
                codes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        SubmissionSet set =
                new SubmissionSet("SubmissionSet01", "2.25.2", "1.2.250.1.999.1", patient, now, "lot", code, author);
        return new Deposit(set, List.of(new XdsDocument(entry, content)));
    }

    private static String messageId() {
        return "urn:uuid:" + UUID.randomUUID();
    }
}
