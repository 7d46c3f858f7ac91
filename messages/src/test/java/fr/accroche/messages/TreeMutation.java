package fr.accroche.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSOutput;
import org.w3c.dom.ls.LSSerializer;

/** Changes the tree of a signed request, in one to three steps, and writes it again: always well-formed. */
final class TreeMutation {
    private static final List<String> NAMESPACES = List.of(
            Namespaces.SAML2,
            Namespaces.XMLDSIG,
            Namespaces.SECURITY,
            Namespaces.SOAP12,
            Namespaces.EXCLUSIVE_C14N,
            "urn:x");
    private static final List<String> NAMES = List.of(
            "Assertion",
            "Signature",
            "SignedInfo",
            "Reference",
            "Object",
            "Advice",
            "Subject",
            "NameID",
            "Issuer",
            "Attribute",
            "AttributeValue",
            "AttributeStatement",
            "Security",
            "Transform",
            "Evil");
    private static final List<String> IDS = List.of("ID", "Id", "id", "iD", "xml:id", "wsu:Id", "AssertionID");
    private static final List<String> ALGORITHMS = List.of(
            Namespaces.XMLDSIG + "enveloped-signature",
            Namespaces.EXCLUSIVE_C14N,
            Namespaces.EXCLUSIVE_C14N + "WithComments",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/1999/REC-xpath-19991116",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
            "http://www.w3.org/2001/04/xmlenc#sha256",
            Namespaces.XMLDSIG + "sha1");

    private final SignedSample sample;
    private final Document genuine;

    TreeMutation(SignedSample sample) {
        this.sample = sample;
        this.genuine = SafeXml.parse(sample.soap().getBytes(StandardCharsets.UTF_8));
    }

    String of(Random random) {
        Document document = (Document) genuine.cloneNode(true);
        int steps = 1 + random.nextInt(3);
        while (steps-- > 0 && !Dom.children(document.getDocumentElement()).isEmpty()) {
            step(document, random);
        }
        return text(document);
    }

    private void step(Document document, Random random) {
        Element one = any(document, random);
        Element other = any(document, random);
        try {
            switch (random.nextInt(12)) {
                case 0, 1 -> other.insertBefore(one, place(other, random));
                case 2, 3 -> other.insertBefore(evil(one, random), place(other, random));
                case 4 -> one.getParentNode().replaceChild(evil(other, random), one);
                case 5 -> wrap(one, random);
                case 6 -> document.renameNode(one, one.getNamespaceURI(), renamed(one, random));
                case 7 -> document.renameNode(one, pick(NAMESPACES, random), one.getNodeName());
                case 8 -> identify(one, random);
                case 9 -> transform(document, random);
                case 10 ->
                    one.setTextContent(pick(List.of("", SignedSample.EVIL_PERSON, other.getTextContent()), random));
                default -> one.getParentNode().removeChild(one);
            }
        } catch (DOMException impossible) {
            // an element cannot be put into itself: that step is not taken
        }
    }

    /** Mostly of wsse:Security, sometimes of the whole message, never its root: there would be no message. */
    private static Element any(Document document, Random random) {
        List<Element> all = new ArrayList<>();
        Dom.each(document.getDocumentElement(), all::add);
        all.remove(0);
        List<Element> inside = all.stream().filter(TreeMutation::secured).toList();
        List<Element> from = inside.isEmpty() || random.nextInt(8) == 0 ? all : inside;
        return pick(from, random);
    }

    private static boolean secured(Element element) {
        for (Node node = element; node instanceof Element up; node = up.getParentNode()) {
            if ("Security".equals(up.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static Node place(Element parent, Random random) {
        List<Element> children = Dom.children(parent);
        int at = random.nextInt(children.size() + 1);
        return at == children.size() ? null : children.get(at);
    }

    /** A copy that says something else, under the same ID or another. */
    private Element evil(Element element, Random random) {
        Element copy = (Element) element.cloneNode(true);
        Dom.each(copy, part -> {
            if (part.getTextContent().equals(SignedSample.PERSON)) {
                part.setTextContent(SignedSample.EVIL_PERSON);
            }
        });
        if (random.nextBoolean()) {
            Dom.each(copy, part -> {
                if (sample.id().equals(part.getAttribute("ID"))) {
                    part.setAttribute("ID", SignedSample.EVIL_ID);
                }
            });
        }
        return copy;
    }

    private static void wrap(Element element, Random random) {
        Document document = element.getOwnerDocument();
        Element around = document.createElementNS(pick(NAMESPACES, random), "w:" + pick(NAMES, random));
        element.getParentNode().replaceChild(around, element);
        around.appendChild(element);
    }

    private static String renamed(Element element, Random random) {
        String prefix = element.getPrefix() == null ? "" : element.getPrefix() + ":";
        return prefix + pick(NAMES, random);
    }

    private void identify(Element element, Random random) {
        String value = pick(List.of(sample.id(), SignedSample.EVIL_ID, "#" + sample.id(), ""), random);
        switch (random.nextInt(4)) {
            case 0 -> element.removeAttribute("ID");
            case 1 -> element.setAttribute("URI", value);
            default -> name(element, pick(IDS, random), value);
        }
    }

    private static void name(Element element, String attribute, String value) {
        String namespace = attribute.startsWith("xml:")
                ? "http://www.w3.org/XML/1998/namespace"
                : attribute.startsWith("wsu:") ? "urn:wsu" : null;
        element.setAttributeNS(namespace, attribute, value);
    }

    /** Of the list of transforms, one is taken out, put in, put first or made another. */
    private static void transform(Document document, Random random) {
        List<Element> found = new ArrayList<>();
        Dom.each(document.getDocumentElement(), element -> {
            if (element.hasAttribute("Algorithm")) {
                found.add(element);
            }
        });
        if (found.isEmpty()) {
            return;
        }
        Element method = pick(found, random);
        Node list = method.getParentNode();
        switch (random.nextInt(4)) {
            case 0 -> list.removeChild(method);
            case 1 -> list.insertBefore(method.cloneNode(true), list.getFirstChild());
            case 2 -> list.insertBefore(method, list.getFirstChild());
            default -> method.setAttribute("Algorithm", pick(ALGORITHMS, random));
        }
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String text(Document document) {
        DOMImplementationLS writers =
                (DOMImplementationLS) document.getImplementation().getFeature("LS", "3.0");
        LSSerializer writer = writers.createLSSerializer();
        LSOutput output = writers.createLSOutput();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        output.setByteStream(bytes);
        output.setEncoding("UTF-8");
        writer.write(document, output);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
