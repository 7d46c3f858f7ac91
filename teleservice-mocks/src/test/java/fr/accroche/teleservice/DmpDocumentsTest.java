package fr.accroche.teleservice;

import static fr.accroche.teleservice.Documents.CAMILLE;
import static fr.accroche.teleservice.Documents.JEAN;
import static fr.accroche.teleservice.Documents.deposit;
import static fr.accroche.teleservice.Documents.oid;
import static fr.accroche.teleservice.Documents.request;
import static fr.accroche.teleservice.Documents.retrieve;
import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.DocumentReference;
import fr.accroche.messages.Ins;
import fr.accroche.messages.RetrieveAnswer;
import fr.accroche.messages.SearchAnswer;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsError;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TD2.1, TD3.1 and TD3.2 over real TLS. */
class DmpDocumentsTest {

    private static final String INDIRECTE = "INDIRECTE";
    private static final String DIRECTE = "DIRECTE";
    private static RunningTeleservice dmp;

    @BeforeAll
    static void start() {
        dmp = RunningTeleservice.of(Teleservice.DMP);
    }

    @AfterAll
    static void stop() {
        dmp.close();
    }

    @Test
    void findsAndGivesBackByteForByteWhatWasDeposited() throws Exception {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        String uniqueId = oid();

        Response deposited = dmp.post(
                "repository",
                request(deposit(CAMILLE, uniqueId, content), INDIRECTE).toMessage());
        assertServed(dmp.hop());
        assertThat(soap(deposited).packaged()).isTrue();
        assertThat(XdsAnswer.readDeposit(soap(deposited))).isEqualTo(XdsAnswer.SUCCESS);

        DocumentEntry found = find(CAMILLE, uniqueId).orElseThrow();
        assertThat(found.size()).contains(300_000L);
        assertThat(found.id()).startsWith("urn:uuid:");
        assertThat(found.repository()).contains(DocumentReference.DMP_REPOSITORY);

        Response read = dmp.post("repository", retrieve(Optional.of(CAMILLE), DIRECTE, uniqueId));
        assertServed(dmp.hop());
        RetrieveAnswer answer = RetrieveAnswer.read(soap(read));
        assertThat(answer.documents()).hasSize(1);
        assertThat(answer.documents().get(0).content()).isEqualTo(content);
        assertThat(answer.documents().get(0).mimeType()).isEqualTo("text/xml");
    }

    @Test
    void takesABase64DepositAndAnswersInItsForm() throws Exception {
        Response response = dmp.post(
                "repository",
                request(deposit(CAMILLE, oid(), bytes("<a/>")), INDIRECTE).toInlineMessage());

        assertServed(dmp.hop());
        assertThat(soap(response).packaged()).isFalse();
        assertThat(BusinessResponse.parse(soap(response)).outcome()).contains("Success");
    }

    @Test
    void notesWhatItSees() throws Exception {
        SoapMessage message =
                request(deposit(CAMILLE, oid(), bytes("<a/>")), INDIRECTE).toMessage();

        dmp.post("repository", message);

        Hop hop = dmp.hop();
        assertThat(hop.call()).isEqualTo("POST /si-dmp-server/v2/services/repository");
        assertThat(hop.value(Fact.ACTION)).contains("urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b");
        assertThat(hop.value(Fact.BODY_SHA256)).contains(sha256(message.bytes()));
        assertThat(hop.value(Fact.ASSERTION_SIGNATURE)).contains("valid");
        assertThat(hop.value(Fact.VIHF_MODE)).contains(INDIRECTE);
        assertThat(hop.value(Fact.BODY_PATIENT)).isEqualTo(hop.value(Fact.VIHF_PATIENT));
        assertThat(hop.toString()).doesNotContain(CAMILLE.value()).doesNotContain("Compte rendu");
    }

