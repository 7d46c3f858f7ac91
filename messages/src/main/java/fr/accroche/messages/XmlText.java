package fr.accroche.messages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Writes XML text without ever parsing it again, so that a signed part put into it keeps its bytes. */
final class XmlText {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final StringBuilder out = new StringBuilder(2048);
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts a whole document. */
    static XmlText document() {
        XmlText text = new XmlText();
        text.out.append(DECLARATION);
        return text;
    }

    /** Starts a part of one. */
    static XmlText fragment() {
        return new XmlText();
    }

    /** Opens an element; attributes are given as name, value, name, value. */
    XmlText open(String name, String... attributes) {
        tag(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    XmlText close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    XmlText leaf(String name, String text, String... attributes) {
        open(name, attributes);
        escape(text, false);
        return close();
    }

    XmlText leaf(String name, Optional<String> text) {
        text.ifPresent(value -> leaf(name, value));
        return this;
    }

    XmlText empty(String name, String... attributes) {
        tag(name, attributes);
        out.append("/>");
        return this;
    }

    /** Puts in XML that is already written, as it is. */
    XmlText raw(String xml) {
        out.append(xml);
        return this;
    }

    /** Closes what is open. */
    String end() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    byte[] endBytes() {
        return end().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalArgumentException if XML 1.0 §2.2 has no way to write one of its characters
     */
    static String writable(String text) {
        text.codePoints().filter(c -> !isCharacter(c)).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException("XML cannot hold the character U+%04X: leave it out".formatted(c));
        });
        return text;
    }

    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
    }

    private void escape(String text, boolean attribute) {
        for (char c : writable(text).toCharArray()) {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                default -> out.append(c);
            }
        }
    }
}
