package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.scenario.ScenarioResult;
import fr.accroche.scenarios.scenario.ScenarioResults;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which scenarios came to something else than expected, or could not be played, when they last were to be, kept in the work folder.
 *
 * @param file where
 */
record ScenarioMemory(Path file) {

    static final String NAME = "scenarios-failed.json";

    private static final String FAILED = "failed";
    private static final Text NOTHING = Text.of(
            "--rerun-failed : {0} ne se souvient d'aucun scénario joué ; les jouer une fois sans cette option",
            "--rerun-failed: {0} remembers no scenario that was played; play them once without this option");
    private static final Text UNREADABLE = Text.of(
            "--rerun-failed : {0} est illisible ; jouer les scénarios une fois sans cette option",
            "--rerun-failed: {0} cannot be read; play the scenarios once without this option");

    /** The keys of those that failed. */
    Set<String> failed() throws IOException {
        if (!Files.exists(file)) {
            throw UserException.usage(NOTHING.with(file.getParent()));
        }
        try {
            return Json.parseObject(DeclarationOption.bytes(file))
                    .array(FAILED)
                    .map(keys -> new LinkedHashSet<>(keys.texts()))
                    .orElseThrow(() -> UserException.usage(UNREADABLE.with(file)));
        } catch (JsonException wrong) {
            throw UserException.usage(UNREADABLE.with(file));
        }
    }

    /**
     * Keeps what came of some.
     *
     * @param before those that failed earlier and count for as long as they are not played again
     */
    void keep(ScenarioResults results, Set<String> before) throws IOException {
        Set<String> failed = new LinkedHashSet<>(before);
        for (ScenarioResult result : results.results()) {
            failed.remove(result.scenario().key());
            if (!result.asExpected()) {
                failed.add(result.scenario().key());
            }
        }
        results.unplayed().forEach(unplayed -> failed.add(unplayed.scenario().key()));
        List<JsonText> keys = failed.stream().map(JsonText::new).toList();
        String text = JsonObject.EMPTY.with(FAILED, keys).pretty() + "\n";
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
