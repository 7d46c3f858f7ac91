package fr.accroche.messages;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** From registry objects to what they mean; what is wrong with them goes to a list. */
final class EntryReader {

    private static final String SHA1 = "[0-9a-fA-F]{40}";
    private static final String BYTES = "[0-9]{1,15}";

    private EntryReader() {}

    /** An entry to use only if nothing was wrong. */
    static DocumentEntry entry(Element extrinsicObject, List<XdsError> errors) {
        RegistryObject read = new RegistryObject(extrinsicObject, "DocumentEntry", errors);
        String mimeType = Dom.attribute(extrinsicObject, "mimeType").orElse("");
        if (!DocumentEntry.isMimeType(mimeType)) {
            read.wrong("mimeType is no media type without parameters");
        }
        String created = read.requiredSlot("creationTime");
        if (!DocumentEntry.isTime(created)) {
            read.wrong("creationTime is no yyyyMMddHHmmss, nor the beginning of one");
        }
        Optional<XdsPerson> authenticator = read.slot("legalAuthenticator").flatMap(XdsPerson::ofXcn);
        if (authenticator.isEmpty()) {
            read.wrong("legalAuthenticator lacks, or its identifier, family name or given name does");
        }
        return new DocumentEntry(
                read.id(),
                read.identifier(XdsSchemes.ENTRY_UNIQUE_ID, "uniqueId"),
                read.patient(XdsSchemes.ENTRY_PATIENT),
                read.requiredSlot("sourcePatientId"),
                DocumentEntry.isMimeType(mimeType) ? mimeType : "application/octet-stream",
                read.title(),
                read.author(XdsSchemes.ENTRY_AUTHOR),
                authenticator,
                DocumentEntry.isTime(created) ? created : "1970",
                read.requiredSlot("languageCode"),
                codes(read),
                formed(read, "hash", SHA1),
                formed(read, "size", BYTES).map(Long::valueOf),
                read.slot("repositoryUniqueId"));
    }

    private static DocumentCodes codes(RegistryObject read) {
        return new DocumentCodes(
                read.code(XdsSchemes.CLASS, "classCode"),
                read.code(XdsSchemes.TYPE, "typeCode"),
                read.code(XdsSchemes.FORMAT, "formatCode"),
                read.codes(XdsSchemes.CONFIDENTIALITY, "confidentialityCode"),
                read.code(XdsSchemes.FACILITY, "healthcareFacilityTypeCode"),
                read.code(XdsSchemes.PRACTICE, "practiceSettingCode"));
    }

    private static Optional<String> formed(RegistryObject read, String slot, String form) {
        Optional<String> value = read.slot(slot);
        if (value.filter(text -> !text.matches(form)).isPresent()) {
            read.wrong(slot + " is not of its form");
            return Optional.empty();
        }
        return value;
    }

    /** A lot to use only if nothing was wrong. */
    static SubmissionSet set(Element registryPackage, List<XdsError> errors) {
        RegistryObject read = new RegistryObject(registryPackage, "SubmissionSet", errors);
        String time = read.requiredSlot("submissionTime");
        if (!DocumentEntry.isTime(time)) {
            read.wrong("submissionTime is no yyyyMMddHHmmss");
        }
        return new SubmissionSet(
                read.id(),
                read.identifier(XdsSchemes.SET_UNIQUE_ID, "uniqueId"),
                read.identifier(XdsSchemes.SET_SOURCE_ID, "sourceId"),
                read.patient(XdsSchemes.SET_PATIENT),
                time,
                read.title(),
                read.code(XdsSchemes.SET_CONTENT_TYPE, "contentTypeCode"),
                read.author(XdsSchemes.SET_AUTHOR));
    }
}
