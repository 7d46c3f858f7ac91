package fr.accroche.scenarios.report.doctor;

import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.doctor.Checkup;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.scenarios.report.certificate.CheckedFileJson;
import fr.accroche.wire.json.JsonObject;

/** What was examined before a run, for programs. Keys are stable; texts are in the language asked for. */
public final class CheckupJson {

    private CheckupJson() {}

    public static String of(Checkup checkup, Language language) {
        return JsonObject.EMPTY
                        .with("accroche", Version.CURRENT)
                        .with("failures", (int) checkup.failures())
                        .with("warnings", (int) checkup.warnings())
                        .with(
                                "points",
                                checkup.points().stream()
                                        .map(point -> point(point, language))
                                        .toList())
                        .pretty()
                + "\n";
    }

    private static JsonObject point(Examined point, Language language) {
        JsonObject said = JsonObject.EMPTY
                .with("subject", point.subject().in(language))
                .with("level", point.level().name())
                .with("said", point.said().in(language));
        return point.remedy()
                .map(remedy -> said.with("remedy", remedy.in(language)))
                .orElse(said)
                .with("findings", CheckedFileJson.findings(point.findings(), language));
    }
}
