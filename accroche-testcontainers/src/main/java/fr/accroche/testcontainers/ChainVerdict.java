package fr.accroche.testcontainers;

import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The judgement of what was seen: a rehearsal, not a decision of ANS or CNDA. Its text, as a failing test prints it, begins with what
 * most likely lies behind it.
 *
 * @param outcome {@code CONFORME}, {@code NON_CONFORME} or {@code INDETERMINE}
 * @param headlines what most likely lies behind it, one line for each cause, in the order in which servers refused
 * @param rules each rule of the book
 * @param json all of the report, as docs/report.schema.json has it
 */
public record ChainVerdict(String outcome, List<String> headlines, List<JudgedRule> rules, String json) {

    private static final Set<String> BROKEN = Set.of("FAIL", "WARNING");

    public ChainVerdict {
        headlines = List.copyOf(headlines);
        rules = List.copyOf(rules);
    }

    /**
     * What became of a rule.
     *
     * @param id for example {@code IDN-02}
     * @param status {@code PASS}, {@code WARNING}, {@code FAIL}…
     * @param title what it asks for
     * @param expected by what was declared; empty where nothing was found
     * @param observed on the wire
     * @param remedy of what is broken
     */
    public record JudgedRule(
            String id,
            String status,
            String title,
            Optional<String> expected,
            Optional<String> observed,
            Optional<String> remedy) {

        private static JudgedRule of(JsonObject told) {
            return new JudgedRule(
                    told.text("id").orElseThrow(),
                    told.text("status").orElseThrow(),
                    told.text("title").orElseThrow(),
                    told.text("expected"),
                    told.text("observed"),
                    told.text("remedy"));
        }

        /** Whether it is broken, by refusal or by warning. */
        public boolean broken() {
            return BROKEN.contains(status);
        }

        @Override
        public String toString() {
            return id + " " + status + " " + title
                    + observed.map(value -> ": " + value).orElse("")
                    + expected.map(value -> " (" + value + ")").orElse("");
        }
    }

    static ChainVerdict of(JsonObject told) {
        return new ChainVerdict(
                told.text("verdict").orElseThrow(),
                objects(told, "diagnoses").stream()
                        .map(each -> each.text("headline").orElseThrow())
                        .toList(),
                objects(told, "rules").stream().map(JudgedRule::of).toList(),
                told.compact());
    }

    private static List<JsonObject> objects(JsonObject told, String member) {
        return told.array(member).map(JsonArray::objects).orElse(List.of());
    }

    /** Every step was seen, and no rule is broken. */
    public boolean conforming() {
        return outcome.equals("CONFORME");
    }

    /** The ids of the rules that are broken, by refusal or by warning. */
    public Set<String> broken() {
        return rules.stream()
                .filter(JudgedRule::broken)
                .map(JudgedRule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What became of a rule.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public JudgedRule rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule " + id + " is judged in a run"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(outcome);
        headlines.forEach(line -> text.append('\n').append(line));
        rules.stream()
                .filter(JudgedRule::broken)
                .forEach(rule -> text.append('\n').append(rule));
        return text.toString();
    }
}
