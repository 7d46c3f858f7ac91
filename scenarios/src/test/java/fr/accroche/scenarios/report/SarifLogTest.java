package fr.accroche.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifLogTest {

    private final SarifLog log = new SarifLog("1", "accroche-test", Language.EN);

    private JsonObject run() {
        JsonObject all = Json.parseObject(log.pretty().getBytes(StandardCharsets.UTF_8));
        return all.array("runs").orElseThrow().objects().get(0);
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.array(name).orElseThrow().objects();
    }

    @Test
    void aCrashOfOursIsNoResult() {
        log.rule("ARC-05", Text.verbatim("a rule"));
        log.crash("ARC-05", Text.verbatim("ours"));

        JsonObject invocation = objects(run(), "invocations").get(0);
        assertThat(objects(run(), "results")).isEmpty();
        assertThat(invocation.bool("executionSuccessful")).contains(false);
        assertThat(objects(invocation, "toolExecutionNotifications"))
                .singleElement()
                .satisfies(crash -> assertThat(
                                crash.object("associatedRule").orElseThrow().text("id"))
                        .contains("ARC-05"));
    }

    @Test
    void aRuleIsThereOnceAndResultsPointToIt() {
        log.rule("ARC-05", Text.verbatim("a rule"));
        log.rule("ARC-06", Text.verbatim("another"));
        log.rule("ARC-05", Text.verbatim("a rule"));
        log.add(log.result("ARC-06", Status.REVIEW, Text.verbatim("look"), "here"));
        log.add(log.result("ARC-06", Status.FAIL, Text.verbatim("broken"), "here"));

        JsonObject driver = run().object("tool").orElseThrow().object("driver").orElseThrow();
        assertThat(objects(driver, "rules")).hasSize(2);
        assertThat(objects(run(), "results"))
                .extracting(result -> result.integer("ruleIndex").orElseThrow())
                .containsExactly(1L, 1L);
        assertThat(objects(run(), "results"))
                .extracting(result -> result.text("level").orElseThrow())
                .containsExactly("warning", "error");
        assertThat(objects(run(), "results"))
                .extracting(result -> result.object("partialFingerprints")
                        .flatMap(prints -> prints.text("accroche/v1"))
                        .orElseThrow())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(":1"),
                        second -> assertThat(second).endsWith(":2"));
    }
}
