package fr.accroche.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.w3c.dom.Element;

/**
 * The repository's answer to TD3.2 (RetrieveDocumentSetResponse).
 *
 * @param answer how it went
 * @param documents what was found
 */
public record RetrieveAnswer(XdsAnswer answer, List<Retrieved> documents) {

    /**
     * A document.
     *
     * @param reference where it was
     * @param mimeType as it was deposited
     * @param content its bytes. Not copied: do not write into them
     */
    public record Retrieved(DocumentReference reference, String mimeType, byte[] content) {
        public Retrieved {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(mimeType, "mimeType");
            Objects.requireNonNull(content, "content");
        }

        /** Keeps the content out of logs. */
        @Override
        public String toString() {
            return "Retrieved[" + content.length + " bytes]";
        }
    }

    public RetrieveAnswer {
        Objects.requireNonNull(answer, "answer");
        documents = List.copyOf(documents);
    }

    /** An MTOM package, each document an attachment. */
    public SoapMessage toMessage(String messageId, String relatesTo) {
        List<XopWriter.Attachment> attachments = new ArrayList<>();
        XmlText xml = XdsAnswer.open(RetrieveRequest.ACTION, messageId, relatesTo)
                .open("xds:RetrieveDocumentSetResponse", "xmlns:xds", Namespaces.XDSB);
        answer.writeResponse(xml);
        for (Retrieved document : documents) {
            xml.open("xds:DocumentResponse")
                    .leaf("xds:RepositoryUniqueId", document.reference().repository())
                    .leaf("xds:DocumentUniqueId", document.reference().uniqueId())
                    .leaf("xds:mimeType", document.mimeType())
                    .open("xds:Document")
                    .empty("xop:Include", "xmlns:xop", Namespaces.XOP, "href", XopWriter.href(attachments.size()))
                    .close()
                    .close();
            attachments.add(new XopWriter.Attachment(document.mimeType(), document.content()));
        }
        return XopWriter.write(xml.endBytes(), attachments);
    }

    /**
     * Reads an answer, in either form.
     *
     * @throws MessageException if it is none: a fault, for example
     */
    public static RetrieveAnswer read(SoapMessage message) {
        XopPackage opened = XopPackage.open(message);
        Element response = SoapReader.of(opened.document()).payload();
        if (!Dom.is(response, Namespaces.XDSB, "RetrieveDocumentSetResponse")) {
            throw new MessageException(
                    "the Body holds <" + response.getLocalName() + ">, expected <RetrieveDocumentSetResponse>");
        }
        XdsAnswer answer = Dom.only(response, Namespaces.REGISTRY_SERVICE, "RegistryResponse")
                .map(XdsAnswer::read)
                .orElseThrow(() -> new MessageException("the answer has no RegistryResponse"));
        List<Retrieved> documents = Dom.children(response, Namespaces.XDSB, "DocumentResponse").stream()
                .map(element -> document(opened, element))
                .toList();
        return new RetrieveAnswer(answer, documents);
    }

    private static Retrieved document(XopPackage opened, Element element) {
        Element content = Dom.only(element, Namespaces.XDSB, "Document")
                .orElseThrow(() -> new MessageException("a DocumentResponse has no Document"));
        return new Retrieved(
                new DocumentReference(text(element, "RepositoryUniqueId"), text(element, "DocumentUniqueId")),
                text(element, "mimeType"),
                opened.content(content));
    }

    private static String text(Element parent, String name) {
        return Dom.text(parent, Namespaces.XDSB, name)
                .orElseThrow(() -> new MessageException("a DocumentResponse has no " + name));
    }
}
