package fr.accroche.scenarios.report.pmt;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.check.Journey;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.pmt.PmtFile;
import fr.accroche.scenarios.pmt.PmtPart;
import fr.accroche.scenarios.pmt.PmtPoint;
import fr.accroche.scenarios.pmt.PmtState;
import fr.accroche.scenarios.report.LikenessJson;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.util.Optional;

/** The PMT page for programs. Keys are stable and always there; texts are in the language asked for. */
public final class PmtJson {

    private final Language language;

    private PmtJson(Language language) {
        this.language = language;
    }

    public static String of(PmtFile file, Language language) {
        return new PmtJson(language).file(file).pretty() + "\n";
    }

    private JsonObject file(PmtFile file) {
        return JsonObject.EMPTY
                .with("accroche", Version.CURRENT)
                .with("ruleBook", RuleBook.VERSION)
                .with("notice", in(PmtWords.NOTICE))
                .with("on", file.day().toString())
                .with("declaration", file.declaration().lines().file())
                .with("declarationSha256", file.declaration().lines().sha256())
                .with("solution", file.declaration().title())
                .with("run", orNull(file.run().replayed().map(from -> from.file())))
                .with("at", file.run().at().toString())
                .with("state", file.state().name())
                .with("open", file.count(PmtState.RED) + file.count(PmtState.NOT_SHOWN))
                .with(
                        "testNumbers",
                        file.numbers().stream()
                                .map(number -> JsonObject.EMPTY
                                        .with("clientId", number.clientId())
                                        .with("simulated", number.value()))
                                .toList())
                .with("threeMonths", file.windows().stream().map(this::window).toList())
                .with("parts", file.parts().stream().map(this::part).toList());
    }

    private JsonObject window(Journey journey) {
        return JsonObject.EMPTY
                .with("clientId", journey.operation().clientId().value())
                .with("until", orNull(journey.until().map(String::valueOf)))
                .with("text", in(PmtWords.window(journey)));
    }

    private JsonObject part(PmtPart part) {
        return JsonObject.EMPTY
                .with("key", part.key())
                .with("clientId", orNull(part.clientId()))
                .with("teleservice", orNull(part.teleservice().map(Teleservice::label)))
                .with("title", in(part.title()))
                .with("state", part.state().name())
                .with("fidelity", LikenessJson.of(part.asked(), language))
                .with("points", part.points().stream().map(this::point).toList());
    }

    private JsonObject point(PmtPoint point) {
        return JsonObject.EMPTY
                .with("key", point.key())
                .with("what", in(point.what()))
                .with("state", point.state().name())
                .with("evidence", in(point.evidence()))
                .with("where", in(point.where()))
                .with("who", in(point.who()));
    }

    private String in(Text text) {
        return text.in(language);
    }

    private static Json orNull(Optional<String> value) {
        return value.<Json>map(JsonText::new).orElse(new JsonNull());
    }
}
