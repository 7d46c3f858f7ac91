package fr.accroche.scenarios.report.check;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.check.CheckResult;
import fr.accroche.compliance.check.CndaRequest;
import fr.accroche.compliance.check.EdcFile;
import fr.accroche.compliance.check.Journey;
import fr.accroche.compliance.check.WaiverUse;
import fr.accroche.compliance.declaration.Problem;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.Obligation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.LikenessJson;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.List;
import java.util.Optional;

/** The report on a declaration, for programs. Keys are stable; texts are in the language asked for. */
public final class CheckJson {

    private final Language language;

    private CheckJson(Language language) {
        this.language = language;
    }

    public static String of(CheckRun run, Language language) {
        return new CheckJson(language).run(run).pretty() + "\n";
    }

    private JsonObject run(CheckRun run) {
        JsonObject json = JsonObject.EMPTY
                .with("accroche", run.version())
                .with("ruleBook", RuleBook.VERSION)
                .with("notice", in(CheckWords.REHEARSAL))
                .with("declaration", run.file())
                .with("on", run.day().toString())
                .with("problems", run.problems().stream().map(this::problem).toList());
        return run.check().map(check -> judged(json, run, check)).orElse(json.with("verdict", new JsonNull()));
    }

    private JsonObject judged(JsonObject json, CheckRun run, Check check) {
        return json.with("solution", run.title())
                .with("verdict", run.outcome().orElseThrow().name())
                .with(
                        "architecture",
                        JsonObject.EMPTY
                                .with(
                                        "name",
                                        orNull(check.recognition()
                                                .architecture()
                                                .map(Enum::name)))
                                .with("why", in(check.recognition().why())))
                .with(
                        "obligations",
                        check.obligations().stream()
                                .map(one -> obligation(one, check))
                                .toList())
                .with(
                        "edcFiles",
                        check.edcFiles().stream().map(CheckJson::edcFile).toList())
                .with(
                        "cndaRequests",
                        check.cndaRequests().stream()
                                .map(CheckJson::cndaRequest)
                                .toList())
                .with("identities", identities(run))
                .with("paths", check.journeys().stream().map(this::journey).toList())
                .with(
                        "rules",
                        check.rules().stream()
                                .map(result -> rule(result, check))
                                .toList())
                .with(
                        "waivers",
                        check.waivers().stream().map(use -> waiver(use, check)).toList());
    }

    private JsonObject problem(Problem problem) {
        return JsonObject.EMPTY
                .with("line", problem.line())
                .with("column", problem.column())
                .with("path", problem.path())
                .with("message", in(problem.message()));
    }

    private JsonObject obligation(Obligation one, Check check) {
        return JsonObject.EMPTY
                .with("guichet", one.kind().guichet().name())
                .with("kind", one.kind().name())
                .with("teleservice", orNull(one.service().map(Teleservice::label)))
                .with("actor", one.actor())
                .with("component", one.component())
                .with("state", one.state().name())
                .with("found", in(one.found()))
                .with("rule", one.rule().value())
                .with("source", in(one.basis().line()))
                .with("where", check.dossier().where(one.path()));
    }

    private static JsonObject edcFile(EdcFile file) {
        return JsonObject.EMPTY
                .with("actor", file.actor())
                .with("profiles", texts(file.kinds().stream().map(Enum::name).toList()))
                .with("components", texts(file.components()))
                .with("state", file.state().name());
    }

    private static JsonObject cndaRequest(CndaRequest request) {
        return JsonObject.EMPTY
                .with("component", request.component())
                .with("commercialName", request.commercialName())
                .with("teleservice", request.service().label())
                .with("kind", request.kind().name())
                .with("procedure", request.procedure().name())
                .with("state", request.state().name());
    }

    private List<JsonObject> identities(CheckRun run) {
        return run.identities().stream()
                .map(table -> JsonObject.EMPTY
                        .with("clientId", table.clientId())
                        .with(
                                "rows",
                                table.rows().stream()
                                        .map(row -> JsonObject.EMPTY
                                                .with("what", in(row.what()))
                                                .with("expected", row.expected().value())
                                                .with("where", row.expected().where()))
                                        .toList()))
                .toList();
    }

    private JsonObject journey(Journey journey) {
        JsonObject json = JsonObject.EMPTY
                .with("clientId", journey.operation().clientId().value())
                .with(
                        "steps",
                        journey.steps().stream()
                                .map(step -> JsonObject.EMPTY
                                        .with("title", in(step.title()))
                                        .with("on", orNull(step.on().map(String::valueOf)))
                                        .with("progress", step.progress().name()))
                                .toList())
                .with("pmtUntil", orNull(journey.until().map(String::valueOf)));
        return journey.until().isPresent() ? json.with("pmtDaysLeft", journey.daysLeft()) : json;
    }

    private JsonObject rule(CheckResult result, Check check) {
        return JsonObject.EMPTY
                .with("id", result.card().id().value())
                .with("level", result.card().level().name())
                .with("status", result.status().name())
                .with("title", in(result.card().title()))
                .with("source", in(result.card().citation().line()))
                .with("fidelity", LikenessJson.of(result.card().likeness(), language))
                .with(
                        "owner",
                        texts(result.card().owners().stream().map(Owner::name).toList()))
                .with(
                        "findings",
                        result.findings().stream()
                                .map(finding -> finding(result, finding, check))
                                .toList());
    }

    private JsonObject finding(CheckResult result, DeclaredFinding finding, Check check) {
        boolean mend = finding.status().compareTo(Status.PASS) < 0;
        return JsonObject.EMPTY
                .with("status", finding.status().name())
                .with("where", check.dossier().where(finding.path()))
                .with("path", finding.path())
                .with("expected", in(finding.expected()))
                .with("observed", in(finding.observed()))
                .with("source", orNull(finding.basis().map(basis -> in(basis.line()))))
                .with("doubt", orNull(finding.doubt().map(Enum::name)))
                .with(
                        "remedy",
                        orNull(Optional.of(result.card()).filter(card -> mend).map(card -> in(finding.remedy(card)))))
                .with("waiver", orNull(finding.waiver().map(waiver -> waiver.justification())));
    }

    private JsonObject waiver(WaiverUse use, Check check) {
        return JsonObject.EMPTY
                .with("rule", use.waiver().rule())
                .with("about", orNull(use.waiver().about()))
                .with("justification", use.waiver().justification())
                .with("until", use.waiver().until().toString())
                .with("state", use.state().name())
                .with("findings", use.findings())
                .with("where", check.dossier().where(use.waiver().path()));
    }

    private String in(Text text) {
        return text.in(language);
    }

    private static List<JsonText> texts(List<String> values) {
        return values.stream().map(JsonText::new).toList();
    }

    /** Keys are always there: what is not known is null. */
    private static Json orNull(Optional<String> value) {
        return value.<Json>map(JsonText::new).orElse(new JsonNull());
    }
}
