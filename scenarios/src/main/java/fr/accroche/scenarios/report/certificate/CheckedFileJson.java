package fr.accroche.scenarios.report.certificate;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.certificate.CertificateFinding;
import fr.accroche.scenarios.certificate.CertificateFinding.Observation;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.Symptom;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.List;

/** The check of a certificate file, for programs. Keys are stable; texts are in the language asked for. */
public final class CheckedFileJson {

    private CheckedFileJson() {}

    public static String of(CheckedFile checked, Language language) {
        return JsonObject.EMPTY
                        .with("accroche", Version.CURRENT)
                        .with("file", checked.file())
                        .with("failures", (int) checked.failures())
                        .with("warnings", (int) checked.warnings())
                        .with("findings", findings(checked.findings(), language))
                        .pretty()
                + "\n";
    }

    /** For a report that holds them. */
    public static List<JsonObject> findings(List<CertificateFinding> findings, Language language) {
        return findings.stream().map(finding -> finding(finding, language)).toList();
    }

    private static JsonObject finding(CertificateFinding finding, Language language) {
        CertificateError error = finding.error();
        return JsonObject.EMPTY
                .with("id", error.id())
                .with("level", finding.level().name())
                .with("title", error.title().in(language))
                .with(
                        "rules",
                        error.rules().stream()
                                .map(RuleId::value)
                                .map(JsonText::new)
                                .toList())
                .with(
                        "observations",
                        finding.observations().stream()
                                .map(observation -> observation(observation, language))
                                .toList())
                .with("cause", error.cause().in(language))
                .with(
                        "elsewhere",
                        error.symptoms().stream().map(CheckedFileJson::symptom).toList())
                .with("remedy", error.fix().in(language))
                .with(
                        "owners",
                        error.owners().stream()
                                .map(Owner::name)
                                .map(JsonText::new)
                                .toList());
    }

    private static JsonObject observation(Observation observation, Language language) {
        return JsonObject.EMPTY
                .with("where", observation.where())
                .with("expected", observation.expected().in(language))
                .with("observed", observation.observed().in(language));
    }

    private static JsonObject symptom(Symptom symptom) {
        return JsonObject.EMPTY.with("program", symptom.program()).with("text", symptom.text());
    }
}
