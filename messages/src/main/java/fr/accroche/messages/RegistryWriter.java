package fr.accroche.messages;

import java.util.Optional;

/** Writes XDS metadata as objects of an ebXML registry (ITI TF-3 §4.2.1), under the prefix {@code rim}, in the schema's order. */
final class RegistryWriter {

    private final XmlText xml;
    private final String object;
    private int children;

    private RegistryWriter(XmlText xml, String object) {
        this.xml = xml;
        this.object = object;
    }

    static void write(XmlText xml, SubmissionSet set) {
        xml.open("rim:RegistryPackage", "id", set.id());
        RegistryWriter writer = new RegistryWriter(xml, set.id());
        writer.slot("submissionTime", set.submissionTime());
        writer.name(set.title());
        writer.author(XdsSchemes.SET_AUTHOR, set.author());
        writer.code(XdsSchemes.SET_CONTENT_TYPE, set.contentType());
        xml.empty(
                "rim:Classification",
                "id",
                writer.child(),
                "classifiedObject",
                set.id(),
                "classificationNode",
                XdsSchemes.SUBMISSION_SET);
        writer.identifier(
                XdsSchemes.SET_PATIENT,
                "XDSSubmissionSet.patientId",
                set.patient().hl7());
        writer.identifier(XdsSchemes.SET_SOURCE_ID, "XDSSubmissionSet.sourceId", set.sourceId());
        writer.identifier(XdsSchemes.SET_UNIQUE_ID, "XDSSubmissionSet.uniqueId", set.uniqueId());
        xml.close();
    }

    /** @param registered whether a registry says it, or who submits */
    static void write(XmlText xml, DocumentEntry entry, boolean registered) {
        if (registered) {
            xml.open(
                    "rim:ExtrinsicObject",
                    "id",
                    entry.id(),
                    "lid",
                    entry.id(),
                    "isOpaque",
                    "false",
                    "mimeType",
                    entry.mimeType(),
                    "objectType",
                    XdsSchemes.DOCUMENT_ENTRY,
                    "status",
                    XdsSchemes.APPROVED);
        } else {
            xml.open(
                    "rim:ExtrinsicObject",
                    "id",
                    entry.id(),
                    "mimeType",
                    entry.mimeType(),
                    "objectType",
                    XdsSchemes.DOCUMENT_ENTRY);
        }
        new RegistryWriter(xml, entry.id()).content(entry);
        xml.close();
    }

    private void content(DocumentEntry entry) {
        slot("creationTime", entry.creationTime());
        slot("hash", entry.hash());
        slot("languageCode", entry.languageCode());
        slot("legalAuthenticator", entry.legalAuthenticator().map(XdsPerson::xcn));
        slot("repositoryUniqueId", entry.repository());
        slot("size", entry.size().map(String::valueOf));
        slot("sourcePatientId", entry.sourcePatientId());
        name(entry.title());
        author(XdsSchemes.ENTRY_AUTHOR, entry.author());
        DocumentCodes codes = entry.codes();
        code(XdsSchemes.CLASS, codes.classCode());
        code(XdsSchemes.TYPE, codes.type());
        codes.confidentiality().forEach(code -> code(XdsSchemes.CONFIDENTIALITY, code));
        code(XdsSchemes.FORMAT, codes.format());
        code(XdsSchemes.FACILITY, codes.facility());
        code(XdsSchemes.PRACTICE, codes.practice());
        identifier(
                XdsSchemes.ENTRY_PATIENT,
                "XDSDocumentEntry.patientId",
                entry.patient().hl7());
        identifier(XdsSchemes.ENTRY_UNIQUE_ID, "XDSDocumentEntry.uniqueId", entry.uniqueId());
    }

    /** The association that puts a new document in its lot. */
    static void member(XmlText xml, String set, String document) {
        xml.open(
                "rim:Association",
                "id",
                "member-" + document,
                "associationType",
                XdsSchemes.HAS_MEMBER,
                "sourceObject",
                set,
                "targetObject",
                document);
        slot(xml, "SubmissionSetStatus", "Original");
        xml.close();
    }

    static void slot(XmlText xml, String name, String value) {
        xml.open("rim:Slot", "name", name)
                .open("rim:ValueList")
                .leaf("rim:Value", value)
                .close()
                .close();
    }

    private void slot(String name, String value) {
        slot(xml, name, value);
    }

    private void slot(String name, Optional<String> value) {
        value.ifPresent(present -> slot(name, present));
    }

    private void name(String text) {
        xml.open("rim:Name")
                .empty("rim:LocalizedString", "xml:lang", "FR", "charset", "UTF8", "value", text)
                .close();
    }

    private void author(String scheme, XdsAuthor author) {
        open(scheme, "");
        slot("authorInstitution", author.institution().xon());
        slot("authorPerson", author.person().xcn());
        slot("authorSpecialty", author.specialty());
        xml.close();
    }

    private void code(String scheme, CodedValue code) {
        open(scheme, code.code());
        slot("codingScheme", code.codeSystem());
        name(code.displayName());
        xml.close();
    }

    private void open(String scheme, String node) {
        xml.open(
                "rim:Classification",
                "id",
                child(),
                "classificationScheme",
                scheme,
                "classifiedObject",
                object,
                "nodeRepresentation",
                node);
    }

    private void identifier(String scheme, String name, String value) {
        xml.open(
                "rim:ExternalIdentifier",
                "id",
                child(),
                "identificationScheme",
                scheme,
                "registryObject",
                object,
                "value",
                value);
        name(name);
        xml.close();
    }

    private String child() {
        return object + "-" + ++children;
    }
}