    @Test
    void showsNobodyTheDocumentsOfAnother() throws Exception {
        String uniqueId = oid();
        store(CAMILLE, uniqueId, "<a/>");

        assertThat(find(JEAN, uniqueId)).isEmpty();
        Response read = dmp.post("repository", retrieve(Optional.of(JEAN), DIRECTE, uniqueId));

        assertRefused(dmp.hop(), 200, "XDSDocumentUniqueIdError");
        assertThat(RetrieveAnswer.read(soap(read)).documents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'%s'", "('%s')", "x '%s' y"})
    void refusesASearchForAnotherThanTheVihfNamesHoweverItIsWritten(String form) throws Exception {
        SoapMessage forJean = Documents.search(DocumentQuery.of(JEAN), DIRECTE);
        String own = "'" + JEAN.hl7().replace("&", "&amp;") + "'";
        String other = form.formatted(CAMILLE.hl7().replace("&", "&amp;"));
        String changed =
                new String(forJean.bytes(), StandardCharsets.UTF_8).replace("<rim:Value>" + own, "<rim:Value>" + other);

        dmp.post("registry", SoapMessage.xml(bytes(changed)));

        assertThat(changed).contains(other);
        assertRefused(dmp.hop(), 500, "soap:SIM_PatientDifferent", "LPS-08");
    }

    @Test
    void givesNoMoreAtOnceThanAClientTakes() throws Exception {
        String first = oid();
        String second = oid();
        store(CAMILLE, first, "a".repeat(8 * 1024 * 1024));
        store(CAMILLE, second, "b".repeat(8 * 1024 * 1024));

        Response read = dmp.post("repository", retrieve(Optional.of(CAMILLE), DIRECTE, first, second));

        assertServed(dmp.hop());
        assertThat(read.body()).hasSizeLessThan(16 * 1024 * 1024);
        RetrieveAnswer answer = RetrieveAnswer.read(soap(read));
        assertThat(answer.documents()).hasSize(1);
        assertThat(answer.answer().partial()).isTrue();
        assertThat(answer.answer().errors()).extracting(XdsError::code).containsExactly("XDSRepositoryOutOfResources");
        Response other = dmp.post("repository", retrieve(Optional.of(CAMILLE), DIRECTE, second));
        assertServed(dmp.hop());
        assertThat(RetrieveAnswer.read(soap(other)).documents()).hasSize(1);
    }

    @Test
    void refusesADepositForAnotherThanTheVihfNames() throws Exception {
        SoapMessage forJean =
                request(deposit(JEAN, oid(), bytes("<a/>")), INDIRECTE).toMessage();
        String changed = new String(forJean.bytes(), StandardCharsets.ISO_8859_1)
                .replaceAll("(patientId|value=\"|<rim:Value>)" + JEAN.value(), "$1" + CAMILLE.value());

        Response response = dmp.post(
                "repository", new SoapMessage(forJean.contentType(), changed.getBytes(StandardCharsets.ISO_8859_1)));

        assertRefused(dmp.hop(), 500, "soap:SIM_PatientDifferent", "LPS-08");
        assertThat(soap(response).packaged()).isTrue();
        assertThat(BusinessResponse.parse(soap(response)).fault()).isPresent();
    }

    @Test
    void answersAFaultToARetrievalInMtom() throws Exception {
        SoapMessage message = retrieve(Optional.of(CAMILLE), INDIRECTE, oid());

        Response response = dmp.post("repository", message);

        assertRefused(dmp.hop(), 500, "soap:SIM_DroitInsuffisant");
        assertThat(soap(response).packaged()).isTrue();
        assertThat(BusinessResponse.parse(soap(response)).fault().orElseThrow().reason())
                .contains("INDIRECTE")
                .contains("TD3.2");
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTE, true, true, true",
        "INDIRECTE, true, true, false",
        "INDIRECTE_RENFORCEE, false, true, true",
        "DELEGUEE, true, true, true"
    })
    void opensToAModeWhatTheTableSays(String mode, boolean deposit, boolean search, boolean retrieval)
            throws Exception {
        String uniqueId = oid();
        store(CAMILLE, uniqueId, "<a/>");

        dmp.post(
                "repository",
                request(deposit(CAMILLE, oid(), bytes("<a/>")), mode).toMessage());
        assertThat(dmp.hop().answer().isEmpty()).isEqualTo(deposit);
        dmp.post("registry", Documents.search(DocumentQuery.of(CAMILLE), mode));
        assertThat(dmp.hop().answer().isEmpty()).isEqualTo(search);
        dmp.post("repository", retrieve(Optional.of(CAMILLE), mode, uniqueId));
        assertThat(dmp.hop().answer().isEmpty()).isEqualTo(retrieval);
    }

    @Test
    void refusesADocumentDepositedTwice() throws Exception {
        String uniqueId = oid();
        store(CAMILLE, uniqueId, "<a/>");

        assertThat(depositErrors(uniqueId, "<a/>"))
                .extracting(XdsError::code)
                .containsExactly("XDSDuplicateUniqueIdInRegistry");
        assertThat(depositErrors(uniqueId, "<b/>")).extracting(XdsError::code).containsExactly("XDSNonIdenticalHash");
    }

    @Test
    void refusesADocumentChangedOnTheWay() throws Exception {
        SoapMessage sound =
                request(deposit(CAMILLE, oid(), bytes("<before/>")), INDIRECTE).toMessage();
        String hashed = new String(sound.bytes(), StandardCharsets.ISO_8859_1)
                .replaceFirst(
                        "<rim:Slot name=\"languageCode\">",
                        "<rim:Slot name=\"hash\"><rim:ValueList><rim:Value>" + "0".repeat(40)
                                + "</rim:Value></rim:ValueList></rim:Slot><rim:Slot name=\"languageCode\">");

        Response response = dmp.post(
                "repository", new SoapMessage(sound.contentType(), hashed.getBytes(StandardCharsets.ISO_8859_1)));

        assertRefused(dmp.hop(), 200, "XDSRepositoryMetadataError");
        assertThat(XdsAnswer.readDeposit(soap(response)).errors())
                .extracting(XdsError::context)
                .containsExactly("DocumentEntry: hash is not the SHA-1 of the document");
    }

    @Test
    void wantsTheAuthorsStructureToBeTheVihfsWhereTheModeIsIndirect() throws Exception {
        var elsewhere = deposit(CAMILLE, oid(), bytes("<a/>"), "300000000020002");

        dmp.post("repository", request(elsewhere, INDIRECTE).toMessage());
        assertRefused(dmp.hop(), 200, "XDSRegistryMetadataError");
        dmp.post("repository", request(elsewhere, DIRECTE).toMessage());
        assertServed(dmp.hop());
    }

    @Test
    void knowsNoPatientWithoutADmp() throws Exception {
        Ins nobody = Documents.WITHOUT_DMP;

        dmp.post(
                "repository",
                request(deposit(nobody, oid(), bytes("<a/>")), INDIRECTE).toMessage());
        assertRefused(dmp.hop(), 200, "XDSUnknownPatientId");
        dmp.post("registry", Documents.search(DocumentQuery.of(nobody), INDIRECTE));
        assertRefused(dmp.hop(), 200, "XDSUnknownPatientId");
    }

    @Test
    void saysWhichDocumentsItHasNot() throws Exception {
        String uniqueId = oid();
        store(CAMILLE, uniqueId, "<a/>");
        String entryUuid = find(CAMILLE, uniqueId).orElseThrow().id();

        Response some = dmp.post("repository", retrieve(Optional.of(CAMILLE), DIRECTE, uniqueId, entryUuid));
        assertServed(dmp.hop());
        RetrieveAnswer answer = RetrieveAnswer.read(soap(some));
        assertThat(answer.answer().partial()).isTrue();
        assertThat(answer.documents()).hasSize(1);
        assertThat(answer.answer().errors().get(0).code()).isEqualTo("XDSDocumentUniqueIdError");
        assertThat(answer.answer().errors().get(0).context()).contains("entryUUID");
        dmp.post(
                "repository",
                retrieve(Optional.of(CAMILLE), DIRECTE, List.of(new DocumentReference("1.2.3", uniqueId))));
        assertRefused(dmp.hop(), 200, "XDSUnknownRepositoryId");
        dmp.post("repository", retrieve(Optional.empty(), DIRECTE, uniqueId));
        assertRefused(dmp.hop(), 500, "soap:SIM_PatientAbsent");
    }

    @Test
    void findsByCodeAndGivesReferences() throws Exception {
        String uniqueId = oid();
        store(CAMILLE, uniqueId, "<a/>");
        CodedValue report = new CodedValue("10", "1.2.250.1.213.1.1.4.1", "");
        CodedValue other = new CodedValue("11", "1.2.250.1.213.1.1.4.1", "");

        assertThat(search(DocumentQuery.of(CAMILLE).with(DocumentQuery.Code.CLASS, report, other))
                        .entries())
                .extracting(DocumentEntry::uniqueId)
                .contains(uniqueId);
        assertThat(search(DocumentQuery.of(CAMILLE).with(DocumentQuery.Code.CLASS, other))
                        .entries())
                .isEmpty();
        DocumentQuery all = DocumentQuery.of(CAMILLE);
        SearchAnswer references = search(new DocumentQuery(
                all.patient(), true, true, all.codes(), all.createdFrom(), all.createdTo(), all.notSimulated()));
        assertThat(references.entries()).isEmpty();
        assertThat(references.references())
                .contains(find(CAMILLE, uniqueId).orElseThrow().id());
    }

    @Test
    void namesWhatItSimulatesInAnswerToWhatItDoesNot() throws Exception {
        String update = new String(
                        Documents.search(DocumentQuery.of(CAMILLE), DIRECTE).bytes(), StandardCharsets.UTF_8)
                .replace("iti:2007:RegistryStoredQuery<", "iti:2010:UpdateDocumentSet<");

        Response response = dmp.post("registry", SoapMessage.xml(bytes(update)));

        assertRefused(dmp.hop(), 500, "soap:SIM_NonSimule");
        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().reason())
                .contains(
                        "TD0.2 (patients), TD0.3 (habilitations), TD2.1 (repository), TD3.1 (registry), TD3.2 (repository)");
        dmp.post("habilitations", SoapMessage.xml(bytes(update)));
        assertRefused(dmp.hop(), 500, "soap:SIM_NonSimule");
        dmp.post("patients", Documents.search(DocumentQuery.of(CAMILLE), DIRECTE));
        assertRefused(dmp.hop(), 500, "soap:SIM_MauvaisService");
    }

