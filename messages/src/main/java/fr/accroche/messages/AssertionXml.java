package fr.accroche.messages;

import org.w3c.dom.Element;

/** The very element that an assertion was read from, kept so that its signature is judged on nothing else. */
public final class AssertionXml {
    private final Element element;

    AssertionXml(Element element) {
        this.element = element;
    }

    Element element() {
        return element;
    }

    /** Shows nothing of the content. */
    @Override
    public String toString() {
        return "AssertionXml[…]";
    }
}
