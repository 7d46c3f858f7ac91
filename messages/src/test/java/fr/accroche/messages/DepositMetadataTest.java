package fr.accroche.messages;

import static fr.accroche.messages.FictiveDocuments.changed;
import static fr.accroche.messages.FictiveDocuments.deposit;
import static fr.accroche.messages.FictiveDocuments.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the metadata of a deposit, or with a query, is all found, and said in the words of XDS. */
class DepositMetadataTest {

    private static final SoapMessage SOUND = request(deposit()).toMessage();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<xds:Document id=\"Document01\"> | <xds:Document id=\"document01\"> | XDSMissingDocument |"
                        + " no Document has the id of this ExtrinsicObject",
                "<xds:Document id=\"Document01\"> | <xds:Document id=\"x\">AA==</xds:Document><xds:Document"
                        + " id=\"Document01\"> | XDSMissingDocumentMetadata | no ExtrinsicObject has the id of this Document",
                "objectType=\"urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1\"> |"
                        + " objectType=\"x\"><rim:Slot name=\"size\"><rim:ValueList><rim:Value>5</rim:Value></rim:ValueList>"
                        + "</rim:Slot> | XDSRepositoryMetadataError | DocumentEntry: size has 2 values, expected one",
                "<rim:Value>44</rim:Value> | <rim:Value>43</rim:Value> | XDSRepositoryMetadataError |"
                        + " DocumentEntry: size is not that of the document",
                "<rim:Value>44</rim:Value> | <rim:Value>-1</rim:Value> | XDSRepositoryMetadataError |"
                        + " DocumentEntry: size is not of its form",
                "mimeType=\"text/xml\" | mimeType=\"text/xml&#13;&#10;X: y\" | XDSRepositoryMetadataError |"
                        + " DocumentEntry: mimeType is no media type without parameters",
                "<rim:Value>20260115</rim:Value> | <rim:Value>2026-01-15</rim:Value> | XDSRepositoryMetadataError |"
                        + " DocumentEntry: creationTime is no yyyyMMddHHmmss, nor the beginning of one",
                "value=\"Compte rendu &lt;de | nothing=\"Compte rendu &lt;de | XDSRepositoryMetadataError |"
                        + " DocumentEntry: title is missing",
                "nodeRepresentation=\"11488-4\" | nodeRepresentation=\" \" | XDSRepositoryMetadataError |"
                        + " DocumentEntry: typeCode is missing, or lacks its code or its codingScheme",
                "associationType=\"urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember\" |"
                        + " associationType=\"urn:ihe:iti:2007:AssociationType:RPLC\" | XDSRepositoryError |"
                        + " only HasMember and signs associations are simulated",
                "^CAMILLE^ | ^^ | XDSRepositoryMetadataError |"
                        + " SubmissionSet: authorPerson lacks, or its identifier, family name or given name does"
            })
    void saysWhatIsWrong(String from, String to, String code, String context) {
        SoapMessage message = changed(SOUND, from, to);

        assertThat(errors(message)).contains(new XdsError(code, context));
    }

    @Test
    void saysOnceWhatIsWrongWithManyAssociations() {
        String many = "<rim:Association associationType=\"x\"/>".repeat(10_000);
        SoapMessage message = changed(SOUND, "</rim:RegistryObjectList>", many + "</rim:RegistryObjectList>");

        assertThat(errors(message)).singleElement().extracting(XdsError::code).isEqualTo("XDSRepositoryError");
    }

    @Test
    void findsAWrongHash() {
        String right = deposit().documents().get(0).sha1();

        assertThat(errors(changed(SOUND, right, right.replace(right.charAt(0), right.charAt(0) == '0' ? '1' : '0'))))
                .containsExactly(XdsError.of(
                        XdsError.Code.REPOSITORY_METADATA_ERROR,
                        "DocumentEntry: hash is not the SHA-1 of the document"));
        assertThat(Deposit.read(changed(SOUND, right, right.toUpperCase(Locale.ROOT)))
                        .documents())
                .hasSize(1);
    }

    @Test
    void findsAllThatIsWrongAtOnce() {
        SoapMessage message = changed(changed(SOUND, "41a5887f", "00000000"), "urn:uuid:2e82c1f6", "urn:uuid:00000000");

        assertThat(errors(message))
                .extracting(XdsError::context)
                .containsExactly(
                        "DocumentEntry: uniqueId is missing",
                        "DocumentEntry: classCode is missing, or lacks its code or its codingScheme");
    }

    @Test
    void findsTwoPatientsAndTwoDocumentsOfOneName() {
        String entryPatient = "58a6f841-87b3-4a3e-92fd-a8ffeff98427\" registryObject=\"Document01\" value=\"";
        assertThat(errors(changed(SOUND, entryPatient + "2", entryPatient + "1")))
                .extracting(XdsError::code)
                .containsExactly("XDSPatientIdDoesNotMatch");
        XdsDocument document = deposit().documents().get(0);
        XdsDocument again = new XdsDocument(
                FictiveDocuments.entry("Document02", document.entry().uniqueId(), document.content()),
                document.content());
        Deposit twice = new Deposit(FictiveDocuments.SET, List.of(document, again));

        assertThat(errors(request(twice).toMessage()))
                .extracting(XdsError::code)
                .containsExactly("XDSRepositoryDuplicateUniqueIdInMessage");
    }

    @Test
    void refusesMetadataTooLargeToKeep() {
        assertThat(errors(changed(SOUND, "fr-FR", "f".repeat(1001))))
                .containsExactly(XdsError.of(
                        XdsError.Code.REPOSITORY_METADATA_ERROR,
                        "DocumentEntry: languageCode is longer than 1000 characters"));
    }

    @Test
    void refusesALotWithoutEndOrWithoutBeginning() {
        String text = FictiveDocuments.text(SOUND);
        String set = text.substring(text.indexOf("<rim:RegistryPackage"), text.indexOf("</rim:RegistryPackage>") + 22);
        String entry =
                text.substring(text.indexOf("<rim:ExtrinsicObject"), text.indexOf("</rim:ExtrinsicObject>") + 22);

        assertThat(errors(changed(SOUND, set, ""))).hasSize(1);
        assertThat(errors(changed(SOUND, set, set + set))).hasSize(1);
        assertThat(errors(changed(SOUND, entry, ""))).hasSize(1);
        assertThat(errors(changed(SOUND, entry, entry.repeat(11))))
                .containsExactly(XdsError.of(XdsError.Code.REPOSITORY_ERROR, "1 to 10 documents are expected"));
    }

    /** The shape of the official sample: default namespaces, the date of the identity, a signature, no hash, no size. */
    @Test
    void readsADepositAsOtherProgramsWriteIt() throws IOException {
        Deposit read = Deposit.read(sample("dmp-td21-signed-other-prefixes.xml"));

        assertThat(read.set().patient()).isEqualTo(Fictive.PATIENT);
        assertThat(read.documents()).hasSize(2);
        DocumentEntry entry = read.documents().get(0).entry();
        assertThat(entry.patient()).isEqualTo(Fictive.PATIENT);
        assertThat(entry.hash()).isEmpty();
        assertThat(entry.author().person()).isEqualTo(new XdsPerson("899900000011", "DEMO", "CAMILLE"));
        assertThat(entry.author().institution()).isEqualTo(new XdsInstitution("CABINET DEMO", "499900000011000"));
        assertThat(new String(read.documents().get(0).content(), StandardCharsets.UTF_8))
                .isEqualTo("<a/>");
    }

    @Test
    void saysWhatAQueryLacks() {
        SoapMessage search = new SearchRequest(
                        Fictive.MESSAGE_ID, "", Optional.empty(), DocumentQuery.of(Fictive.PATIENT))
                .toMessage();

        assertThat(queryErrors(changed(search, "14d4debf", "00000000")))
                .extracting(XdsError::code)
                .containsExactly("XDSUnknownStoredQuery");
        assertThat(queryErrors(changed(changed(search, "$XDSDocumentEntryStatus", "$x"), "^^^", "^^")))
                .extracting(XdsError::code)
                .containsExactly("XDSStoredQueryMissingParam", "XDSStoredQueryMissingParam");
        assertThat(queryErrors(changed(search, "&amp;ISO^NH'", "&amp;ISO^NH','x'")))
                .extracting(XdsError::code)
                .containsExactly("XDSStoredQueryParamNumber");
        assertThat(DocumentQuery.read(changed(search, "Approved", "Deprecated")).approved())
                .isFalse();
        assertThat(DocumentQuery.read(changed(
                                search,
                                "<rim:Slot name=\"$XDSDocumentEntryStatus\">",
                                "<rim:Slot name=\"$XDSDocumentEntryEventCodeList\"/><rim:Slot name=\"$Unheard\"/>"
                                        + "<rim:Slot name=\"$XDSDocumentEntryStatus\">"))
                        .notSimulated())
                .containsExactly("$XDSDocumentEntryEventCodeList");
    }

    @Test
    void wantsTheBodyThatItReads() {
        assertThatThrownBy(
                        () -> Deposit.read(SoapMessage.xml(Fictive.signedDmp().getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MessageException.class);
        assertThatThrownBy(() -> DocumentQuery.read(SOUND)).isInstanceOf(MessageException.class);
        assertThatThrownBy(() -> RetrieveRequest.read(SOUND)).isInstanceOf(MessageException.class);
        assertThatThrownBy(() -> SearchAnswer.read(SOUND)).isInstanceOf(MessageException.class);
        assertThatThrownBy(() -> RetrieveAnswer.read(SOUND)).isInstanceOf(MessageException.class);
        assertThatThrownBy(() -> XdsAnswer.readDeposit(SOUND)).isInstanceOf(MessageException.class);
    }

    static SoapMessage sample(String name) throws IOException {
        try (InputStream in = DepositMetadataTest.class.getResourceAsStream("/samples/" + name)) {
            return SoapMessage.xml(in.readAllBytes());
        }
    }

    private static List<XdsError> errors(SoapMessage message) {
        return catchThrowableOfType(XdsException.class, () -> Deposit.read(message))
                .errors();
    }

    private static List<XdsError> queryErrors(SoapMessage message) {
        return catchThrowableOfType(XdsException.class, () -> DocumentQuery.read(message))
                .errors();
    }
}
