package fr.accroche.scenarios.report.html;

import static java.util.stream.Collectors.joining;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.report.Words;
import java.util.List;
import java.util.Locale;

/** What is wrong by one rule, in a page: with all that is needed to mend it, and the calls that it is about. */
final class FindingPart {

    /** Of calls that one rule is about, those that are named; the rest are counted. */
    private static final int CALLS = 12;

    private final Html page;
    private final String prefix;
    private final Language language;

    /** @param prefix what the ids of the page's findings begin with */
    FindingPart(Html page, String prefix, Language language) {
        this.page = page;
        this.prefix = prefix;
        this.language = language;
    }

    /**
     * @param heading the name of the element that titles it
     * @param calls those that broke the rule
     */
    void write(String heading, RuleResult result, Finding finding, List<Call> calls) {
        RuleCard card = result.card();
        String id = prefix + card.id().value();
        page.markup("<article id=\"" + id + "\" class=\""
                        + result.status().name().toLowerCase(Locale.ROOT) + "\" aria-labelledby=\"" + id + "-h\">")
                .markup("<" + heading + " id=\"" + id + "-h\">"
                        + Html.escape(card.id() + " (" + in(result.status().title()) + ") " + in(card.title())) + "</"
                        + heading + "><dl>");
        part(PageWords.WHERE, Html.escape(place(result, finding)));
        part(Words.EXPECTED, located(finding.expected()));
        part(Words.OBSERVED, located(finding.observed()));
        answers(calls);
        links(calls);
        if (!in(card.why()).isEmpty()) {
            part(PageWords.WHY, Html.escape(in(card.why())));
        }
        part(Words.SOURCE, Html.escape(in(card.citation().line())));
        part(Words.FIDELITY, Html.escape(in(card.likeness().line())));
        part(Words.REMEDY, Html.escape(in(card.remedyFor(finding))));
        part(
                Words.OWNER,
                Html.escape(
                        card.owners().stream().map(Owner::title).map(this::in).collect(joining(", "))));
        page.markup("</dl></article>");
    }

    /** A call that a finding is about. */
    record Call(int session, Step step) {}

    private String place(RuleResult result, Finding finding) {
        String place = in(finding.stage().title()) + ", " + finding.server();
        long others = result.findings().stream()
                        .filter(other -> other.status() == result.status())
                        .count()
                - 1;
        return others == 0 ? place : in((others == 1 ? Words.ANOTHER_PLACE : Words.OTHER_PLACES).with(place, others));
    }

    private static String located(Observed observed) {
        return Html.apart(observed.shown()) + " [" + Html.apart(observed.where()) + "]";
    }

    /** Those of the calls that were refused; where none was, the service noticed nothing, which its answers say. */
    private void answers(List<Call> calls) {
        List<Call> refused =
                calls.stream().filter(call -> !call.step().hop().succeeded()).toList();
        String answers = (refused.isEmpty() ? calls : refused)
                .stream()
                        .flatMap(call -> call.step().answer().stream())
                        .distinct()
                        .limit(CALLS)
                        .map(answer -> "<code>" + Html.escape(answer) + "</code>")
                        .collect(joining(", "));
        if (!answers.isEmpty()) {
            part(PageWords.TERSE, answers);
        }
    }

    private void links(List<Call> calls) {
        if (calls.isEmpty()) {
            return;
        }
        String links = calls.stream()
                .limit(CALLS)
                .map(call -> "<a href=\"#" + call.step().id() + "\">"
                        + Html.escape(in(PageWords.WHICH_CALL.with(
                                call.session(), call.step().number()))) + "</a>")
                .collect(joining("; "));
        String others = calls.size() > CALLS ? " " + in(PageWords.AND_OTHERS.with(calls.size() - CALLS)) : "";
        part(PageWords.WHICH_CALLS, links + Html.escape(others));
    }

    private void part(Text name, String markup) {
        page.markup("<dt>" + Html.escape(in(name)) + "</dt><dd>" + markup + "</dd>");
    }

    private String in(Text text) {
        return text.in(language);
    }
}
