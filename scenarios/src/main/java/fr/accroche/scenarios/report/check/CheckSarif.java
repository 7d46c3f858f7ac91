package fr.accroche.scenarios.report.check;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.declaration.Problem;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.check.CheckRun.Found;
import fr.accroche.wire.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The report on a declaration in SARIF 2.1.0 (OASIS), for code scanning: each finding on its line of the declaration. What a
 * waiver covers is there, suppressed.
 */
public final class CheckSarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String UNREADABLE = "declaration";

    private final CheckRun run;
    private final Language language;

    private CheckSarif(CheckRun run, Language language) {
        this.run = run;
        this.language = language;
    }

    public static String of(CheckRun run, Language language) {
        return new CheckSarif(run, language).log().pretty() + "\n";
    }

    private JsonObject log() {
        List<JsonObject> results = new ArrayList<>();
        run.problems().forEach(problem -> results.add(result(problem)));
        run.check().ifPresent(check -> run.telling().forEach(found -> results.add(result(found, check))));
        JsonObject driver = JsonObject.EMPTY
                .with("name", "accroche")
                .with("version", run.version())
                .with("rules", rules());
        return JsonObject.EMPTY
                .with("$schema", SCHEMA)
                .with("version", "2.1.0")
                .with(
                        "runs",
                        List.of(JsonObject.EMPTY
                                .with("tool", JsonObject.EMPTY.with("driver", driver))
                                .with("columnKind", "unicodeCodePoints")
                                .with("results", results)));
    }

    private List<JsonObject> rules() {
        List<JsonObject> rules = new ArrayList<>();
        rules.add(JsonObject.EMPTY.with("id", UNREADABLE).with("shortDescription", text(in(CheckWords.PROBLEMS))));
        run.check().ifPresent(check -> check.rules().forEach(result -> rules.add(rule(result.card()))));
        return rules;
    }

    private JsonObject rule(RuleCard card) {
        return JsonObject.EMPTY
                .with("id", card.id().value())
                .with("shortDescription", text(in(card.title())))
                .with("fullDescription", text(in(card.why())))
                .with("help", text(in(card.citation().line())))
                .with(
                        "defaultConfiguration",
                        JsonObject.EMPTY.with("level", level(card.level().broken())));
    }

    private JsonObject result(Problem problem) {
        JsonObject region = JsonObject.EMPTY
                .with("startLine", Math.max(1, problem.line()))
                .with("startColumn", Math.max(1, problem.column()));
        return JsonObject.EMPTY
                .with("ruleId", UNREADABLE)
                .with("level", "error")
                .with("message", text(in(problem.message())))
                .with("locations", List.of(location(region)));
    }

    private JsonObject result(Found found, Check check) {
        String path = found.finding().path();
        int line = check.dossier().declaration().lines().line(path).orElse(1);
        Text message = Text.of("{0} Attendu : {1} ; déclaré : {2}. {3}", "{0} Expected: {1}; declared: {2}. {3}")
                .with(
                        found.card().title(),
                        found.finding().expected(),
                        found.finding().observed(),
                        found.finding().remedy(found.card()));
        JsonObject result = JsonObject.EMPTY
                .with("ruleId", found.card().id().value())
                .with("level", level(found.finding().status()))
                .with("message", text(in(message)))
                .with("locations", List.of(location(JsonObject.EMPTY.with("startLine", line))));
        return found.finding()
                .waiver()
                .map(waiver -> result.with(
                        "suppressions",
                        List.of(JsonObject.EMPTY
                                .with("kind", "external")
                                .with("justification", waiver.justification()))))
                .orElse(result);
    }

    /** A doubt is for a person to look at: a warning, not an error. */
    private static String level(Status status) {
        return switch (status) {
            case ERROR, FAIL -> "error";
            case REVIEW, WARNING -> "warning";
            default -> "note";
        };
    }

    private JsonObject location(JsonObject region) {
        String uri = Path.of(run.file()).toString().replace('\\', '/').replace(" ", "%20");
        return JsonObject.EMPTY.with(
                "physicalLocation",
                JsonObject.EMPTY
                        .with("artifactLocation", JsonObject.EMPTY.with("uri", uri))
                        .with("region", region));
    }

    private static JsonObject text(String text) {
        return JsonObject.EMPTY.with("text", text);
    }

    private String in(Text text) {
        return text.in(language);
    }
}
