package fr.accroche.scenarios.report.suite;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.report.LikenessJson;
import fr.accroche.scenarios.report.Words;
import fr.accroche.scenarios.suite.CaseResult;
import fr.accroche.scenarios.suite.Check;
import fr.accroche.scenarios.suite.ProxyCase;
import fr.accroche.scenarios.suite.SuiteRun;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.Optional;

/** The report on a suite for programs. Keys are stable; texts are in the language asked for. */
public final class SuiteJson {

    private final Language language;

    private SuiteJson(Language language) {
        this.language = language;
    }

    public static String of(SuiteRun run, Language language) {
        return new SuiteJson(language).run(run).pretty() + "\n";
    }

    private JsonObject run(SuiteRun run) {
        return JsonObject.EMPTY
                .with("accroche", run.version())
                .with("ruleBook", RuleBook.VERSION)
                .with("notice", in(Words.REHEARSAL))
                .with("suite", "proxy")
                .with("at", run.at().toString())
                .with("durationMs", run.took().toMillis())
                .with("declaration", run.declaration().lines().file())
                .with("solution", run.declaration().title())
                .with(
                        "clientIds",
                        run.operations().stream()
                                .map(operation ->
                                        new JsonText(operation.clientId().value()))
                                .toList())
                .with("verdict", run.outcome().name())
                .with("cases", run.results().stream().map(this::result).toList());
    }

    private JsonObject result(CaseResult result) {
        ProxyCase played = result.played();
        return JsonObject.EMPTY
                .with("id", played.id())
                .with("level", played.level().name())
                .with("status", result.status().name())
                .with("title", in(played.title()))
                .with("done", in(played.done()))
                .with("expected", in(played.expected()))
                .with("why", in(played.why()))
                .with("source", in(played.citation().line()))
                .with("fidelity", LikenessJson.of(played.likeness(), language))
                .with(
                        "rules",
                        played.rules().stream()
                                .sorted()
                                .map(RuleId::value)
                                .map(JsonText::new)
                                .toList())
                .with("remedy", in(played.remedy()))
                .with("owner", played.owner().name())
                .with("reason", text(result.reason().map(this::in)))
                .with("durationMs", result.took().toMillis())
                .with("checks", result.checks().stream().map(SuiteJson::check).toList())
                .with("broken", result.broken().stream().map(this::broken).toList());
    }

    private static JsonObject check(Check check) {
        return JsonObject.EMPTY
                .with("where", check.where())
                .with("expected", check.expected())
                .with("observed", check.observed())
                .with("held", check.held());
    }

    private JsonObject broken(RuleResult rule) {
        return JsonObject.EMPTY
                .with("rule", rule.card().id().value())
                .with("status", rule.status().name())
                .with("title", in(rule.card().title()))
                .with("fidelity", LikenessJson.of(rule.card().likeness(), language))
                .with(
                        "expected",
                        text(rule.telling().map(finding -> finding.expected().value())))
                .with(
                        "observed",
                        text(rule.telling().map(finding -> finding.observed().value())));
    }

    private String in(Text text) {
        return text.in(language);
    }

    /** Keys are always there: what is not known is null. */
    private static Json text(Optional<String> value) {
        return value.<Json>map(JsonText::new).orElseGet(JsonNull::new);
    }
}
