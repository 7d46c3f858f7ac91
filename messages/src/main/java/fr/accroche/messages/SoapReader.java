package fr.accroche.messages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The parts of a SOAP 1.2 envelope.
 *
 * @param header empty if there is none
 * @param payload the one element of the Body
 */
record SoapReader(Optional<Element> header, Element payload) {

    static SoapReader of(Document document) {
        Element envelope = document.getDocumentElement();
        if (Dom.is(envelope, Namespaces.SOAP11, "Envelope")) {
            throw new MessageException("this is SOAP 1.1; the téléservices speak SOAP 1.2: use the namespace "
                    + Namespaces.SOAP12 + " and the media type application/soap+xml");
        }
        if (!Dom.is(envelope, Namespaces.SOAP12, "Envelope")) {
            throw new MessageException(
                    "the root is <" + envelope.getLocalName() + ">, expected <Envelope> of " + Namespaces.SOAP12);
        }
        Ids.requireUnique(envelope);
        Element body = Dom.only(envelope, Namespaces.SOAP12, "Body")
                .orElseThrow(() -> new MessageException("the Envelope has no Body"));
        List<Element> content = Dom.children(body);
        if (content.size() != 1) {
            throw new MessageException("the Body has " + content.size() + " elements, expected one");
        }
        return new SoapReader(Dom.only(envelope, Namespaces.SOAP12, "Header"), content.get(0));
    }

    Optional<Element> block(String namespace, String name) {
        return header.flatMap(element -> Dom.only(element, namespace, name));
    }

    /** All header blocks, then the payload. */
    List<Element> blocks() {
        return Stream.concat(header.map(Dom::children).orElse(List.of()).stream(), Stream.of(payload))
                .toList();
    }

    Optional<String> addressing(String name) {
        return block(Namespaces.ADDRESSING, name).map(Dom::text);
    }
}
