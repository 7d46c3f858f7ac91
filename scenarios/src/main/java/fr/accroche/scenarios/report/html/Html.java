package fr.accroche.scenarios.report.html;

import static java.util.stream.Collectors.joining;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Language;
import java.util.List;
import java.util.Locale;

/**
 * A page being written: whatever is not markup of ours is escaped. It asks for nothing and runs nothing, which its own policy
 * (CSP Level 3 §3.3) holds it to: opened from a mail, it does no more than a sheet of paper.
 */
public final class Html {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final StringBuilder out = new StringBuilder();

    /** A text as it may stand in an element or an attribute: on one line, and unable to turn what follows it around. */
    public static String escape(String text) {
        return text.chars().allMatch(Html::harmless) ? text : escaped(text);
    }

    /** One of those that nearly every text is made of: no control, and of no meaning in markup. */
    private static boolean harmless(int letter) {
        return letter >= ' ' && letter < 0x7f
                ? letter != '&' && letter != '<' && letter != '>' && letter != '"' && letter != '\''
                : letter >= 0xa0 && letter < 0x250;
    }

    private static String escaped(String text) {
        return Observed.plain(text.replace("\r\n", " ").replace('\n', ' ').replace('\t', ' '))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A text that a stranger wrote, among others on a line: right-to-left letters in it leave its neighbours where they are. */
    static String apart(String text) {
        return text.codePoints().anyMatch(Html::fromTheRight) ? "<bdi>" + escape(text) + "</bdi>" : escape(text);
    }

    private static boolean fromTheRight(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** All before what the body holds. */
    public Html opening(Language language, String title, String style) {
        return markup("<!DOCTYPE html>")
                .markup("<html lang=\"" + language.name().toLowerCase(Locale.ROOT) + "\">")
                .markup("<head><meta charset=\"utf-8\">")
                .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">")
                .markup("<meta name=\"referrer\" content=\"no-referrer\">")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", title)
                .markup("<style>\n" + style + "</style></head>")
                .markup("<body>");
    }

    /** Markup of ours, as it is. */
    public Html markup(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** An element with a text. */
    public Html element(String name, String text) {
        return markup("<" + name + ">" + escape(text) + "</" + name + ">");
    }

    /** An element of a class with a text. */
    public Html element(String name, String cssClass, String text) {
        return markup("<" + name + " class=\"" + cssClass + "\">" + escape(text) + "</" + name + ">");
    }

    public Html tableHead(String caption, List<String> columns) {
        markup("<table>");
        element("caption", caption);
        return markup(columns.stream()
                .map(column -> "<th scope=\"col\">" + escape(column) + "</th>")
                .collect(joining("", "<thead><tr>", "</tr></thead><tbody>")));
    }

    /** A row whose first cell is a state, of a class. */
    public Html row(String cssClass, List<String> cells) {
        return markup(cells.stream()
                .map(cell -> "<td>" + escape(cell) + "</td>")
                .collect(joining("", "<tr class=\"" + cssClass + "\">", "</tr>")));
    }

    public Html tableEnd() {
        return markup("</tbody></table>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
