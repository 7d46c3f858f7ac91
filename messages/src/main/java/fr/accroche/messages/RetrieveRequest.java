package fr.accroche.messages;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * TD3.2, the reading of documents (ITI-43 RetrieveDocumentSet). The body names no patient: the VIHF alone does.
 *
 * @param messageId {@code urn:uuid:<uuid>}; the response relates to it
 * @param to address of the service; the samples leave it empty
 * @param vihf who reads; empty only to be refused
 * @param documents which
 */
public record RetrieveRequest(
        String messageId, String to, Optional<SamlAssertion> vihf, List<DocumentReference> documents) {

    public static final String ACTION = "urn:ihe:iti:2007:RetrieveDocumentSet";
    public static final QName BODY = new QName(Namespaces.XDSB, "RetrieveDocumentSetRequest");

    private static final int MOST_DOCUMENTS = 20;

    public RetrieveRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(vihf, "vihf");
        documents = List.copyOf(documents);
    }

    /** The message, XML alone; it is answered by an MTOM package. */
    public SoapMessage toMessage() {
        XmlText xml = Envelope.dmp(ACTION, messageId, to, vihf)
                .open("xds:RetrieveDocumentSetRequest", "xmlns:xds", Namespaces.XDSB);
        for (DocumentReference document : documents) {
            xml.open("xds:DocumentRequest")
                    .leaf("xds:RepositoryUniqueId", document.repository())
                    .leaf("xds:DocumentUniqueId", document.uniqueId())
                    .close();
        }
        return SoapMessage.xml(xml.endBytes());
    }

    /**
     * What a request asks for: 1 to 20 documents.
     *
     * @throws MessageException if it is no such request
     */
    public static List<DocumentReference> read(SoapMessage request) {
        Element body = SoapReader.of(XopPackage.open(request).document()).payload();
        List<Element> asked = Dom.children(body, Namespaces.XDSB, "DocumentRequest");
        if (!Dom.name(body).equals(BODY) || asked.isEmpty() || asked.size() > MOST_DOCUMENTS) {
            throw new MessageException(
                    "the Body must hold a RetrieveDocumentSetRequest of 1 to " + MOST_DOCUMENTS + " DocumentRequest");
        }
        return asked.stream()
                .map(element ->
                        new DocumentReference(text(element, "RepositoryUniqueId"), text(element, "DocumentUniqueId")))
                .toList();
    }

    private static String text(Element parent, String name) {
        return Dom.text(parent, Namespaces.XDSB, name)
                .orElseThrow(() -> new MessageException("a DocumentRequest has no " + name));
    }
}
