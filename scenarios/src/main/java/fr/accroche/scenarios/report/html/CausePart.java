package fr.accroche.scenarios.report.html;

import static java.util.stream.Collectors.joining;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.report.cause.CauseWords;
import java.util.Locale;

/** One cause in a page, with links to the findings that it explains. */
final class CausePart {

    private final Html page;
    private final String prefix;
    private final Language language;

    /** @param prefix what the ids of the page's findings begin with */
    CausePart(Html page, String prefix, Language language) {
        this.page = page;
        this.prefix = prefix;
        this.language = language;
    }

    /**
     * @param heading the name of the element that titles it
     * @param number its place among the causes, from 1
     */
    void write(String heading, int number, Cause cause) {
        String id = prefix + "cause-" + number;
        page.markup("<article id=\"" + id + "\" class=\""
                + cause.status().name().toLowerCase(Locale.ROOT) + "\" aria-labelledby=\"" + id + "-h\">"
                + "<" + heading + " id=\"" + id + "-h\">" + Html.apart(cause.headline(language)) + "</" + heading
                + "><dl>");
        part(CauseWords.LIKELY, Html.apart(in(cause.likely())));
        part(CauseWords.REPAIR, Html.apart(in(cause.repair())));
        part(Words.OWNER, Html.escape(in(cause.owner().title())));
        cause.refusal().ifPresent(refusal -> part(PageWords.TERSE, Html.apart(in(CauseWords.answer(refusal)))));
        part(
                CauseWords.SYMPTOMS,
                cause.rules().stream()
                        .map(rule -> "<a href=\"#" + prefix + rule + "\">" + rule + "</a>")
                        .collect(joining(" ")));
        page.markup("</dl></article>");
    }

    private void part(Text name, String markup) {
        page.markup("<dt>" + Html.escape(in(name)) + "</dt><dd>" + markup + "</dd>");
    }

    private String in(Text text) {
        return text.in(language);
    }
}
