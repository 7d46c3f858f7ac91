package fr.accroche.messages;

import static fr.accroche.messages.FictiveDocuments.AUTHOR;
import static fr.accroche.messages.FictiveDocuments.CODES;
import static fr.accroche.messages.FictiveDocuments.REPORT;
import static fr.accroche.messages.FictiveDocuments.deposit;
import static fr.accroche.messages.FictiveDocuments.entry;
import static fr.accroche.messages.FictiveDocuments.request;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.RetrieveAnswer.Retrieved;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one side writes of TD2.1, TD3.1 and TD3.2, the other reads. */
class XdsRoundTripTest {

    private static final String ANSWER_ID = "urn:uuid:7c1e0000-0000-4000-8000-000000000009";
    private static final String ENTRY_UUID = "urn:uuid:7c1e0000-0000-4000-8000-00000000000a";

    @Test
    void readsADepositInMtomByteForByte() {
        byte[] every = new byte[70_000];
        new Random(1).nextBytes(every);
        byte[] crlf = "\r\n--MIME-\r\n\r\n--\r\n".getBytes(StandardCharsets.US_ASCII);
        Deposit sent = new Deposit(
                FictiveDocuments.SET,
                List.of(
                        new XdsDocument(entry("D1", "1.2.3", every), every),
                        new XdsDocument(entry("D2", "1.2.4", crlf), crlf),
                        new XdsDocument(entry("D3", "1.2.5", new byte[0]), new byte[0])));

        SoapMessage message = request(sent).toMessage();
        Deposit read = Deposit.read(message);

        assertThat(message.packaged()).isTrue();
        assertThat(read.set()).isEqualTo(sent.set());
        assertThat(read.documents()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(read.documents().get(i).entry())
                    .isEqualTo(sent.documents().get(i).entry());
            assertThat(read.documents().get(i).content())
                    .isEqualTo(sent.documents().get(i).content());
        }
    }

    @Test
    void readsADepositInBase64() {
        SoapMessage message = request(deposit()).toInlineMessage();

        assertThat(message.packaged()).isFalse();
        assertThat(Deposit.read(message).documents().get(0).content()).isEqualTo(REPORT);
    }

    @Test
    void readsOfADepositWhatSecurityJudges() {
        SamlAssertion vihf = Keys.EDITOR.signer().sign(Fictive.vihf());
        DepositRequest request = new DepositRequest(Fictive.MESSAGE_ID, "", Optional.of(vihf), deposit());

        BusinessRequest read = BusinessRequest.parse(request.toMessage());

        assertThat(read.action()).contains(DepositRequest.ACTION);
        assertThat(read.body()).isEqualTo(DepositRequest.BODY);
        assertThat(read.messageId()).contains(Fictive.MESSAGE_ID);
        assertThat(read.patient()).contains(Fictive.PATIENT);
        assertThat(SignatureVerifier.strict()
                        .verify(read.assertion(ParsedAssertion.Kind.VIHF).orElseThrow()))
                .isInstanceOf(SignatureResult.Valid.class);
    }

    @Test
    void readsASearch() {
        DocumentQuery asked = DocumentQuery.of(Fictive.PATIENT)
                .with(DocumentQuery.Code.CLASS, CODES.classCode(), new CodedValue("11", "1.2", ""))
                .with(DocumentQuery.Code.TYPE, new CodedValue("it's", "1.3", ""));
        SoapMessage message = new SearchRequest(Fictive.MESSAGE_ID, "", Optional.empty(), asked).toMessage();

        assertThat(DocumentQuery.read(message)).isEqualTo(asked);
        assertThat(BusinessRequest.parse(message).patient()).contains(Fictive.PATIENT);
    }

    @Test
    void readsTheAnswerToASearch() {
        DocumentEntry kept = entry("Document01", "1.2.3", REPORT)
                .registered(ENTRY_UUID, "0".repeat(40), 3, DocumentReference.DMP_REPOSITORY);
        SearchAnswer sent = new SearchAnswer(XdsAnswer.SUCCESS, List.of(kept, kept), List.of());
        SoapMessage message = sent.toMessage(ANSWER_ID, Fictive.MESSAGE_ID);

        assertThat(SearchAnswer.read(message)).isEqualTo(sent);
        BusinessResponse answer = BusinessResponse.parse(message);
        assertThat(answer.outcome()).contains("Success");
        assertThat(answer.relatesTo()).contains(Fictive.MESSAGE_ID);
    }

