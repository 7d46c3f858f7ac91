package fr.accroche.messages;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Refuses, while the text is being scanned and before a tree is built, what costs more than a message may: a DOCTYPE,
 * depth, number of nodes, length of an attribute.
 */
final class XmlLimits extends DefaultHandler2 {
    static final int DEPTH = 200;
    /** The JDK looks namespaces up, and so pays, by the product of declarations and elements. */
    static final int NODES = 50_000;

    static final int ATTRIBUTES_PER_ELEMENT = 2_000;
    static final int ATTRIBUTE_CHARACTERS = 64 * 1024;

    private Locator place;
    private int depth;
    private int nodes;

    @Override
    public void setDocumentLocator(Locator locator) {
        place = locator;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) {
        throw refusal("a DOCTYPE is refused: SOAP 1.2 Part 1 §5 forbids it; remove it");
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
        if (++depth > DEPTH) {
            throw refusal("elements are nested deeper than " + DEPTH + " levels");
        }
        count(1 + attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getValue(i).length() > ATTRIBUTE_CHARACTERS) {
                throw refusal("an attribute is longer than " + ATTRIBUTE_CHARACTERS + " characters");
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        depth--;
    }

    @Override
    public void comment(char[] text, int start, int length) {
        count(1);
    }

    @Override
    public void processingInstruction(String target, String data) {
        count(1);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
        throw e;
    }

    /** Says what is wrong at the place that the scan has reached. */
    MessageException refusal(String reason) {
        return place == null
                ? new MessageException(reason, 1, 1)
                : new MessageException(reason, place.getLineNumber(), place.getColumnNumber());
    }

    private void count(int more) {
        nodes += more;
        if (nodes > NODES) {
            throw refusal("the message has more than " + NODES + " elements and attributes");
        }
    }
}
