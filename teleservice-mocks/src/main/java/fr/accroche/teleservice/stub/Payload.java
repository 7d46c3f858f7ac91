package fr.accroche.teleservice.stub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a SOAP request asks for, without what changes each time it is asked: the element in its Body or, of a question of HL7 v3,
 * its parameters. WireMock's own XPath loses the namespaces that the envelope declares.
 */
final class Payload {

    /** The matcher's name; its parameters are one pattern of WireMock, as {@code {"equalToXml": "…"}}. */
    static final String MATCHER = "soap-payload";

    private static final List<String> HL7 = List.of("controlActProcess", "queryByParameter", "parameterList");

    private Payload() {}

    /** Empty where the request is a package of several parts, or no SOAP. */
    static Optional<String> of(String type, byte[] body) {
        if (type.startsWith("multipart/")) {
            return Optional.empty();
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document message = builder.parse(new ByteArrayInputStream(body));
            Optional<Element> payload =
                    child(message.getDocumentElement(), "Body").flatMap(Payload::first);
            Optional<Element> parameters = payload;
            for (String name : HL7) {
                parameters = parameters.flatMap(parent -> child(parent, name));
            }
            return parameters.or(() -> payload).map(Payload::text);
        } catch (ParserConfigurationException | SAXException | IOException noXml) {
            return Optional.empty();
        }
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Optional<Element> first(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static String text(Element payload) {
        try {
            Transformer identity = TransformerFactory.newDefaultInstance().newTransformer();
            identity.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            identity.transform(new DOMSource(payload), new StreamResult(out));
            return out.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException("a document that was parsed can be written", impossible);
        }
    }
}
