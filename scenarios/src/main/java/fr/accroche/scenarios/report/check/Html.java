package fr.accroche.scenarios.report.check;

import java.util.List;

/** A page being written: whatever is not markup of ours is escaped. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Markup of ours, as it is. */
    Html markup(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** An element with a text. */
    Html element(String name, String text) {
        return markup("<" + name + ">" + escape(text) + "</" + name + ">");
    }

    /** An element of a class with a text. */
    Html element(String name, String cssClass, String text) {
        return markup("<" + name + " class=\"" + cssClass + "\">" + escape(text) + "</" + name + ">");
    }

    Html tableHead(String caption, List<String> columns) {
        markup("<table>");
        element("caption", caption);
        markup("<thead><tr>");
        columns.forEach(column -> markup("<th scope=\"col\">" + escape(column) + "</th>"));
        return markup("</tr></thead><tbody>");
    }

    /** A row whose first cell is a state, of a class. */
    Html row(String cssClass, List<String> cells) {
        markup("<tr class=\"" + cssClass + "\">");
        cells.forEach(cell -> element("td", cell));
        return markup("</tr>");
    }

    Html tableEnd() {
        return markup("</tbody></table>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
