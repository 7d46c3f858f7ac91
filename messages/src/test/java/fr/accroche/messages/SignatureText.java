package fr.accroche.messages;

import java.util.regex.Matcher;

/** Changes the text of a signature, with or without its empty elements in short. */
final class SignatureText {
    private SignatureText() {}

    /** The first ds: element of this name becomes this. */
    static String replace(String xml, String name, String by) {
        String changed = xml.replaceFirst(
                "(?s)<ds:" + name + "(?:\\s[^>]*)?(?:/>|(?<!/)>.*?</ds:" + name + ">)", Matcher.quoteReplacement(by));
        if (changed.equals(xml) && !by.equals(element(xml, name))) {
            throw new IllegalArgumentException("there is no <ds:" + name + "> to change");
        }
        return changed;
    }

    /** The first ds: element of this name. */
    static String element(String xml, String name) {
        int from = xml.indexOf("<ds:" + name + (xml.contains("<ds:" + name + ">") ? ">" : " "));
        String end = "</ds:" + name + ">";
        int closed = xml.indexOf('>', from);
        return xml.charAt(closed - 1) == '/'
                ? xml.substring(from, closed + 1)
                : xml.substring(from, xml.indexOf(end, from) + end.length());
    }

    /** The Reference's URI becomes this, or goes where it is empty of attribute. */
    static String uri(String xml, String attribute) {
        return xml.replaceFirst(" URI=\"[^\"]*\"", Matcher.quoteReplacement(attribute));
    }

    static String method(String name, String algorithm) {
        return "<ds:" + name + " Algorithm=\"" + algorithm + "\"/>";
    }
}
