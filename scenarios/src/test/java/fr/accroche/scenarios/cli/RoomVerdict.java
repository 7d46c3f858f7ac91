package fr.accroche.scenarios.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a verdict says, as another program reads it.
 *
 * @param report the JSON report
 * @param exchanges the hops of each exchange, by each of the ids that its calls bore
 */
record RoomVerdict(JsonNode report, Map<String, List<JsonNode>> exchanges) {

    static RoomVerdict of(byte[] json) {
        JsonNode report = read(json);
        Map<Long, List<JsonNode>> sessions = new HashMap<>();
        report.get("hops")
                .forEach(hop -> sessions.computeIfAbsent(hop.get("session").asLong(), any -> new ArrayList<>())
                        .add(hop));
        Map<String, List<JsonNode>> exchanges = new HashMap<>();
        sessions.values().forEach(hops -> hops.forEach(hop -> exchanges.put(fact(hop, "TRACE_ID"), hops)));
        return new RoomVerdict(report, exchanges);
    }

    private static JsonNode read(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** CONFORME, and so on. */
    String outcome() {
        return report.get("verdict").asText();
    }

    /** The ids of the rules of a status, each with what was found of it. */
    Map<String, JsonNode> rules(String status) {
        Map<String, JsonNode> rules = new HashMap<>();
        report.get("rules").forEach(rule -> {
            if (rule.get("status").asText().equals(status)) {
                rules.put(rule.get("id").asText(), rule.get("findings"));
            }
        });
        return rules;
    }

    /** The calls that were refused, or failed: status, stage, answer, path. */
    List<String> refusals() {
        List<String> refused = new ArrayList<>();
        report.get("hops").forEach(hop -> {
            int status = hop.get("status").asInt();
            if (status == 0 || status >= 400) {
                refused.add("%d %s %s %s".formatted(status, hop.get("stage"), hop.get("answer"), hop.get("call")));
            }
        });
        return refused;
    }

    /** Those of a step that were answered so. */
    List<JsonNode> hops(String stage, int status) {
        List<JsonNode> hops = new ArrayList<>();
        report.get("hops").forEach(hop -> {
            if (is(hop, stage, status)) {
                hops.add(hop);
            }
        });
        return hops;
    }

    /** How many of them are in the exchange of that id. */
    long count(String trace, String stage, int status) {
        return exchanges.getOrDefault(trace, List.of()).stream()
                .filter(hop -> is(hop, stage, status))
                .count();
    }

    private static boolean is(JsonNode hop, String stage, int status) {
        return hop.get("stage").asText().equals(stage) && hop.get("status").asInt() == status;
    }

    /** What a server noted of something; empty for nothing. */
    static String fact(JsonNode hop, String name) {
        return hop.path("facts").path(name).path("value").asText();
    }
}
