package client;

import ihe.iti.xds_b._2007.ProvideAndRegisterDocumentSetRequestType;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import oasis.names.tc.ebxml_regrep.xsd.lcm._3.SubmitObjectsRequest;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.AssociationType1;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.ClassificationType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.ExternalIdentifierType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.ExtrinsicObjectType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.InternationalStringType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.ObjectFactory;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.RegistryObjectListType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.RegistryObjectType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.RegistryPackageType;
import oasis.names.tc.ebxml_regrep.xsd.rim._3.SlotType1;

/** What XDS says of a document and of its lot (ITI TF-3 4.2). */
final class Metadata {

    private static final String UNIQUE_ID = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab";
    private static final String LOT = "SubmissionSet01";
    private static final String DOCUMENT = "Document01";

    private final ObjectFactory rim = new ObjectFactory();
    private final String patient;
    private final String person;
    private final String structure;
    private final String now = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").format(ZonedDateTime.now(ZoneOffset.UTC));
    private int children;

    Metadata(String patient, String person, String structure) {
        this.patient = patient;
        this.person = person + "^DEMO^CAMILLE^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS";
        this.structure = "CABINET DEMO^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^" + structure;
    }

    ProvideAndRegisterDocumentSetRequestType deposit(byte[] content) {
        RegistryObjectListType objects = new RegistryObjectListType();
        objects.getIdentifiable().add(rim.createRegistryPackage(lot()));
        objects.getIdentifiable().add(rim.createExtrinsicObject(entry()));
        objects.getIdentifiable().add(rim.createAssociation(member()));
        SubmitObjectsRequest submission = new SubmitObjectsRequest();
        submission.setRegistryObjectList(objects);
        ProvideAndRegisterDocumentSetRequestType.Document document =
                new ProvideAndRegisterDocumentSetRequestType.Document();
        document.setId(DOCUMENT);
        document.setValue(new DataHandler(new ByteArrayDataSource(content, "application/pdf")));
        ProvideAndRegisterDocumentSetRequestType request = new ProvideAndRegisterDocumentSetRequestType();
        request.setSubmitObjectsRequest(submission);
        request.getDocument().add(document);
        return request;
    }

    private RegistryPackageType lot() {
        RegistryPackageType lot = new RegistryPackageType();
        lot.setId(LOT);
        lot.getSlot().add(slot("submissionTime", now));
        lot.setName(text("Lot"));
        author(lot, "urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d");
        code(lot, "urn:uuid:aa543740-bdda-424e-8c96-df4873be8500", "07", "1.2.250.1.213.2.2");
        ClassificationType kind = new ClassificationType();
        kind.setId(child());
        kind.setClassifiedObject(LOT);
        kind.setClassificationNode("urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd");
        lot.getClassification().add(kind);
        identifier(lot, "urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446", "XDSSubmissionSet.patientId", patient);
        identifier(
                lot, "urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832", "XDSSubmissionSet.sourceId", "1.2.250.1.999.1");
        identifier(lot, "urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8", "XDSSubmissionSet.uniqueId", oid());
        return lot;
    }

    private ExtrinsicObjectType entry() {
        ExtrinsicObjectType entry = new ExtrinsicObjectType();
        entry.setId(DOCUMENT);
        entry.setObjectType("urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1");
        entry.setMimeType("application/pdf");
        entry.getSlot().add(slot("creationTime", now));
        entry.getSlot().add(slot("languageCode", "fr-FR"));
        entry.getSlot().add(slot("legalAuthenticator", person));
        entry.getSlot().add(slot("sourcePatientId", patient));
        entry.setName(text("Compte rendu"));
        author(entry, "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d");
        code(entry, "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a", "10", "1.2.250.1.213.1.1.4.1");
        code(entry, "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983", "11488-4", "2.16.840.1.113883.6.1");
        code(entry, "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f", "N", "2.16.840.1.113883.5.25");
        code(
                entry,
                "urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d",
                "urn:ihe:iti:xds-sd:pdf:2008",
                "1.3.6.1.4.1.19376.1.2.3");
        code(entry, "urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1", "SA07", "1.2.250.1.71.4.2.4");
        code(entry, "urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead", "AMBULATOIRE", "1.2.250.1.213.1.1.4.9");
        identifier(entry, "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427", "XDSDocumentEntry.patientId", patient);
        identifier(entry, UNIQUE_ID, "XDSDocumentEntry.uniqueId", oid());
        return entry;
    }

    private AssociationType1 member() {
        AssociationType1 member = new AssociationType1();
        member.setId(child());
        member.setAssociationType("urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember");
        member.setSourceObject(LOT);
        member.setTargetObject(DOCUMENT);
        member.getSlot().add(slot("SubmissionSetStatus", "Original"));
        return member;
    }

    private void author(RegistryObjectType object, String scheme) {
        ClassificationType author = classification(object, scheme, "");
        author.getSlot().add(slot("authorInstitution", structure));
        author.getSlot().add(slot("authorPerson", person));
    }

    private void code(RegistryObjectType object, String scheme, String code, String system) {
        ClassificationType classification = classification(object, scheme, code);
        classification.getSlot().add(slot("codingScheme", system));
        classification.setName(text(code));
    }

    private ClassificationType classification(RegistryObjectType object, String scheme, String node) {
        ClassificationType classification = new ClassificationType();
        classification.setId(child());
        classification.setClassificationScheme(scheme);
        classification.setClassifiedObject(object.getId());
        classification.setNodeRepresentation(node);
        object.getClassification().add(classification);
        return classification;
    }

    private void identifier(RegistryObjectType object, String scheme, String name, String value) {
        ExternalIdentifierType identifier = new ExternalIdentifierType();
        identifier.setId(child());
        identifier.setIdentificationScheme(scheme);
        identifier.setRegistryObject(object.getId());
        identifier.setName(text(name));
        identifier.setValue(value);
        object.getExternalIdentifier().add(identifier);
    }

    static SlotType1 slot(String name, String value) {
        SlotType1.ValueList values = new SlotType1.ValueList();
        values.getValue().add(value);
        SlotType1 slot = new SlotType1();
        slot.setName(name);
        slot.setValueList(values);
        return slot;
    }

    /** The first value of a slot. */
    static String slot(RegistryObjectType object, String name) {
        return object.getSlot().stream()
                .filter(slot -> slot.getName().equals(name))
                .map(slot -> slot.getValueList().getValue().get(0))
                .findFirst()
                .orElseThrow();
    }

    static String uniqueId(RegistryObjectType object) {
        return object.getExternalIdentifier().stream()
                .filter(identifier -> identifier.getIdentificationScheme().equals(UNIQUE_ID))
                .map(ExternalIdentifierType::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static InternationalStringType text(String value) {
        InternationalStringType.LocalizedString localized = new InternationalStringType.LocalizedString();
        localized.setLang("fr");
        localized.setCharset("UTF-8");
        localized.setValue(value);
        InternationalStringType text = new InternationalStringType();
        text.getLocalizedString().add(localized);
        return text;
    }

    private String child() {
        return "object-" + ++children;
    }

    private static String oid() {
        return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    }
}
