package fr.accroche.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Run;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** What a run's own record gives. */
public final class JudgedAgain {

    private JudgedAgain() {}

    /**
     * The run's record, judged again, tells the same in all: rules, findings, identities, hops.
     *
     * @param declared before a fault changed it
     */
    public static void requireSame(Run run, Declaration declared) {
        String report = JsonReport.of(run, Language.EN);
        Recording recording = RecordingReader.read(report.getBytes(StandardCharsets.UTF_8));

        String again = JsonReport.of(Replay.of("run.json", recording, declared), Language.EN);

        assertThat(judged(again)).isEqualTo(judged(report));
    }

    private static JsonObject judged(String report) {
        return Json.parseObject(report.getBytes(StandardCharsets.UTF_8)).with("replayed", new JsonNull());
    }
}
