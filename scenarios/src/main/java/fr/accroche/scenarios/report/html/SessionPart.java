package fr.accroche.scenarios.report.html;

import static java.util.stream.Collectors.joining;

import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A session in a page: the diagram, the table that says the same and holds what was noted, and the certificates. */
final class SessionPart {

    private final Html page;
    private final Session session;
    private final Drawings drawings;
    private final String prefix;
    private final Language language;

    /**
     * @param drawings those that the page has
     * @param prefix what the ids of the page's findings begin with
     */
    SessionPart(Html page, Session session, Drawings drawings, String prefix, Language language) {
        this.page = page;
        this.session = session;
        this.drawings = drawings;
        this.prefix = prefix;
        this.language = language;
    }

    /**
     * @param heading the name of the element that titles it
     * @param open whether it shows at once, with a diagram of its own, and each call holds what was noted of it; else that is in one
     *     list after them, and a diagram like an earlier one is left to that: a page of many sessions opens sooner
     */
    void write(String heading, boolean open) {
        String name = session.clientId().map(Html::apart).orElse(Html.escape(in(Words.UNKNOWN_CLIENT)));
        page.markup("<section class=\"session\" id=\"" + session.id() + "\" aria-labelledby=\"" + session.id()
                        + "-h\">")
                .markup("<" + heading + " id=\"" + session.id() + "-h\">"
                        + Html.escape(in(PageWords.SESSION.with(session.number()))) + name + "</" + heading + ">");
        if (session.broken() > 0) {
            page.element("p", "bad", "✗ " + in(PageWords.BROKEN_CALLS.with(session.broken())));
        }
        page.markup(open ? "<details open=\"\">" : "<details>")
                .element("summary", in(PageWords.SHOWN.with(session.steps().size())))
                .markup(new Diagram(session, drawings, prefix, language).figures(open));
        calls(open);
        if (!open) {
            page.markup(facts());
        }
        certificates();
        page.markup("</details></section>");
    }

    private void calls(boolean open) {
        page.markup("<div class=\"hops\">")
                .tableHead(
                        in(PageWords.CALLS.with(session.number())),
                        in(List.of(
                                PageWords.NUMBER,
                                PageWords.AFTER,
                                PageWords.FROM_TO,
                                PageWords.CALL,
                                PageWords.ANSWER,
                                PageWords.CERTIFICATE,
                                PageWords.JUDGED)));
        Instant start = session.steps().get(0).hop().at();
        page.markup(session.steps().stream()
                .map(step -> row(step, start, open ? facts(step) : ""))
                .collect(joining()));
        page.tableEnd().markup("</div>");
    }

    private String row(Step step, Instant start, String held) {
        Hop hop = step.hop();
        String id = step.results().isEmpty() ? "" : " id=\"" + step.id() + "\"";
        return "<tr" + id + " class=\"" + step.state().cssClass() + "\"><th scope=\"row\">"
                + step.number()
                + "</th><td>+" + Duration.between(start, hop.at()).toMillis() + "&nbsp;ms</td><td>"
                + Html.escape(in(step.route().from().title()) + " → "
                        + in(step.route().to().title())) + "</td><td>"
                + Html.escape(in(hop.stage().title())) + "<code>" + Html.escape(hop.call()) + "</code>"
                + held + "</td><td>" + Html.apart(step.answer().orElse("—")) + "</td><td>" + certificate(hop)
                + "</td><td class=\"rules\">" + step.state().mark() + " " + links(step) + "</td></tr>";
    }

    private String links(Step step) {
        return step.rules().stream().map(this::link).collect(joining(" "));
    }

    private String link(RuleId rule) {
        return "<a href=\"#" + prefix + rule.value() + "\">" + rule.value() + "</a>";
    }

    private String certificate(Hop hop) {
        if (hop.client() instanceof ClientCertificate.NotAsked) {
            return Html.escape(in(PageWords.NOT_ASKED));
        }
        return hop.client()
                .presented()
                .map(shown ->
                        "<a href=\"#" + session.id(shown) + "\">" + Html.escape("CN " + Diagram.name(shown)) + "</a>")
                .orElse(Html.escape(in(PageWords.ABSENT)));
    }

    /**
     * All that the journal has, which was redacted when it was written, under the names of the JSON report: a line each. A list
     * would hold thirty elements more for each call, and a page of many sessions would open as much later.
     */
    private String facts(Step step) {
        return noted(step) == 0
                ? ""
                : disclosed(
                        PageWords.FACTS.with(step.number(), noted(step)),
                        lines(step).collect(joining("\n")));
    }

    /** The same of all calls, each under its number. */
    private String facts() {
        return disclosed(
                PageWords.ALL_FACTS.with(
                        session.steps().stream().mapToInt(SessionPart::noted).sum()),
                session.steps().stream()
                        .filter(step -> noted(step) > 0)
                        .flatMap(step -> Stream.concat(
                                Stream.of("— " + step.number() + " "
                                        + Html.apart(step.hop().call())),
                                lines(step)))
                        .collect(joining("\n")));
    }

    private static int noted(Step step) {
        return step.hop().facts().size() + step.hop().breaches().size();
    }

    private String disclosed(Text summary, String lines) {
        return "<details><summary>" + Html.escape(in(summary)) + "</summary><pre>" + lines + "</pre></details>";
    }

    private Stream<String> lines(Step step) {
        Hop hop = step.hop();
        Stream<String> breaches = hop.breaches().stream()
                .map(breach -> line(
                        in(PageWords.SENTENCE) + " " + breach.rule().value(),
                        in(breach.sentence()),
                        breach.observed().where()));
        Stream<String> facts = hop.facts().entrySet().stream()
                .map(fact -> line(
                        fact.getKey().name(),
                        fact.getValue().shown(),
                        fact.getValue().where()));
        return Stream.concat(breaches, facts);
    }

    private static String line(String name, String value, String where) {
        return Html.escape(name) + ": " + Html.apart(value) + " ← " + Html.escape(where);
    }

    private void certificates() {
        if (session.certificates().isEmpty()) {
            return;
        }
        page.tableHead(
                in(PageWords.CERTIFICATES.with(session.number())),
                in(List.of(
                        PageWords.SUBJECT, PageWords.ISSUER, PageWords.SERIAL, PageWords.DIGEST, PageWords.DEFECTS)));
        for (ObservedCertificate one : session.certificates().keySet()) {
            String subject =
                    one.subject() + one.file().map(file -> " (" + file + ")").orElse("");
            page.markup(Stream.of(one.issuer(), one.serial(), one.sha256(), defects(one))
                    .map(cell -> "<td>" + Html.apart(cell) + "</td>")
                    .collect(joining(
                            "",
                            "<tr id=\"" + session.id(one) + "\"><th scope=\"row\">" + Html.apart(subject) + "</th>",
                            "</tr>")));
        }
        page.tableEnd();
    }

    private String defects(ObservedCertificate certificate) {
        return certificate.defects().isEmpty()
                ? in(PageWords.NO_DEFECT)
                : certificate.defects().stream()
                        .map(defect -> defect.code() + " (" + in(Words.EXPECTED) + " " + defect.expected() + ", "
                                + in(Words.OBSERVED) + " " + defect.observed() + ")")
                        .collect(joining("; "));
    }

    private List<String> in(List<Text> texts) {
        return texts.stream().map(this::in).toList();
    }

    private String in(Text text) {
        return text.in(language);
    }
}
