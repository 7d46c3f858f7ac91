package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Deposit;
import fr.accroche.messages.DepositRequest;
import fr.accroche.messages.DocumentCodes;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.DocumentReference;
import fr.accroche.messages.Ins;
import fr.accroche.messages.Person;
import fr.accroche.messages.RetrieveRequest;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.SearchRequest;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.SubmissionSet;
import fr.accroche.messages.Vihf;
import fr.accroche.messages.VihfSigner;
import fr.accroche.messages.XdsAuthor;
import fr.accroche.messages.XdsDocument;
import fr.accroche.messages.XdsInstitution;
import fr.accroche.messages.XdsPerson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sound requests about documents, and the parts to make unsound ones of. */
final class Documents {

    static final Ins CAMILLE = Samples.PATIENT;
    static final Ins JEAN = FictivePatient.ALL.get(1).forDmp(Environment.TEST);
    static final Ins WITHOUT_DMP = FictivePatient.ALL.get(3).forDmp(Environment.TEST);
    static final String STRUCTURE = "499900000011000";

    private Documents() {}

    /** A new identifier. */
    static String oid() {
        return "2.25." + (UUID.randomUUID().getMostSignificantBits() >>> 1);
    }

    static Deposit deposit(Ins patient, String uniqueId, byte[] content) {
        return deposit(patient, uniqueId, content, STRUCTURE);
    }

    static Deposit deposit(Ins patient, String uniqueId, byte[] content, String structure) {
        XdsAuthor author = new XdsAuthor(
                new XdsPerson(Tokens.PERSON, "DOC", "CAMILLE"),
                Optional.empty(),
                new XdsInstitution("CABINET DOC", structure));
        DocumentEntry entry = new DocumentEntry(
                "Document01",
                uniqueId,
                patient,
                patient.hl7(),
                "text/xml",
                "Compte rendu",
                author,
                Optional.of(author.person()),
                DocumentEntry.time(RunningTeleservice.NOW),
                "fr-FR",
                codes(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        SubmissionSet set = new SubmissionSet(
                "SubmissionSet01",
                oid(),
                "1.2.250.1.999.1.1",
                patient,
                DocumentEntry.time(RunningTeleservice.NOW),
                "lot",
                new CodedValue("07", "1.2.250.1.213.2.2", "Consultation"),
                author);
        return new Deposit(set, List.of(new XdsDocument(entry, content)));
    }

    private static DocumentCodes codes() {
        return new DocumentCodes(
                new CodedValue("10", "1.2.250.1.213.1.1.4.1", "Compte rendu"),
                new CodedValue("11488-4", "2.16.840.1.113883.6.1", "Compte rendu"),
                new CodedValue("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3", "Texte brut"),
                List.of(new CodedValue("N", "2.16.840.1.113883.5.25", "Normal")),
                new CodedValue("SA07", "1.2.250.1.71.4.2.4", "Cabinet individuel"),
                new CodedValue("AMBULATOIRE", "1.2.250.1.213.1.1.4.9", "Ambulatoire"));
    }

    static DepositRequest request(Deposit deposit, String mode) {
        return new DepositRequest(
                messageId(), "", Optional.of(vihf(Optional.of(deposit.set().patient()), mode)), deposit);
    }

    static SoapMessage search(DocumentQuery query, String mode) {
        return new SearchRequest(messageId(), "", Optional.of(vihf(Optional.of(query.patient()), mode)), query)
                .toMessage();
    }

    static SoapMessage retrieve(Optional<Ins> patient, String mode, String... uniqueIds) {
        return retrieve(
                patient,
                mode,
                List.of(uniqueIds).stream()
                        .map(id -> new DocumentReference(DocumentReference.DMP_REPOSITORY, id))
                        .toList());
    }

    static SoapMessage retrieve(Optional<Ins> patient, String mode, List<DocumentReference> documents) {
        return new RetrieveRequest(messageId(), "", Optional.of(vihf(patient, mode)), documents).toMessage();
    }

    static String messageId() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    static SamlAssertion vihf(Optional<Ins> patient, String mode) {
        VihfSigner seal = new VihfSigner(TestCertificates.SIGNER.key(), TestCertificates.SIGNER.certificate());
        return seal.sign(new Vihf(
                "_" + UUID.randomUUID(),
                RunningTeleservice.NOW,
                seal.issuer(),
                new Person(
                        Tokens.PERSON,
                        "DOC CAMILLE",
                        List.of(
                                new CodedValue("10", CodedValue.PROFESSION, "Médecin"),
                                new CodedValue("SM54", CodedValue.SPECIALITY, "Médecine générale"))),
                STRUCTURE,
                Optional.of("SA07"),
                mode,
                patient,
                CodedValue.normalAccess(),
                Samples.LPS,
                Vihf.MOBILE_TWO_FACTOR,
                "3.0"));
    }
}
