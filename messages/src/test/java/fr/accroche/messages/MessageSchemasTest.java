package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.AuthorizationRequest.Change;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** All that this module writes is valid: by our schemas, and the assertions in it by those of OASIS and the W3C, which OpenSAML has. */
class MessageSchemasTest {

    private static final String ANSWER_ID = "urn:uuid:7c1e0000-0000-4000-8000-000000000009";
    private static final DocumentReference REFERENCE = new DocumentReference("1.2.250.1.999.2", "1.2.250.1.999.3");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final Schema SCHEMA = SchemaLoader.compile(
            List.of(SchemaFile.values()),
            standard("xmldsig-core-schema"),
            standard("xenc-schema"),
            standard("saml-schema-assertion-2.0"));

    private static StreamSource standard(String name) {
        return new StreamSource(
                MessageSchemasTest.class.getResourceAsStream("/schema/" + name + ".xsd"), name + ".xsd");
    }

    private static Optional<SamlAssertion> signed() {
        return Optional.of(Keys.EDITOR.signer().sign(Fictive.vihf()));
    }

    static Stream<Arguments> requests() {
        Optional<SamlAssertion> vihf = signed();
        Traits traits = Traits.of("DEMO", "CAMILLE", "F", "1990-01-01");
        return Stream.of(
                Arguments.of(
                        "WS_INS1",
                        xml(new InsiCardRequest(
                                        "uuid:b3540000-0000-4000-8000-000000000013",
                                        Fictive.contexteLps(Fictive.tlsiLps()),
                                        Fictive.contexteBam(),
                                        Optional.of(Fictive.assertionPs().toAssertion()),
                                        VitaleCard.of(Fictive.PATIENT, "DEMO", "1990-01-01"))
                                .toBytes())),
                Arguments.of("WS_INS2", search(Optional.of(Fictive.assertionPs().toAssertion()), traits)),
                Arguments.of("WS_INS2 without assertion", search(Optional.empty(), traits)),
                Arguments.of(
                        "WS_INS2 of all traits",
                        search(
                                Optional.empty(),
                                new Traits(
                                        Optional.of("DEMO"),
                                        List.of("CAMILLE", "LOU"),
                                        Optional.of("F"),
                                        Optional.of("1990-00-00"),
                                        Optional.of("2A020")))),
                Arguments.of(
                        "TD0.2", SoapMessage.xml(Fictive.dmp(vihf.orElseThrow()).toBytes())),
                Arguments.of("TD0.3", authorization(vihf, Change.ADD, true)),
                Arguments.of("TD0.3 that removes", authorization(vihf, Change.REMOVE, false)),
                Arguments.of(
                        "TD2.1",
                        new DepositRequest(Fictive.MESSAGE_ID, "", vihf, FictiveDocuments.deposit()).toInlineMessage()),
                Arguments.of(
                        "TD2.1 as a package",
                        new DepositRequest(Fictive.MESSAGE_ID, "", vihf, FictiveDocuments.deposit()).toMessage()),
                Arguments.of(
                        "ON registration",
                        on(new OnBody.Registration(Fictive.PATIENT, DAY, List.of("PARACETAMOL 1 g", "REPOS")))),
                Arguments.of("ON search", on(OnBody.Search.of(Fictive.PATIENT))),
                Arguments.of(
                        "ON search of some days",
                        on(new OnBody.Search(
                                Fictive.PATIENT,
                                Optional.of(DAY),
                                Optional.of(DAY),
                                Set.of(OnStatus.A_DELIVRER, OnStatus.ANNULEE)))),
                Arguments.of("ON consultation", on(new OnBody.Consultation("SIM-ON-0001", Fictive.PATIENT))),
                Arguments.of("TD3.1", query(vihf, DocumentQuery.of(Fictive.PATIENT))),
                Arguments.of(
                        "TD3.1 of a type since a time",
                        query(
                                vihf,
                                DocumentQuery.of(Fictive.PATIENT)
                                        .with(DocumentQuery.Code.TYPE, FictiveDocuments.CODES.type())
                                        .created(Optional.of("2026"), Optional.of("2027")))),
                Arguments.of(
                        "TD3.2",
                        new RetrieveRequest(Fictive.MESSAGE_ID, "urn:dmp", vihf, List.of(REFERENCE)).toMessage()));
    }

    private static SoapMessage search(Optional<SamlAssertion> assertion, Traits traits) {
        return SoapMessage.xml(new InsiRequest(
                        "uuid:b3540000-0000-4000-8000-000000000013",
                        Fictive.contexteLps(Fictive.tlsiLps()),
                        Fictive.contexteBam(),
                        assertion,
                        traits)
                .toBytes());
    }

    private static SoapMessage on(OnBody body) {
        return SoapMessage.xml(new OnRequest(
                        "uuid:b3540000-0000-4000-8000-000000000013",
                        Fictive.contexteLps(Fictive.tlsiLps()),
                        Fictive.contexteBam(),
                        Optional.of(Fictive.assertionPs().toAssertion()),
                        body)
                .toBytes());
    }

