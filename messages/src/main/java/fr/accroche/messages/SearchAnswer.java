package fr.accroche.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.w3c.dom.Element;

/**
 * The registry's answer to TD3.1 (AdhocQueryResponse).
 *
 * @param answer how it went
 * @param entries what was found, as the registry keeps it
 * @param references the entryUUIDs instead, where these were asked for
 */
public record SearchAnswer(XdsAnswer answer, List<DocumentEntry> entries, List<String> references) {

    public SearchAnswer {
        Objects.requireNonNull(answer, "answer");
        entries = List.copyOf(entries);
        references = List.copyOf(references);
    }

    public static SearchAnswer failure(List<XdsError> errors) {
        return new SearchAnswer(XdsAnswer.failure(errors), List.of(), List.of());
    }

    public SoapMessage toMessage(String messageId, String relatesTo) {
        int found = entries.size() + references.size();
        XmlText xml = XdsAnswer.open(SearchRequest.ACTION, messageId, relatesTo)
                .open(
                        "query:AdhocQueryResponse",
                        "xmlns:query",
                        Namespaces.REGISTRY_QUERY,
                        "status",
                        answer.status(),
                        "startIndex",
                        "0",
                        "totalResultCount",
                        String.valueOf(found));
        answer.writeErrors(xml);
        xml.open("rim:RegistryObjectList", "xmlns:rim", Namespaces.REGISTRY);
        entries.forEach(entry -> RegistryWriter.write(xml, entry, true));
        references.forEach(reference -> xml.empty("rim:ObjectRef", "id", reference));
        return SoapMessage.xml(xml.endBytes());
    }

    /**
     * Reads an answer.
     *
     * @throws MessageException if it is none: a fault, for example
     * @throws XdsException if metadata in it are not what this knows to read
     */
    public static SearchAnswer read(SoapMessage message) {
        Element response = SoapReader.of(XopPackage.open(message).document()).payload();
        if (!Dom.is(response, Namespaces.REGISTRY_QUERY, "AdhocQueryResponse")) {
            throw new MessageException(
                    "the Body holds <" + response.getLocalName() + ">, expected <AdhocQueryResponse>");
        }
        List<XdsError> flaws = new ArrayList<>();
        List<DocumentEntry> entries = objects(response, "ExtrinsicObject").stream()
                .map(object -> EntryReader.entry(object, flaws))
                .toList();
        if (!flaws.isEmpty()) {
            throw new XdsException(flaws);
        }
        List<String> references = objects(response, "ObjectRef").stream()
                .map(reference -> Dom.attribute(reference, "id").orElse(""))
                .toList();
        return new SearchAnswer(XdsAnswer.read(response), entries, references);
    }

    private static List<Element> objects(Element response, String name) {
        return Dom.only(response, Namespaces.REGISTRY, "RegistryObjectList")
                .map(list -> Dom.children(list, Namespaces.REGISTRY, name))
                .orElse(List.of());
    }
}
