package fr.accroche.messages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads a TD2.1 and looks for all that is wrong in it (ITI TF-2 §3.41.4.1.3). */
final class DepositReader {

    private final XopPackage opened;
    private final List<XdsError> errors = new ArrayList<>();

    private DepositReader(XopPackage opened) {
        this.opened = opened;
    }

    static Deposit read(XopPackage opened) {
        return new DepositReader(opened).read();
    }

    private Deposit read() {
        Element request = SoapReader.of(opened.document()).payload();
        if (!Dom.name(request).equals(DepositRequest.BODY)) {
            throw new MessageException(
                    "the Body holds <" + request.getLocalName() + ">, expected " + DepositRequest.BODY.getLocalPart());
        }
        Element list = Dom.only(request, Namespaces.REGISTRY_LIFECYCLE, "SubmitObjectsRequest")
                .flatMap(submission -> Dom.only(submission, Namespaces.REGISTRY, "RegistryObjectList"))
                .orElseThrow(() -> new XdsException(
                        XdsError.Code.REPOSITORY_METADATA_ERROR, "SubmitObjectsRequest/RegistryObjectList is missing"));
        List<Element> entries = Dom.children(list, Namespaces.REGISTRY, "ExtrinsicObject");
        List<Element> sets = Dom.children(list, Namespaces.REGISTRY, "RegistryPackage");
        if (sets.size() != 1) {
            throw new XdsException(
                    sets.isEmpty() ? XdsError.Code.REPOSITORY_METADATA_ERROR : XdsError.Code.REPOSITORY_ERROR,
                    "one SubmissionSet is expected; folders are not simulated");
        }
        if (entries.isEmpty() || entries.size() > Deposit.MOST_DOCUMENTS) {
            throw new XdsException(
                    XdsError.Code.REPOSITORY_ERROR, "1 to " + Deposit.MOST_DOCUMENTS + " documents are expected");
        }
        SubmissionSet set = EntryReader.set(sets.get(0), errors);
        List<XdsDocument> documents = documents(entries, contents(request));
        checkPatients(set, documents);
        checkMembers(list, set, documents);
        if (!errors.isEmpty()) {
            throw new XdsException(errors);
        }
        return new Deposit(set, documents);
    }

    /** The bytes by the id of the metadata's object. */
    private Map<String, byte[]> contents(Element request) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Element document : Dom.children(request, Namespaces.XDSB, "Document")) {
            String id = Dom.attribute(document, "id").orElse("");
            if (contents.put(id, opened.content(document)) != null) {
                throw new MessageException("two Document have the same id: which one is meant?");
            }
        }
        return contents;
    }

    private List<XdsDocument> documents(List<Element> entries, Map<String, byte[]> contents) {
        List<XdsDocument> documents = new ArrayList<>();
        Set<String> uniqueIds = new HashSet<>();
        for (Element element : entries) {
            DocumentEntry entry = EntryReader.entry(element, errors);
            byte[] content = contents.remove(entry.id());
            if (content == null) {
                add(XdsError.Code.MISSING_DOCUMENT, "no Document has the id of this ExtrinsicObject");
                content = new byte[0];
            } else {
                checkFits(new XdsDocument(entry, content));
            }
            if (!uniqueIds.add(entry.uniqueId())) {
                add(
                        XdsError.Code.REPOSITORY_DUPLICATE_UNIQUE_ID_IN_MESSAGE,
                        "two DocumentEntry have the same uniqueId");
            }
            documents.add(new XdsDocument(entry, content));
        }
        if (!contents.isEmpty()) {
            add(XdsError.Code.MISSING_DOCUMENT_METADATA, "no ExtrinsicObject has the id of this Document");
        }
        return documents;
    }

    private void checkFits(XdsDocument document) {
        DocumentEntry entry = document.entry();
        if (entry.size().filter(size -> size != document.content().length).isPresent()) {
            add(XdsError.Code.REPOSITORY_METADATA_ERROR, "DocumentEntry: size is not that of the document");
        }
        if (entry.hash().filter(hash -> !hash.equalsIgnoreCase(document.sha1())).isPresent()) {
            add(XdsError.Code.REPOSITORY_METADATA_ERROR, "DocumentEntry: hash is not the SHA-1 of the document");
        }
    }

    private void checkPatients(SubmissionSet set, List<XdsDocument> documents) {
        if (documents.stream().anyMatch(document -> !document.entry().patient().equals(set.patient()))) {
            add(XdsError.Code.PATIENT_ID_DOES_NOT_MATCH, "DocumentEntry and SubmissionSet name different patients");
        }
    }

    /** Each document is a new one of the lot. To replace, append or transform one is not simulated. */
    private void checkMembers(Element list, SubmissionSet set, List<XdsDocument> documents) {
        Set<String> members = new HashSet<>();
        boolean others = false;
        for (Element association : Dom.children(list, Namespaces.REGISTRY, "Association")) {
            String type = Dom.attribute(association, "associationType").orElse("");
            if (type.equals(XdsSchemes.HAS_MEMBER) && RegistryObject.has(association, "sourceObject", set.id())) {
                members.add(Dom.attribute(association, "targetObject").orElse(""));
            } else {
                others |= !type.equals(XdsSchemes.SIGNS);
            }
        }
        if (others) {
            add(XdsError.Code.REPOSITORY_ERROR, "only HasMember and signs associations are simulated");
        }
        if (!documents.stream()
                .allMatch(document -> members.contains(document.entry().id()))) {
            add(XdsError.Code.REPOSITORY_METADATA_ERROR, "a DocumentEntry has no HasMember association with the set");
        }
    }

    private void add(XdsError.Code code, String context) {
        errors.add(XdsError.of(code, context));
    }
}