    private static SoapMessage authorization(Optional<SamlAssertion> vihf, Change change, boolean treating) {
        return SoapMessage.xml(
                new AuthorizationRequest(Fictive.MESSAGE_ID, "", vihf, new AuthorizationRequest.Order(change, treating))
                        .toBytes());
    }

    private static SoapMessage query(Optional<SamlAssertion> vihf, DocumentQuery query) {
        return new SearchRequest(Fictive.MESSAGE_ID, "", vihf, query).toMessage();
    }

    static Stream<Arguments> answers() {
        DocumentEntry entry = FictiveDocuments.entry("urn:uuid:1", FictiveDocuments.UNIQUE_ID, FictiveDocuments.REPORT);
        List<XdsError> errors = List.of(XdsError.of(XdsError.Code.UNKNOWN_PATIENT_ID, "patientId"));
        return Stream.of(
                Arguments.of("CR 00", xml(InsiResponse.found(identity()))),
                Arguments.of("CR 01", xml(InsiResponse.notFound())),
                Arguments.of("CR 02", xml(InsiResponse.several())),
                Arguments.of("ON registered", xml(onAnswer(OnOperation.REGISTER, prescription()))),
                Arguments.of(
                        "ON found",
                        xml(onAnswer(OnOperation.SEARCH, prescription().summary()))),
                Arguments.of("ON found nothing", xml(onAnswer(OnOperation.SEARCH))),
                Arguments.of("ON consulted", xml(onAnswer(OnOperation.CONSULT, prescription()))),
                Arguments.of("DMP found", xml(existence(Optional.of(dossier())))),
                Arguments.of("no DMP", xml(existence(Optional.empty()))),
                Arguments.of(
                        "TD0.2 not understood",
                        xml(new DmpError(ANSWER_ID, Fictive.MESSAGE_ID, Fictive.NOW, "Aucun patient").toBytes())),
                Arguments.of(
                        "authorized",
                        xml(new AuthorizationAnswer(AuthorizationAnswer.OK, "fait")
                                .toBytes(ANSWER_ID, Fictive.MESSAGE_ID))),
                Arguments.of("deposited", XdsAnswer.SUCCESS.toDeposit(ANSWER_ID, Fictive.MESSAGE_ID)),
                Arguments.of("not deposited", XdsAnswer.failure(errors).toDeposit(ANSWER_ID, Fictive.MESSAGE_ID)),
                Arguments.of(
                        "documents found",
                        new SearchAnswer(XdsAnswer.SUCCESS, List.of(entry), List.of())
                                .toMessage(ANSWER_ID, Fictive.MESSAGE_ID)),
                Arguments.of(
                        "references found",
                        new SearchAnswer(XdsAnswer.SUCCESS, List.of(), List.of("urn:uuid:1"))
                                .toMessage(ANSWER_ID, Fictive.MESSAGE_ID)),
                Arguments.of("not searched", SearchAnswer.failure(errors).toMessage(ANSWER_ID, Fictive.MESSAGE_ID)),
                Arguments.of(
                        "document read",
                        new RetrieveAnswer(
                                        XdsAnswer.SUCCESS,
                                        List.of(new RetrieveAnswer.Retrieved(
                                                REFERENCE, "text/xml", FictiveDocuments.REPORT)))
                                .toMessage(ANSWER_ID, Fictive.MESSAGE_ID)),
                Arguments.of(
                        "document not read",
                        new RetrieveAnswer(XdsAnswer.failure(errors), List.of())
                                .toMessage(ANSWER_ID, Fictive.MESSAGE_ID)));
    }

    private static byte[] onAnswer(OnOperation operation, OnPrescription... prescriptions) {
        return new OnResponse(operation, List.of(prescriptions)).toBytes();
    }

    private static OnPrescription prescription() {
        return new OnPrescription(
                "SIM-ON-0001", Fictive.PATIENT, DAY, OnStatus.A_DELIVRER, "899900000011", List.of("PARACETAMOL 1 g"));
    }

    private static SoapMessage xml(byte[] soap) {
        return SoapMessage.xml(soap);
    }

    private static InsiResponse.Identity identity() {
        return new InsiResponse.Identity(
                new Ins("290019999900113", Ins.NIR),
                List.of(new InsiResponse.FormerIns(
                        new Ins("180032B02040123", Ins.NIR),
                        Optional.of(LocalDate.of(2019, 2, 1)),
                        Optional.of(LocalDate.of(2024, 5, 31)))),
                new Traits(
                        Optional.of("DEMO"),
                        List.of("CAMILLE", "LOU"),
                        Optional.of("F"),
                        Optional.of("1990-00-00"),
                        Optional.of("2A020")));
    }

    private static DmpResponse.Dossier dossier() {
        return new DmpResponse.Dossier("VALIDE", true, Optional.of("0123456789012345678901"), true, false);
    }

