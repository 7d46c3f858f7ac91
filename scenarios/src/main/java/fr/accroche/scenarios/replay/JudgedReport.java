package fr.accroche.scenarios.replay;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a JSON report concluded, as it stands there: nothing is judged again.
 *
 * @param file as the user named it
 * @param at when the run began
 * @param outcome of the whole
 * @param rules by id
 */
public record JudgedReport(String file, Instant at, Outcome outcome, SortedMap<RuleId, JudgedRule> rules) {

    private static final int MOST_RULES = 10_000;
    private static final int MOST_FINDINGS = 100_000;

    private static final Text NO_JSON = Text.of("ce n'est pas du JSON : « {0} »", "this is no JSON; {0}");
    private static final Text A_RULE =
            Text.of("l'identifiant d'une règle, comme IDN-02", "the id of a rule, like IDN-02");
    private static final Text IN_ALL = Text.of("au plus {0} constats en tout", "at most {0} findings in all");
    private static final Text ONCE = Text.of("chaque règle une fois", "each rule once");

    public JudgedReport {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    /**
     * What came of a rule.
     *
     * @param title in the language of the report
     * @param findings each, and how often
     */
    public record JudgedRule(RuleId id, String title, Status status, Map<JudgedFinding, Integer> findings) {
        public JudgedRule {
            findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
        }

        /** Whether something is to be mended or looked at. */
        boolean isBad() {
            return status.compareTo(Status.PASS) < 0;
        }
    }

    /** What a rule found in one place, without its locators, which hold what is new in each run. */
    public record JudgedFinding(
            RuleId rule, Status status, Stage stage, String server, String expected, String observed) {}

    /**
     * Reads the report of one run.
     *
     * @throws RecordingException with the path of what is wrong
     */
    public static JudgedReport read(String file, byte[] utf8) {
        Place report = new Place("", json(utf8));
        Map<RuleId, JudgedRule> rules = new TreeMap<>();
        for (Place place : report.member("rules").items(MOST_RULES)) {
            JudgedRule rule = rule(place);
            if (rules.put(rule.id(), rule) != null) {
                throw place.member("id").wrong(ONCE);
            }
        }
        return new JudgedReport(
                file, report.member("at").time(), report.member("verdict").choice(Outcome.class), new TreeMap<>(rules));
    }

    private static Json json(byte[] utf8) {
        try {
            return Json.parseLarge(utf8, RecordingReader.LARGEST);
        } catch (JsonException wrong) {
            throw new RecordingException(NO_JSON.with(wrong.getMessage()));
        }
    }

    private static JudgedRule rule(Place rule) {
        RuleId id = RuleId.of(rule.member("id").text(RuleId::isWritten, A_RULE));
        return new JudgedRule(
                id,
                rule.member("title").line(),
                rule.member("status").choice(Status.class),
                findings(id, rule.member("findings")));
    }

    /** An older report repeats what it found. */
    private static Map<JudgedFinding, Integer> findings(RuleId rule, Place all) {
        Map<JudgedFinding, Integer> findings = new LinkedHashMap<>();
        int left = MOST_FINDINGS;
        for (Place finding : all.items(MOST_FINDINGS)) {
            int times = times(finding);
            left -= times;
            if (left < 0) {
                throw all.wrong(IN_ALL.with(MOST_FINDINGS));
            }
            findings.merge(finding(rule, finding), times, Integer::sum);
        }
        return findings;
    }

    private static int times(Place finding) {
        return finding.known("times")
                .map(times -> (int) times.number(1, MOST_FINDINGS))
                .orElse(1);
    }

    private static JudgedFinding finding(RuleId rule, Place finding) {
        return new JudgedFinding(
                rule,
                finding.member("status").choice(Status.class),
                finding.member("stage").choice(Stage.class),
                finding.member("server").line(),
                finding.member("expected").member("value").text(),
                finding.member("observed").member("value").text());
    }

    /** How many rules have each status, worst first. */
    public Map<Status, Long> counts() {
        return rules.values().stream()
                .collect(Collectors.groupingBy(JudgedRule::status, TreeMap::new, Collectors.counting()));
    }

    /** What is not as it should be, and how often. */
    Map<JudgedFinding, Integer> bad() {
        Map<JudgedFinding, Integer> bad = new LinkedHashMap<>();
        rules.values().forEach(rule -> bad.putAll(rule.findings()));
        bad.keySet().removeIf(finding -> finding.status().compareTo(Status.PASS) >= 0);
        return bad;
    }
}
