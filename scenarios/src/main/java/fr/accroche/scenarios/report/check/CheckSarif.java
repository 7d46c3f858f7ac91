package fr.accroche.scenarios.report.check;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.declaration.Problem;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.LikenessJson;
import fr.accroche.scenarios.report.check.CheckRun.Found;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report on a declaration in SARIF 2.1.0 (OASIS), for code scanning: each finding on its line of the declaration. What a
 * waiver covers is there, suppressed.
 */
public final class CheckSarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    /** What a path of a URI holds as it is (RFC 3986, 2.3), and what divides it. */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

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
                                .with("language", language.name().toLowerCase(Locale.ROOT))
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
                .with("properties", JsonObject.EMPTY.with("fidelity", LikenessJson.of(card.likeness(), language)))
                .with(
                        "defaultConfiguration",
                        JsonObject.EMPTY.with("level", level(card.level().broken())));
    }

    /** What is about the file as a whole is on its first line: code scanning shows nothing that has no line. */
    private JsonObject result(Problem problem) {
        JsonObject place = JsonObject.EMPTY
                .with("startLine", Math.max(1, problem.line()))
                .with("startColumn", Math.max(1, problem.column()));
        return JsonObject.EMPTY
                .with("ruleId", UNREADABLE)
                .with("level", "error")
                .with("message", text(in(problem.message())))
                .with("locations", List.of(location(file().with("region", place))));
    }

    private JsonObject result(Found found, Check check) {
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
                .with("locations", List.of(location(line(found.finding().path(), check))));
        return found.finding()
                .waiver()
                .map(waiver -> result.with(
                        "suppressions",
                        List.of(JsonObject.EMPTY
                                .with("kind", "inSource")
                                .with("justification", waiver.justification())
                                .with("location", location(line(waiver.path(), check))))))
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

    private static JsonObject location(JsonObject place) {
        return JsonObject.EMPTY.with("physicalLocation", place);
    }

    private JsonObject line(String path, Check check) {
        int line = check.dossier().declaration().lines().line(path).orElse(1);
        return file().with("region", JsonObject.EMPTY.with("startLine", line));
    }

    private JsonObject file() {
        return JsonObject.EMPTY.with("artifactLocation", JsonObject.EMPTY.with("uri", uri(Path.of(run.file()))));
    }

    /** A relative name stays relative, so that a code scanning service finds it in its checkout. */
    private static String uri(Path file) {
        if (file.isAbsolute()) {
            return file.toUri().toString();
        }
        StringBuilder uri = new StringBuilder();
        String slashed = file.toString().replace(file.getFileSystem().getSeparator(), "/");
        for (byte one : slashed.getBytes(StandardCharsets.UTF_8)) {
            uri.append(UNRESERVED.indexOf(one) >= 0 ? String.valueOf((char) one) : String.format("%%%02X", one));
        }
        return uri.toString();
    }

    private static JsonObject text(String text) {
        return JsonObject.EMPTY.with("text", text);
    }

    private String in(Text text) {
        return text.in(language);
    }
}