    @Test
    void namesTheParametersThatItDoesNotRead() throws Exception {
        String search = new String(
                        Documents.search(DocumentQuery.of(CAMILLE), DIRECTE).bytes(), StandardCharsets.UTF_8)
                .replace(
                        "<rim:Slot name=\"$XDSDocumentEntryStatus\">",
                        "<rim:Slot name=\"$XDSDocumentEntryEventCodeList\"/><rim:Slot name=\"$XDSDocumentEntryStatus\">");

        Response response = dmp.post("registry", SoapMessage.xml(bytes(search)));

        assertRefused(dmp.hop(), 500, "soap:SIM_NonSimule");
        assertThat(BusinessResponse.parse(response.body()).fault().orElseThrow().reason())
                .contains("$XDSDocumentEntryEventCodeList");
    }

    @Test
    void refusesAPackageThatCannotBeOpened() throws Exception {
        SoapMessage sound =
                request(deposit(CAMILLE, oid(), bytes("<a/>")), INDIRECTE).toMessage();

        Response response =
                dmp.post("repository", new SoapMessage(sound.contentType().replace("MIME-", "MIME+"), sound.bytes()));

        assertRefused(dmp.hop(), 400, "soap:SIM_XmlIllisible", "LPS-01");
        assertThat(soap(response).packaged()).isTrue();
    }