    @Test
    void readsReferencesFound() {
        SearchAnswer sent = new SearchAnswer(XdsAnswer.SUCCESS, List.of(), List.of(ENTRY_UUID));

        assertThat(SearchAnswer.read(sent.toMessage(ANSWER_ID, Fictive.MESSAGE_ID)))
                .isEqualTo(sent);
    }

    @Test
    void readsARetrievalAndItsAnswer() {
        DocumentReference reference = new DocumentReference(DocumentReference.DMP_REPOSITORY, "1.2.3");
        SoapMessage asked =
                new RetrieveRequest(Fictive.MESSAGE_ID, "", Optional.empty(), List.of(reference)).toMessage();
        SoapMessage answered = new RetrieveAnswer(
                        XdsAnswer.SUCCESS, List.of(new Retrieved(reference, "text/xml", REPORT)))
                .toMessage(ANSWER_ID, Fictive.MESSAGE_ID);

        assertThat(RetrieveRequest.read(asked)).containsExactly(reference);
        assertThat(answered.packaged()).isTrue();
        RetrieveAnswer read = RetrieveAnswer.read(answered);
        assertThat(read.answer()).isEqualTo(XdsAnswer.SUCCESS);
        assertThat(read.documents().get(0).reference()).isEqualTo(reference);
        assertThat(read.documents().get(0).content()).isEqualTo(REPORT);
        assertThat(BusinessResponse.parse(answered).outcome()).contains("Success");
    }

    @Test
    void readsErrorsOfEachAnswer() {
        List<XdsError> errors = List.of(
                XdsError.of(XdsError.Code.UNKNOWN_PATIENT_ID, "nobody has this INS"),
                XdsError.of(XdsError.Code.MISSING_DOCUMENT, "a \"document\" lacks"));
        XdsAnswer failure = XdsAnswer.failure(errors);

        assertThat(XdsAnswer.readDeposit(failure.toDeposit(ANSWER_ID, Fictive.MESSAGE_ID)))
                .isEqualTo(failure);
        assertThat(XdsAnswer.readDeposit(
                        failure.toDeposit(ANSWER_ID, Fictive.MESSAGE_ID).inPackage()))
                .isEqualTo(failure);
        assertThat(SearchAnswer.read(SearchAnswer.failure(errors).toMessage(ANSWER_ID, Fictive.MESSAGE_ID))
                        .answer())
                .isEqualTo(failure);
        SoapMessage partial =
                new RetrieveAnswer(new XdsAnswer(errors, true), List.of()).toMessage(ANSWER_ID, Fictive.MESSAGE_ID);
        assertThat(RetrieveAnswer.read(partial).answer().partial()).isTrue();
        assertThat(BusinessResponse.parse(partial).outcome()).contains("PartialSuccess");
    }

    @Test
    void findsByPatientCodesAndTime() {
        DocumentEntry entry = entry("Document01", "1.2.3", REPORT);
        DocumentQuery all = DocumentQuery.of(Fictive.PATIENT);

        assertThat(all.finds(entry)).isTrue();
        assertThat(DocumentQuery.of(new Ins("290019999900113", Ins.NIR)).finds(entry))
                .isFalse();
        assertThat(all.with(
                                DocumentQuery.Code.CONFIDENTIALITY,
                                CODES.confidentiality().get(1))
                        .finds(entry))
                .isTrue();
        assertThat(all.with(DocumentQuery.Code.CLASS, new CodedValue("10", "1.2.3", ""))
                        .finds(entry))
                .isFalse();
        assertThat(between("20260115", "20260116").finds(entry)).isTrue();
        assertThat(between("202601150000", "20260115000001").finds(entry)).isTrue();
        assertThat(between("2025", "20260115").finds(entry)).isFalse();
        assertThat(between("20260115000001", "2027").finds(entry)).isFalse();
    }

    private static DocumentQuery between(String from, String to) {
        return new DocumentQuery(Fictive.PATIENT, true, false, Map.of(), Optional.of(from), Optional.of(to), Set.of());
    }

    @Test
    void keepsHealthDataOutOfTexts() {
        assertThat(List.of(deposit().documents(), request(deposit()).toMessage(), entry("D", "1.2", REPORT))
                        .toString())
                .doesNotContain("Compte rendu")
                .doesNotContain("D'ÉMO")
                .doesNotContain(Fictive.PATIENT.value());
        assertThat(AUTHOR.person().xcn())
                .startsWith("899900000011^D'ÉMO \\T\\ FILS^CAMILLE^^^^^^&1.2.250.1.71.4.2.1&ISO^D");
    }
}
