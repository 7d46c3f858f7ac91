package fr.accroche.scenarios.report.html;

import static java.util.stream.Collectors.joining;

import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sequence diagram of a session, as inline SVG 1.1: in parts of some calls each, so that the actors' names stay near, and no
 * arrow is cut by the end of a sheet. It is one image with a title and a description (SVG-AAM §5.1); its links are for the mouse,
 * the table after it has them for all.
 */
final class Diagram {

    private static final int CALLS_PER_PART = 14;
    private static final int COLUMN = 132;
    private static final int HEAD = 64;
    private static final int LINE = 16;
    private static final int LINES = 3;
    private static final int LETTERS = 15;
    private static final int ROW = 46;
    private static final int LETTER = 7;

    private final Session session;
    private final Drawings drawings;
    private final String prefix;
    private final Language language;
    private final List<Actor> actors;
    private final int width;

    /**
     * @param drawings those that the page has
     * @param prefix what the ids of the page's findings begin with
     */
    Diagram(Session session, Drawings drawings, String prefix, Language language) {
        this.session = session;
        this.drawings = drawings;
        this.prefix = prefix;
        this.language = language;
        this.actors = List.copyOf(session.actors());
        this.width = Math.max(4, actors.size()) * COLUMN;
    }

    /**
     * Each part as a figure.
     *
     * @param again whether to draw what the page has already, or to lead there
     */
    String figures(boolean again) {
        List<String> figures = new ArrayList<>();
        List<Step> steps = session.steps();
        for (int from = 0; from < steps.size(); from += CALLS_PER_PART) {
            figures.add(figure(steps.subList(from, Math.min(steps.size(), from + CALLS_PER_PART)), again));
        }
        return String.join("\n", figures);
    }

    private String figure(List<Step> part, boolean again) {
        String id = session.id() + "-d" + first(part);
        int height = HEAD + part.size() * ROW + 10;
        String drawing = drawing(part, height);
        Optional<Drawings.Place> before = drawings.before(drawing, new Drawings.Place(session.number(), id));
        return again || before.isEmpty() ? image(part, id, height, drawing) : as(part, before.get());
    }

    private String as(List<Step> part, Drawings.Place before) {
        return "<p><a href=\"#" + before.figure() + "\">"
                + Html.escape(PageWords.DRAWN_AS
                        .with(first(part), last(part), before.session())
                        .in(language))
                + "</a></p>";
    }

    private static int first(List<Step> part) {
        return part.get(0).number();
    }

    private static int last(List<Step> part) {
        return part.get(part.size() - 1).number();
    }

    private String image(List<Step> part, String id, int height, String drawing) {
        String title = PageWords.DIAGRAM
                .with(session.number(), first(part), last(part))
                .in(language);
        String names = actors.stream().map(actor -> actor.title().in(language)).collect(joining(", "));
        return "<figure id=\"" + id + "\" aria-labelledby=\"" + id + "-t\"><svg role=\"img\" viewBox=\"0 0 " + width
                + " " + height
                + "\" width=\"" + width
                + "\" aria-labelledby=\"" + id
                + "-t\" aria-describedby=\""
                + id + "-x\"><title id=\"" + id + "-t\">" + Html.escape(title) + "</title><desc id=\"" + id + "-x\">"
                + Html.escape(PageWords.DIAGRAM_SAYS.with(part.size(), names).in(language)) + "</desc>"
                + drawing + "</svg></figure>";
    }

    private String drawing(List<Step> part, int height) {
        StringBuilder out = new StringBuilder();
        actors.forEach(actor -> out.append(actor(actor, height)));
        int y = HEAD + ROW / 2 + 4;
        for (Step step : part) {
            out.append(step(step, y));
            y += ROW;
        }
        return out.toString();
    }

    private int x(Actor actor) {
        return actors.indexOf(actor) * COLUMN + COLUMN / 2;
    }

    private String actor(Actor actor, int height) {
        int x = x(actor);
        List<String> lines = lines(actor.title().in(language));
        StringBuilder out = new StringBuilder("<rect x=\"" + (x - COLUMN / 2 + 4) + "\" y=\"4\" width=\"" + (COLUMN - 8)
                + "\" height=\"" + (LINES * LINE + 6) + "\" rx=\"4\"/>");
        int y = 4 + 15 + (LINES - lines.size()) * LINE / 2;
        for (String line : lines) {
            out.append("<text class=\"actor\" x=\"" + x + "\" y=\"" + y + "\">" + Html.escape(line) + "</text>");
            y += LINE;
        }
        return out + "<path class=\"life\" d=\"M" + x + " " + (LINES * LINE + 10) + "V" + height + "\"/>";
    }

    /** A name over the lines that its box has: SVG 1.1 breaks none by itself. */
    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        for (String word : name.split(" ")) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + word.length() < LETTERS) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    /** An arrow, with what is called above it, and what came of it below; a broken rule makes it a link to its finding. */
    private String step(Step step, int y) {
        int from = x(step.route().from());
        int to = x(step.route().to());
        String drawn = arrow(from, to, y)
                + label(step.number() + " " + method(step) + " " + path(step), from, to, y - 6)
                + label(below(step), from, to, y + 15);
        String marked = step.state() == Step.State.FINE
                ? drawn
                : "<g class=\"" + step.state().cssClass() + "\">" + drawn + "</g>";
        return step.results().isEmpty()
                ? marked
                : "<a tabindex=\"-1\" href=\"#" + prefix + step.rules().get(0).value() + "\">" + marked + "</a>";
    }

    private static String arrow(int from, int to, int y) {
        if (from == to) {
            return "<path class=\"arrow own\" d=\"M" + from + " " + (y - 3) + "h24v6h-18" + head(8) + "\"/>";
        }
        int back = from < to ? -8 : 8;
        return "<path class=\"arrow\" d=\"M" + from + " " + y + "H" + (to + back) + head(back) + "\"/>";
    }

    /** From the middle of its base, where the line ends. */
    private static String head(int back) {
        return "v-4.5l" + -back + " 4.5l" + back + " 4.5z";
    }

    /** In the middle of its arrow, or as near as the drawing's edges allow. */
    private String label(String text, int from, int to, int y) {
        String shown = clipped(Observed.plain(text), width / LETTER - 2);
        int half = shown.length() * LETTER / 2;
        int x = Math.max(half, Math.min(width - half, (from + to) / 2));
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + Html.escape(shown) + "</text>";
    }

    private static String method(Step step) {
        return step.hop().call().split(" ", 2)[0];
    }

    /** The end of the path: where the realms of real servers differ is told by the arrow. */
    private static String path(Step step) {
        String[] call = step.hop().call().split(" ", 2);
        if (call.length < 2) {
            return "";
        }
        String[] parts = call[1].split("/");
        return parts.length <= 3
                ? clipped(call[1], 48)
                : clipped("…/" + parts[parts.length - 2] + "/" + parts[parts.length - 1], 48);
    }

    private String below(Step step) {
        String rules =
                step.rules().stream().map(RuleId::value).map(rule -> " " + rule).collect(joining());
        String shown = step.hop().client() instanceof ClientCertificate.Absent
                ? " · " + PageWords.ABSENT.in(language)
                : step.hop()
                        .client()
                        .presented()
                        .map(certificate -> " · CN " + clipped(name(certificate), 28))
                        .orElse("");
        return step.state().mark() + rules + " " + clipped(step.answer().orElse("—"), 52) + shown;
    }

    static String name(ObservedCertificate certificate) {
        return certificate.commonName().orElse(certificate.subject());
    }

    private static String clipped(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
    }
}
