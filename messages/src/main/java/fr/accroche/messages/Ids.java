package fr.accroche.messages;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** XML identifiers. Without a DTD nothing says which attribute is one: this errs on the safe side. */
final class Ids {
    private Ids() {}

    /**
     * @throws MessageException if two elements bear the same identifier: a signature could mean either
     */
    static void requireUnique(Element root) {
        Set<String> seen = new HashSet<>();
        Dom.each(root, element -> {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                if (isId(attribute) && !seen.add(attribute.getValue())) {
                    throw new MessageException("two elements have the same identifier, the second is <"
                            + element.getLocalName() + ">: each ID must be given once");
                }
            }
        });
    }

    /** How many attributes, of any spelling of "id", have this value. */
    static int bearers(Element root, String value) {
        int[] count = {0};
        Dom.each(root, element -> {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                if (attribute.getLocalName().toLowerCase(Locale.ROOT).equals("id")
                        && attribute.getValue().equals(value)) {
                    count[0]++;
                }
            }
        });
        return count[0];
    }

    /** SAML's ID, XML-DSig's and wsu's Id, and xml:id. A plain "id" is business data (ebRIM, HL7). */
    private static boolean isId(Attr attribute) {
        String name = attribute.getLocalName();
        return name.equals("ID")
                || name.equals("Id")
                || name.equals("id") && XMLConstants.XML_NS_URI.equals(attribute.getNamespaceURI());
    }
}
