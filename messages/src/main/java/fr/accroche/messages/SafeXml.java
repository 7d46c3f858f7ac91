package fr.accroche.messages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML that anybody may have written: no DTD, no entity, nothing fetched, nothing larger than {@link XmlLimits};
 * comments, which no accepted signature covers, are dropped, and CDATA sections, which none tells from text, are text.
 * The JDK's own parser is asked for by name, so that no other jar can put a more lenient one in its place.
 */
final class SafeXml {
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final String EXTERNAL_GENERAL = "http://xml.org/sax/features/external-general-entities";
    private static final String EXTERNAL_PARAMETER = "http://xml.org/sax/features/external-parameter-entities";
    private static final String EXTERNAL_DTD = "http://apache.org/xml/features/nonvalidating/load-external-dtd";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String LAZY_NODES = "http://apache.org/xml/features/dom/defer-node-expansion";
    private static final String LEXICAL = "http://xml.org/sax/properties/lexical-handler";
    /**
     * The JDK's own limits differ from one version to the next: they are set not to be stricter than {@link
     * XmlLimits}.
     */
    private static final String DEPTH_LIMIT = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private static final String ATTRIBUTE_LIMIT = "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";

    private static final String UNFIT = "the JDK's XML parser cannot be set up as this needs";

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private SafeXml() {}

    /**
     * @throws MessageException if it is not well-formed XML 1.0 within the limits
     */
    static Document parse(byte[] xml) {
        if (xml.length > MAX_BYTES) {
            throw new MessageException("the message has " + xml.length + " bytes, more than " + MAX_BYTES);
        }
        XmlLimits limits = new XmlLimits();
        SAXParser scanner = scanner(limits);
        DocumentBuilder builder = treeBuilder(limits);
        try {
            scanner.parse(new ByteArrayInputStream(xml), limits);
            Document document = builder.parse(new ByteArrayInputStream(xml));
            if (!"1.0".equals(document.getXmlVersion())) {
                throw new MessageException("XML 1.0 is expected, not XML " + document.getXmlVersion(), 1, 1);
            }
            return document;
        } catch (SAXParseException e) {
            throw new MessageException(
                    "not well-formed XML: " + withoutContent(e), e.getLineNumber(), e.getColumnNumber());
        } catch (IOException e) {
            throw limits.refusal(
                    "the bytes are not in the encoding that the XML declares, by default UTF-8: " + e.getMessage());
        } catch (SAXException e) {
            // The JDK's scanner says so where it loses its way, as at a DOCTYPE within an element.
            throw limits.refusal("not well-formed XML: " + withoutContent(e));
        }
    }

    /** The JDK's parser quotes names of the message, which are whatever stands where a name is expected. */
    private static String withoutContent(SAXException wrong) {
        return QUOTED.matcher(String.valueOf(wrong.getMessage())).replaceAll("\"…\"");
    }

    private static SAXParser scanner(XmlLimits limits) {
        try {
            return newScanner(limits);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(UNFIT, e);
        }
    }

    private static SAXParser newScanner(XmlLimits limits) throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(EXTERNAL_GENERAL, false);
        factory.setFeature(EXTERNAL_PARAMETER, false);
        factory.setFeature(EXTERNAL_DTD, false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(LEXICAL, limits);
        parser.setProperty(DEPTH_LIMIT, Integer.toString(XmlLimits.DEPTH + 1));
        parser.setProperty(ATTRIBUTE_LIMIT, Integer.toString(XmlLimits.ATTRIBUTES_PER_ELEMENT));
        return parser;
    }

    private static DocumentBuilder treeBuilder(XmlLimits limits) {
        try {
            return newTreeBuilder(limits);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(UNFIT, e);
        }
    }

    private static DocumentBuilder newTreeBuilder(XmlLimits limits) throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        factory.setFeature(EXTERNAL_GENERAL, false);
        factory.setFeature(EXTERNAL_PARAMETER, false);
        factory.setFeature(EXTERNAL_DTD, false);
        factory.setFeature(LAZY_NODES, false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute(DEPTH_LIMIT, Integer.toString(XmlLimits.DEPTH + 1));
        factory.setAttribute(ATTRIBUTE_LIMIT, Integer.toString(XmlLimits.ATTRIBUTES_PER_ELEMENT));
        factory.setExpandEntityReferences(false);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(limits);
        return builder;
    }
}
