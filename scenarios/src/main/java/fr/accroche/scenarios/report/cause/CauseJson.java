package fr.accroche.scenarios.report.cause;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.cause.Refusal;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.List;

/** The causes of a run for programs; the findings they explain are told by the rules. */
public final class CauseJson {

    private CauseJson() {}

    /** In the order in which servers refused. */
    public static List<JsonObject> of(List<Cause> causes, Language language) {
        return causes.stream().map(cause -> of(cause, language)).toList();
    }

    private static JsonObject of(Cause cause, Language language) {
        return JsonObject.EMPTY
                .with("headline", cause.headline(language))
                .with("field", cause.field().in(language))
                .with("rule", cause.rule().value())
                .with("status", cause.status().name())
                .with("expected", observed(cause.expected()))
                .with("observed", observed(cause.observed()))
                .with("owner", cause.owner().name())
                .with("likely", cause.likely().in(language))
                .with("repair", cause.repair().in(language))
                .with("refusal", refusal(cause))
                .with(
                        "rules",
                        cause.rules().stream()
                                .map(RuleId::value)
                                .map(JsonText::new)
                                .toList())
                .with(
                        "symptoms",
                        cause.symptoms().stream()
                                .map(CauseJson::symptom)
                                .distinct()
                                .toList());
    }

    private static Json refusal(Cause cause) {
        return cause.refusal().<Json>map(CauseJson::refusal).orElseGet(JsonNull::new);
    }

    private static JsonObject refusal(Refusal refusal) {
        return JsonObject.EMPTY
                .with("stage", refusal.stage().name())
                .with("server", refusal.server())
                .with("answer", refusal.answer())
                .with("withheld", refusal.withheld());
    }

    private static JsonObject symptom(Finding finding) {
        return JsonObject.EMPTY
                .with("rule", finding.rule().value())
                .with("stage", finding.stage().name())
                .with("server", finding.server());
    }

    private static JsonObject observed(Observed observed) {
        return JsonObject.EMPTY.with("value", observed.value()).with("where", observed.where());
    }
}
