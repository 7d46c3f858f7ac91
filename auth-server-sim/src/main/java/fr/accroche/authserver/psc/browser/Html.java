package fr.accroche.authserver.psc.browser;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML in which every text and every attribute is escaped: there is no way to write markup but by elements. */
final class Html {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** An element that has no content, such as {@code input}. */
    Html empty(String tag, String... attributes) {
        tag(tag, attributes);
        return this;
    }

    /** An element that holds a text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** A script or a style of this program, whose hash the page's policy names; not escaped (HTML §13.1.2.1, raw text). */
    Html raw(String tag, String ours) {
        out.append('<')
                .append(tag)
                .append('>')
                .append(ours)
                .append("</")
                .append(tag)
                .append('>');
        return this;
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** The document so far, with what is still open closed. */
    String written() {
        while (!open.isEmpty()) {
            close();
        }
        return "<!DOCTYPE html>" + out;
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }
}
