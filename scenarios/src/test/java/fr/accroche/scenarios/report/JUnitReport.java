package fr.accroche.scenarios.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A JUnit report, read as a CI server would. */
public final class JUnitReport {

    private final Element root;

    private JUnitReport(Element root) {
        this.root = root;
    }

    /** Reads a report that fits what the schemas of JUnit's format have in common ({@code junit.xsd}). */
    public static JUnitReport read(String xml) {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(JUnitReport.class.getResource("junit.xsd"))
                    .newValidator()
                    .validate(new DOMSource(document));
            return new JUnitReport(document.getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public int count(String name) {
        return Integer.parseInt(root.getAttribute(name));
    }

    public List<String> suites() {
        return elements(root, "testsuite").stream()
                .map(suite -> suite.getAttribute("name"))
                .toList();
    }

    /** Those with this element in them, or all of {@code testcase}. */
    public List<Element> tests(String element) {
        List<Element> all = elements(root, "testcase");
        return element.equals("testcase")
                ? all
                : all.stream()
                        .filter(test -> !elements(test, element).isEmpty())
                        .toList();
    }

    /** What is within a test. */
    public static Element inside(Element test, String element) {
        return elements(test, element).get(0);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
