package fr.accroche.scenarios.report.html;

import static java.util.Collections.newSetFromMap;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.report.IdentityTable;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.report.cause.CauseWords;
import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One run in a page: verdict first, then what is wrong, then the sessions that show it, then all that was judged. */
final class RunPart {

    /** So many sessions show at once, and each has its link. */
    private static final int MANY = 10;

    /** Of more, those that show at once: the first that broke a rule. A browser lays out the others when asked for. */
    private static final int UNFOLDED = 3;

    private final Html page;
    private final Run run;
    private final String prefix;
    private final int level;
    private final Language language;
    private final List<Session> sessions = new ArrayList<>();
    private final Map<Hop, FindingPart.Call> calls = new IdentityHashMap<>();
    private final Culprits culprits;
    private final Drawings drawings;

    /**
     * @param prefix what the ids of its parts begin with
     * @param level of its headings
     */
    RunPart(Html page, Run run, String prefix, int level, Language language) {
        this.page = page;
        this.run = run;
        this.prefix = prefix;
        this.level = level;
        this.language = language;
        this.culprits = Culprits.of(run.verdict());
        this.drawings = new Drawings();
        Map<RuleId, RuleResult> results = run.verdict().rules().stream()
                .collect(toMap(result -> result.card().id(), identity()));
        for (Exchange exchange : run.verdict().exchanges()) {
            Session session = Session.of(sessions.size() + 1, prefix, exchange, culprits, results);
            sessions.add(session);
            session.steps().forEach(step -> calls.put(step.hop(), new FindingPart.Call(session.number(), step)));
        }
    }

    /** Links to its parts. */
    void contents() {
        page.markup("<ul>");
        link("verdict", Words.VERDICT);
        if (!run.causes().isEmpty()) {
            link("causes", CauseWords.DIAGNOSIS);
        }
        link("wrong", Words.BROKEN);
        link("sessions", PageWords.SESSIONS);
        link("identities", Words.IDENTITIES);
        link("rules", Words.RULES);
        page.markup("</ul>");
    }

    private void link(String part, Text title) {
        page.markup("<li><a href=\"#" + prefix + part + "\">" + Html.escape(in(title)) + "</a></li>");
    }

    void write() {
        opened("verdict", Words.VERDICT);
        verdict();
        own(run.own());
        closed();
        causes();
        opened("wrong", Words.BROKEN);
        wrong();
        closed();
        opened("sessions", PageWords.SESSIONS);
        sessions();
        closed();
        opened("identities", Words.IDENTITIES);
        run.identities().forEach(this::identities);
        closed();
        opened("rules", Words.RULES);
        rules();
        closed();
    }

    private void opened(String part, Text title) {
        String id = prefix + part;
        page.markup("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\">")
                .markup("<h" + level + " id=\"" + id + "-h\">" + Html.escape(in(title)) + "</h" + level + ">");
    }

    private void closed() {
        page.markup("</section>");
    }

    private String under() {
        return "h" + (level + 1);
    }

