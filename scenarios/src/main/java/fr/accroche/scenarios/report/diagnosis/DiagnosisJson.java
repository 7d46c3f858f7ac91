package fr.accroche.scenarios.report.diagnosis;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.Diagnosis;
import fr.accroche.scenarios.diagnosis.Symptom;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.List;

/** The same for programs. Keys are stable; texts are in the language asked for. */
public final class DiagnosisJson {

    private final Language language;

    private DiagnosisJson(Language language) {
        this.language = language;
    }

    public static String of(Diagnosis diagnosis, Language language) {
        DiagnosisJson json = new DiagnosisJson(language);
        return JsonObject.EMPTY
                        .with("accroche", Version.CURRENT)
                        .with(
                                "candidates",
                                diagnosis.candidates().stream()
                                        .map(candidate -> json.error(candidate.error())
                                                .with("because", symptoms(candidate.because())))
                                        .toList())
                        .pretty()
                + "\n";
    }

    /** Entries of the catalogue. */
    public static String list(List<CertificateError> errors, Language language) {
        DiagnosisJson json = new DiagnosisJson(language);
        return JsonObject.EMPTY
                        .with("accroche", Version.CURRENT)
                        .with("errors", errors.stream().map(json::error).toList())
                        .pretty()
                + "\n";
    }

    private JsonObject error(CertificateError error) {
        return JsonObject.EMPTY
                .with("id", error.id())
                .with("title", in(error.title()))
                .with("cause", in(error.cause()))
                .with("sign", in(error.sign()))
                .with("layer", error.place().layer().name())
                .with("side", error.place().side().name())
                .with("texts", symptoms(error.symptoms()))
                .with("tellApart", in(error.check().question()))
                .with("commands", texts(error.check().commands()))
                .with("remedy", in(error.fix()))
                .with("owner", texts(error.owners().stream().map(Owner::name).toList()))
                .with("rules", texts(error.rules().stream().map(RuleId::value).toList()))
                .with("certainty", error.certainty().name());
    }

    private static List<JsonObject> symptoms(List<Symptom> symptoms) {
        return symptoms.stream()
                .map(symptom -> JsonObject.EMPTY
                        .with("program", symptom.program())
                        .with("text", symptom.text())
                        .with("weight", symptom.weight().name()))
                .toList();
    }

    private String in(Text text) {
        return text.in(language);
    }

    private static List<JsonText> texts(List<String> values) {
        return values.stream().map(JsonText::new).toList();
    }
}
