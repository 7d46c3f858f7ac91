package fr.accroche.scenarios.report.diff;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.replay.JudgedReport;
import fr.accroche.scenarios.replay.JudgedReport.JudgedFinding;
import fr.accroche.scenarios.replay.ReportDiff;
import fr.accroche.scenarios.replay.ReportDiff.Change;
import fr.accroche.scenarios.report.Words;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The difference of two reports for programs. Keys are stable, and always there. */
public final class DiffJson {

    private DiffJson() {}

    public static String of(ReportDiff diff, Language language) {
        return JsonObject.EMPTY
                        .with("accroche", Version.CURRENT)
                        .with("ruleBook", RuleBook.VERSION)
                        .with("notice", Words.REHEARSAL.in(language))
                        .with("worse", diff.isWorse())
                        .with("before", report(diff.before()))
                        .with("after", report(diff.after()))
                        .with(
                                "rules",
                                diff.changes().stream().map(DiffJson::change).toList())
                        .with("added", findings(diff.added()))
                        .with("removed", findings(diff.removed()))
                        .pretty()
                + "\n";
    }

    private static JsonObject report(JudgedReport report) {
        JsonObject counts = JsonObject.EMPTY;
        for (Status status : Status.values()) {
            counts = counts.with(status.name(), report.counts().getOrDefault(status, 0L));
        }
        return JsonObject.EMPTY
                .with("file", report.file())
                .with("at", report.at().toString())
                .with("verdict", report.outcome().name())
                .with("counts", counts);
    }

    private static JsonObject change(Change change) {
        return JsonObject.EMPTY
                .with("id", change.rule().value())
                .with("title", change.title())
                .with("before", status(change.from()))
                .with("after", status(change.to()))
                .with("meaning", change.meaning().name());
    }

    private static Json status(Optional<Status> status) {
        return status.<Json>map(known -> new JsonText(known.name())).orElseGet(JsonNull::new);
    }

    private static List<JsonObject> findings(Map<JudgedFinding, Integer> findings) {
        return findings.entrySet().stream()
                .map(each -> finding(each.getKey()).with("times", each.getValue()))
                .toList();
    }

    private static JsonObject finding(JudgedFinding finding) {
        return JsonObject.EMPTY
                .with("rule", finding.rule().value())
                .with("status", finding.status().name())
                .with("stage", finding.stage().name())
                .with("server", finding.server())
                .with("expected", finding.expected())
                .with("observed", finding.observed());
    }
}