    private void verdict() {
        List<RuleResult> rules = run.verdict().rules();
        Outcome outcome = run.verdict().outcome();
        page.markup("<p class=\"verdict " + (outcome == Outcome.CONFORME ? "good" : "bad") + "\"><strong>"
                        + Html.escape((outcome == Outcome.CONFORME ? "✓ " : "✗ ") + in(outcome.title()))
                        + "</strong></p>")
                .element("p", in(Words.COUNTS.with(rules.size())) + counts(rules));
        if (outcome == Outcome.INDETERMINE && rules.stream().noneMatch(Culprits::wrong)) {
            page.element("p", in(Words.INCONCLUSIVE));
        }
        long met = run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.fact(Fact.FAULT_ON_DEMAND).isPresent())
                .count();
        if (met > 0) {
            page.element("p", in(Words.ON_DEMAND.with(met)));
        }
    }

    private String counts(List<RuleResult> rules) {
        return rules.stream().collect(groupingBy(RuleResult::status, TreeMap::new, counting())).entrySet().stream()
                .map(entry -> in(entry.getKey().counted(entry.getValue().intValue())))
                .collect(joining(", "));
    }

    private void own(OwnLinks own) {
        own.silence().ifPresent(silence -> {
            page.element("p", "bad", "! " + in(silence.text())).markup("<ul>");
            silence.addresses().forEach(address -> page.element("li", in(address.what()) + " " + address.uri()));
            page.markup("</ul>");
        });
        if (!own.links().isEmpty()) {
            page.element(under(), in(Words.OWN_LINKS)).markup("<ul>");
            own.links()
                    .forEach(link -> page.element(
                            "li",
                            link.name() + " "
                                    + link.addresses().stream()
                                            .map(URI::toString)
                                            .collect(joining(" ")) + " [" + link.place() + "]"));
            page.markup("</ul>");
        }
    }

    private void causes() {
        if (run.causes().isEmpty()) {
            return;
        }
        opened("causes", CauseWords.DIAGNOSIS);
        CausePart part = new CausePart(page, prefix, language);
        for (int i = 0; i < run.causes().size(); i++) {
            part.write(under(), i + 1, run.causes().get(i));
        }
        closed();
    }

    private void wrong() {
        List<RuleResult> wrong =
                run.verdict().rules().stream().filter(Culprits::wrong).toList();
        if (wrong.isEmpty()) {
            page.element("p", in(PageWords.NOTHING_WRONG));
        }
        FindingPart part = new FindingPart(page, prefix, language);
        wrong.forEach(result -> result.telling()
                .ifPresent(finding -> part.write(
                        under(),
                        result,
                        finding,
                        culprits.of(result.card().id()).stream().map(calls::get).toList())));
    }

    private void sessions() {
        if (sessions.isEmpty()) {
            page.element("p", in(PageWords.NO_SESSION));
            return;
        }
        page.element("p", in(PageWords.LEGEND));
        links();
        Set<Session> shown = sessions.stream()
                .filter(session -> sessions.size() <= MANY || session.broken() > 0)
                .limit(sessions.size() <= MANY ? MANY : UNFOLDED)
                .collect(toCollection(() -> newSetFromMap(new IdentityHashMap<>())));
        sessions.forEach(session ->
                new SessionPart(page, session, drawings, prefix, language).write(under(), shown.contains(session)));
    }

    /** Of many, those that broke a rule: laying out a list of five hundred takes a browser as long as all that is folded. */
    private void links() {
        List<Session> linked = sessions.stream()
                .filter(session -> sessions.size() <= MANY || session.broken() > 0)
                .toList();
        if (!linked.isEmpty()) {
            page.markup(linked.stream()
                    .map(session -> "<li value=\"" + session.number() + "\"><a href=\"#" + session.id() + "\">"
                            + session.clientId().map(Html::apart).orElse(Html.escape(in(Words.UNKNOWN_CLIENT))) + "</a>"
                            + (session.broken() == 0
                                    ? ""
                                    : " <span class=\"bad\">✗ "
                                            + Html.escape(in(PageWords.BROKEN_CALLS.with(session.broken())))
                                            + "</span>")
                            + "</li>")
                    .collect(joining("", "<ol>", "</ol>")));
        }
        if (linked.size() < sessions.size()) {
            page.element("p", in(PageWords.OTHERS_FINE.with(sessions.size() - linked.size())));
        }
    }

    private void identities(IdentityTable table) {
        page.tableHead(
                in(Words.IDENTITIES) + " — " + table.clientId(),
                in(List.of(PageWords.WHAT, Words.EXPECTED, Words.OBSERVED, PageWords.AGREES)));
        table.rows().forEach(row -> page.markup(row(row)));
        page.tableEnd();
    }

    private String row(IdentityTable.Row row) {
        Text agrees = row.observed().isEmpty() ? Words.NOT_SEEN : row.agrees() ? PageWords.YES : PageWords.NO;
        return "<tr><th scope=\"row\">" + Html.escape(in(row.what())) + "</th><td>" + located(row.expected())
                + "</td><td>"
                + row.observed().map(RunPart::located).orElse("—") + "</td><td"
                + (row.observed().isEmpty() ? "" : row.agrees() ? " class=\"good\"" : " class=\"bad\"") + ">"
                + Html.escape(in(agrees)) + "</td></tr>";
    }

    private static String located(Observed observed) {
        return Html.apart(observed.shown()) + " [" + Html.apart(observed.where()) + "]";
    }

    private void rules() {
        page.tableHead(in(Words.RULES), in(List.of(PageWords.STATE, PageWords.RULE, Words.SOURCE, Words.FIDELITY)));
        for (RuleResult result : run.verdict().rules()) {
            page.row(
                    result.status().name().toLowerCase(Locale.ROOT),
                    List.of(
                            in(result.status().title())
                                    + result.reason()
                                            .map(reason -> " — " + in(reason))
                                            .orElse(""),
                            result.card().id() + " — " + in(result.card().title()),
                            in(result.card().citation().line()),
                            in(result.card().likeness().fidelity().title())));
        }
        page.tableEnd();
    }

    private List<String> in(List<Text> texts) {
        return texts.stream().map(this::in).toList();
    }

    private String in(Text text) {
        return text.in(language);
    }
}