    @Test
    void refusesAnIncludeOfNothing() throws Exception {
        SoapMessage sound =
                request(deposit(CAMILLE, oid(), bytes("<a/>")), INDIRECTE).toMessage();
        String changed = new String(sound.bytes(), StandardCharsets.ISO_8859_1)
                .replace("cid:document-1@", "http://127.0.0.1/document-1@");

        dmp.post("repository", new SoapMessage(sound.contentType(), changed.getBytes(StandardCharsets.ISO_8859_1)));

        assertRefused(dmp.hop(), 400, "soap:SIM_XmlIllisible");
    }

    private static void store(Ins patient, String uniqueId, String content) throws Exception {
        dmp.post(
                "repository",
                request(deposit(patient, uniqueId, bytes(content)), INDIRECTE).toMessage());
        assertServed(dmp.hop());
    }

    private static List<XdsError> depositErrors(String uniqueId, String content) throws Exception {
        Response response = dmp.post(
                "repository",
                request(deposit(CAMILLE, uniqueId, bytes(content)), INDIRECTE).toMessage());
        dmp.hop();
        return XdsAnswer.readDeposit(soap(response)).errors();
    }

    private static Optional<DocumentEntry> find(Ins patient, String uniqueId) throws Exception {
        return search(DocumentQuery.of(patient)).entries().stream()
                .filter(entry -> entry.uniqueId().equals(uniqueId))
                .findFirst();
    }

    private static SearchAnswer search(DocumentQuery query) throws Exception {
        Response response = dmp.post("registry", Documents.search(query, INDIRECTE));
        assertServed(dmp.hop());
        return SearchAnswer.read(soap(response));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    static SoapMessage soap(Response response) {
        return new SoapMessage(response.headers().first("Content-Type").orElse(""), response.body());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
