package fr.accroche.scenarios.report.check;

import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.declaration.Problem;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.SarifLog;
import fr.accroche.scenarios.report.check.CheckRun.Found;
import fr.accroche.wire.json.JsonObject;
import java.util.List;

/**
 * The report on a declaration in SARIF 2.1.0 (OASIS), for code scanning: each finding on its line of the declaration. What a
 * waiver covers is there, suppressed.
 */
public final class CheckSarif {

    private static final String UNREADABLE = "declaration";
    private static final Text MESSAGE =
            Text.of("{0} Attendu : {1} ; déclaré : {2}. {3}", "{0} Expected: {1}; declared: {2}. {3}");

    private final CheckRun run;
    private final SarifLog log;

    private CheckSarif(CheckRun run, Language language) {
        this.run = run;
        this.log = new SarifLog(run.version(), "accroche-check", language);
    }

    public static String of(CheckRun run, Language language) {
        return new CheckSarif(run, language).log();
    }

    private String log() {
        log.rule(UNREADABLE, CheckWords.PROBLEMS);
        run.check().ifPresent(check -> check.rules().forEach(result -> log.rule(result.card())));
        run.problems().forEach(problem -> log.add(result(problem)));
        run.check().ifPresent(check -> run.telling().forEach(found -> log.add(result(found, check))));
        return log.pretty();
    }

    /** What is about the file as a whole is on its first line: code scanning shows nothing that has no line. */
    private JsonObject result(Problem problem) {
        JsonObject place = JsonObject.EMPTY
                .with("startLine", Math.max(1, problem.line()))
                .with("startColumn", Math.max(1, problem.column()));
        return log.result(
                        UNREADABLE,
                        Status.FAIL,
                        problem.message(),
                        problem.message().en())
                .with("locations", List.of(location(SarifLog.file(run.file()).with("region", place))));
    }

    private JsonObject result(Found found, Check check) {
        Text message = MESSAGE.with(
                found.card().title(),
                found.finding().expected(),
                found.finding().observed(),
                found.finding().remedy(found.card()));
        JsonObject result = log.result(
                        found.card().id().value(),
                        found.finding().status(),
                        message,
                        found.finding().path())
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

    private static JsonObject location(JsonObject place) {
        return JsonObject.EMPTY.with("physicalLocation", place);
    }

    private JsonObject line(String path, Check check) {
        int line = check.dossier().declaration().lines().line(path).orElse(1);
        return SarifLog.line(run.file(), line);
    }
}