    private static byte[] existence(Optional<DmpResponse.Dossier> dossier) {
        return new DmpResponse(ANSWER_ID, Fictive.MESSAGE_ID, Fictive.NOW, Fictive.PATIENT, dossier).toBytes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"requests", "answers"})
    void whatIsWrittenIsValid(String name, SoapMessage message) {
        List<Element> blocks = SoapReader.of(included(message)).blocks();

        assertThat(blocks)
                .flatExtracting(block -> SchemaCheck.problems(SCHEMA, block))
                .isEmpty();
    }

    /** XOP §3.2: the XML that a package stands for. */
    private static org.w3c.dom.Document included(SoapMessage message) {
        XopPackage opened = XopPackage.open(message);
        Dom.each(opened.document().getDocumentElement(), element -> {
            if (Dom.is(element, Namespaces.XDSB, "Document")) {
                element.setTextContent(Base64.getEncoder().encodeToString(opened.content(element)));
            }
        });
        return opened.document();
    }

    static Stream<byte[]> faults() {
        return Stream.of(
                TlsiFault.unknownSoftware(Optional.of("uuid:1")).toBytes(),
                TlsiFault.refused("SIM_1", "Refus", Optional.empty()).toBytes(),
                InsiFault.technical(InsiFault.OF_TRAITS, "fatal").toBytes(),
                new OnFault("SIM_PrescriptionInconnue", "Prescription inconnue.").toBytes());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theDetailOfFaultsIsValidInBothDialects(byte[] fault) {
        Element detail = Dom.only(SoapReader.of(SafeXml.parse(fault)).payload(), Namespaces.SOAP12, "Detail")
                .orElseThrow();

        assertThat(Dom.children(detail))
                .singleElement()
                .satisfies(
                        error -> assertThat(SchemaCheck.problems(SCHEMA, error)).isEmpty());
    }

    @Test
    void headersOfTheDmpsFaultsAreValid() {
        byte[] fault = DmpFault.invalidCertificate(ANSWER_ID, Optional.of(Fictive.MESSAGE_ID))
                .toBytes();

        Element header = SoapReader.of(SafeXml.parse(fault)).header().orElseThrow();
        assertThat(Dom.children(header))
                .hasSize(4)
                .flatExtracting(block -> SchemaCheck.problems(SCHEMA, block))
                .isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("TD0.2", "<acceptAckCode code=\"AL\"/>", "", "receiver"),
                Arguments.of("TD0.2", " code=\"10\"", " kode=\"10\"", "Role"),
                Arguments.of("TD0.2", "xsi:type=\"CE\"", "xsi:type=\"XX\"", "Role"),
                Arguments.of("TD0.2", " IssueInstant=\"2026-01-15T09:00:00.000Z\"", "", "Assertion"),
                Arguments.of("TD0.2", "ID=\"_5f0c", "ID=\"5f0c", "Assertion"),
                Arguments.of("TD2.1", "<rim:Slot name=\"submissionTime\">", "<rim:Slot>", "Slot"),
                Arguments.of("TD2.1", "</xds:Document>", "!</xds:Document>", "Document"),
                Arguments.of("TD3.1", "returnType=\"LeafClass\"", "returnType=\"Leaf\"", "ResponseOption"),
                Arguments.of("TD3.2", "xds:DocumentUniqueId", "xds:UniqueId", "UniqueId"),
                Arguments.of("ON registration", "<on:Ligne>REPOS</on:Ligne>", "<on:Ligne/>", "Ligne"),
                Arguments.of("ON registration", "-15</on:Date>", "-15+02:00</on:Date>", "Date"),
                Arguments.of("ON search", "dialecte=\"fictif\"", "dialecte=\"exact\"", "rechercherPrescription"),
                Arguments.of("CR 00", "<OID>1.2.250.1.213.1.4.8</OID>", "", "INSACTIF"),
                Arguments.of("CR 00", "<Cle>13</Cle>", "<Cle>1</Cle>", "Cle"),
                Arguments.of(
                        "documents found", " status=\"urn:oasis:names:tc:ebxml-regrep:Resp", " stat=\"", "AdhocQuery"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void whatIsWrongIsNotValid(String name, String that, String instead, String place) {
        String sound = FictiveDocuments.text(Stream.concat(requests(), answers())
                .filter(each -> each.get()[0].equals(name))
                .map(each -> (SoapMessage) each.get()[1])
                .findFirst()
                .orElseThrow());
        assertThat(sound).contains(that);

        List<Element> blocks = SoapReader.of(SafeXml.parse(
                        sound.replace(that, instead).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .blocks();

        assertThat(blocks)
                .flatExtracting(block -> SchemaCheck.problems(SCHEMA, block))
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem.toString()).contains(place));
    }

    @Test
    void eachFileCompilesAlone() {
        for (SchemaFile file : SchemaFile.values()) {
            assertThat(SchemaLoader.compile(List.of(file))).as(file.file()).isNotNull();
        }
    }
}
