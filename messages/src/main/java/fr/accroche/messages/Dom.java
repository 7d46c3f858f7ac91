package fr.accroche.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks a tree that {@link SafeXml} has read: its depth is bounded, so recursion is safe. */
final class Dom {
    private Dom() {}

    static QName name(Element element) {
        return new QName(element.getNamespaceURI(), element.getLocalName());
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream().filter(e -> is(e, namespace, name)).toList();
    }

    /**
     * The child of this name. Of two, one reader would take the first and another the last: there is no right one.
     *
     * @throws MessageException if there are several
     */
    static Optional<Element> only(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        if (found.size() > 1) {
            throw new MessageException("<" + name + "> is there " + found.size() + " times in <" + parent.getLocalName()
                    + ">, expected once");
        }
        return found.stream().findFirst();
    }

    /** The text of the only child of this name. */
    static Optional<String> text(Element parent, String namespace, String name) {
        return only(parent, namespace, name).map(Dom::text);
    }

    /**
     * The whole text of an element, trimmed. A processing instruction, or a comment that {@link SafeXml} has
     * dropped, does not cut it short.
     *
     * @throws MessageException if elements are mixed with the text
     */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (node.getNodeType()) {
                case Node.TEXT_NODE -> text.append(node.getNodeValue());
                case Node.PROCESSING_INSTRUCTION_NODE -> {}
                default -> throw new MessageException("<" + element.getLocalName() + "> must hold text only");
            }
        }
        return text.toString().strip();
    }

    /** An attribute without namespace. */
    static Optional<String> attribute(Element element, String name) {
        return Optional.ofNullable(element.getAttributeNodeNS(null, name)).map(Node::getNodeValue);
    }

    static void each(Element root, Consumer<Element> visitor) {
        visitor.accept(root);
        for (Element child : children(root)) {
            each(child, visitor);
        }
    }
}
