package fr.accroche.scenarios.report;

import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Language;
import fr.accroche.wire.json.JsonObject;

/** How near something is to the real thing, in every report for programs: the word is stable, the detail is for people. */
public final class LikenessJson {

    private LikenessJson() {}

    public static JsonObject of(Likeness likeness, Language language) {
        return JsonObject.EMPTY
                .with("word", likeness.fidelity().name())
                .with("detail", likeness.detail().in(language))
                .with("source", likeness.basis().line(PublicSource::heading));
    }
}
