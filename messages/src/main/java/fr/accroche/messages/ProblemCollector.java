package fr.accroche.messages;

import fr.accroche.messages.SchemaProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;

/**
 * Turns what the JDK's validator says into {@link SchemaProblem}. Its texts hold values; of them only the key that XML Schema Part 1
 * Appendix C defines is taken, names of elements and attributes, and what comes from the schema.
 */
final class ProblemCollector implements ErrorHandler {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;
    private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";
    private static final String LOCALE = "http://apache.org/xml/properties/locale";
    private static final Pattern KEY = Pattern.compile("([a-z]+-[\\w.-]*\\w):.*", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("[Aa]ttribute '([\\w.:-]{1,60})'");
    /** Of {@code One of}, and of {@code At this point one of}. */
    private static final String LIST = "ne of '{";

    private static final String LIST_END = "}' is expected.";
    private static final Pattern NAME = Pattern.compile("(?:\"[^\"]*\":)?([\\w.-]+)");

    private final Element block;
    private final Validator validator;
    private final List<SchemaProblem> found = new ArrayList<>();
    /** What a facet asked of the text of which the next error will say that it is wrong. */
    private String facet = "";

    ProblemCollector(Element block, Validator validator) {
        this.block = block;
        this.validator = validator;
        try {
            validator.setProperty(LOCALE, Locale.ROOT);
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw new IllegalStateException("the JDK's validator cannot be set up as this needs", e);
        }
    }

    List<SchemaProblem> found() {
        return List.copyOf(found);
    }

    @Override
    public void warning(SAXParseException warning) {
        // Of the schemas, not of the message.
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
        String message = String.valueOf(error.getMessage());
        Matcher matcher = KEY.matcher(message);
        String key = matcher.matches() ? matcher.group(1) : "";
        if (key.endsWith("-valid") || key.startsWith("cvc-datatype-valid")) {
            facet = facet.isEmpty() ? facet(key, message) : facet;
            return;
        }
        if (found.size() == MOST) {
            throw error;
        }
        found.add(problem(key, message));
        facet = "";
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
        throw error;
    }

    /** The validator gave up, by itself or because there is enough. */
    void stopped() {
        if (found.isEmpty()) {
            found.add(new SchemaProblem(Dom.name(block).getLocalPart(), Kind.OTHER, "", ""));
        }
    }

    private SchemaProblem problem(String key, String message) {
        Kind kind = kind(key);
        boolean attribute = kind == Kind.MISSING_ATTRIBUTE
                || key.startsWith("cvc-complex-type.3")
                || key.startsWith("cvc-attribute");
        String expected = switch (kind) {
            case MISPLACED, INCOMPLETE -> names(message);
            case VALUE -> facet;
            default -> "";
        };
        return new SchemaProblem(place(), kind, attribute ? attribute(message) : "", expected);
    }

    private static Kind kind(String key) {
        if (key.startsWith("cvc-complex-type.2.4.b")) {
            return Kind.INCOMPLETE;
        }
        if (key.startsWith("cvc-complex-type.2.4") || key.startsWith("cvc-complex-type.2.1")) {
            return Kind.MISPLACED;
        }
        if (key.startsWith("cvc-complex-type.4")) {
            return Kind.MISSING_ATTRIBUTE;
        }
        if (key.startsWith("cvc-complex-type.3.2")) {
            return Kind.UNKNOWN_ATTRIBUTE;
        }
        if (key.startsWith("cvc-elt.1")) {
            return Kind.UNKNOWN_ELEMENT;
        }
        boolean text = key.startsWith("cvc-attribute")
                || key.startsWith("cvc-type.3")
                || key.startsWith("cvc-complex-type.2.2")
                || key.startsWith("cvc-complex-type.2.3")
                || key.startsWith("cvc-complex-type.3.1");
        return text ? Kind.VALUE : Kind.OTHER;
    }

    /**
     * The schema's part of such a text is its end: what stands before it is the message's, which may be written to look like it.
     * So only the words that belong to the key are looked for, and the last of them count.
     */
    private static String facet(String key, String message) {
        return switch (key) {
            case "cvc-pattern-valid" -> quoted("with respect to pattern '", message);
            case "cvc-enumeration-valid" -> quoted("with respect to enumeration '", message);
            case "cvc-datatype-valid.1.2.1" -> quoted("valid value for '", message);
            default -> "";
        };
    }

    private static String quoted(String words, String message) {
        int from = message.lastIndexOf(words);
        if (from < 0) {
            return "";
        }
        String rest = message.substring(from + words.length());
        return rest.substring(0, Math.max(0, rest.indexOf('\'')));
    }

    /** Those that the schema lists at the end of such a text; where it ends otherwise, a list in it is the message's own. */
    private static String names(String message) {
        int from = message.lastIndexOf(LIST);
        int until = message.lastIndexOf(LIST_END);
        if (from < 0 || until < from || until + LIST_END.length() < message.length()) {
            return "";
        }
        Matcher names = NAME.matcher(message.substring(from + LIST.length(), until));
        return names.results().map(name -> name.group(1)).distinct().collect(Collectors.joining(", "));
    }

    /** The last that is named: before it may stand the value, which is the message's. */
    private static String attribute(String message) {
        return ATTRIBUTE.matcher(message).results().map(name -> name.group(1)).reduce("", (before, last) -> last);
    }

    private String place() {
        StringBuilder place = new StringBuilder();
        Node node = current();
        while (node instanceof Element element && element != block) {
            place.insert(0, "/" + name(element));
            node = element.getParentNode();
        }
        return place.insert(0, name(block)).toString();
    }

    private static String name(Element element) {
        String name = Dom.name(element).getLocalPart();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    private Node current() {
        try {
            return validator.getProperty(CURRENT) instanceof Node node ? node : block;
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            return block;
        }
    }
}
