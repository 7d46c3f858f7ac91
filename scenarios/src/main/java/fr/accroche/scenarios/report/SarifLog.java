package fr.accroche.scenarios.report;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A log of SARIF 2.1.0 (OASIS) for code scanning, written piece by piece: one run, as GitHub takes no two of one tool and category
 * in a file. What a rule says is there once; each result points to it.
 */
public final class SarifLog {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    /** What a path of a URI holds as it is (RFC 3986, 2.3), and what divides it. */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    /** Not GitHub's own {@code primaryLocationLineHash}, which its upload action reckons from the line itself. */
    private static final String FINGERPRINT = "accroche/v1";

    private final String version;
    private final String category;
    private final Language language;
    private final List<JsonObject> rules = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<JsonObject> results = new ArrayList<>();
    private final Map<String, Integer> fingerprints = new HashMap<>();
    private final List<JsonObject> crashes = new ArrayList<>();
    private final List<JsonObject> notes = new ArrayList<>();

    /**
     * An empty log.
     *
     * @param version of accroche
     * @param category what keeps this log apart from others of the same tool, for example {@code accroche-check}
     */
    public SarifLog(String version, String category, Language language) {
        this.version = version;
        this.category = category;
        this.language = language;
    }

    /** A rule of ours that has no card. */
    public void rule(String id, Text title) {
        add(
                id,
                JsonObject.EMPTY
                        .with("id", id)
                        .with("shortDescription", text(title))
                        .with("fullDescription", text(title)));
    }

    /** A rule; twice is once. */
    public void rule(RuleCard card) {
        Text why = card.why().en().isEmpty() ? card.title() : card.why();
        add(
                card.id().value(),
                JsonObject.EMPTY
                        .with("id", card.id().value())
                        .with("shortDescription", text(card.title()))
                        .with("fullDescription", text(why))
                        .with("help", text(card.citation().line()))
                        .with(
                                "properties",
                                JsonObject.EMPTY.with("fidelity", LikenessJson.of(card.likeness(), language)))
                        .with(
                                "defaultConfiguration",
                                JsonObject.EMPTY.with(
                                        "level", level(card.level().broken()))));
    }

    private void add(String id, JsonObject rule) {
        if (indices.putIfAbsent(id, rules.size()) == null) {
            rules.add(rule);
        }
    }

    /**
     * A result, without its place, of a rule that was given before.
     *
     * @param known what it is known again by in the next log: nothing that changes from run to run
     */
    public JsonObject result(String rule, Status status, Text message, String known) {
        String hash =
                HexFormat.of().formatHex(Sha256.of((rule + "\n" + known).getBytes(StandardCharsets.UTF_8)), 0, 16);
        int occurrence = fingerprints.merge(hash, 1, Integer::sum);
        return JsonObject.EMPTY
                .with("ruleId", rule)
                .with("ruleIndex", indices.get(rule))
                .with("level", level(status))
                .with("message", text(message))
                .with("partialFingerprints", JsonObject.EMPTY.with(FINGERPRINT, hash + ":" + occurrence));
    }

    /** Takes a result in. */
    public void add(JsonObject result) {
        results.add(result);
    }

    /** A crash of ours, which is no result: the vendor's declaration has nothing to do with it. */
    public void crash(String rule, Text message) {
        crashes.add(JsonObject.EMPTY
                .with("level", "error")
                .with("message", text(message))
                .with("associatedRule", JsonObject.EMPTY.with("id", rule).with("index", indices.get(rule))));
    }

    /** What is to be known of the run that is no result. */
    public void note(Text message) {
        notes.add(JsonObject.EMPTY.with("level", "note").with("message", text(message)));
    }

    /** A doubt is for a person to look at: a warning, not an error. */
    private static String level(Status status) {
        return switch (status) {
            case ERROR, FAIL -> "error";
            case REVIEW, WARNING -> "warning";
            default -> "note";
        };
    }

    /** A place in a file, without its line. */
    public static JsonObject file(String name) {
        return JsonObject.EMPTY.with("artifactLocation", JsonObject.EMPTY.with("uri", uri(Path.of(name))));
    }

    /** A line of a file; lines count from 1. */
    public static JsonObject line(String file, int line) {
        return file(file).with("region", JsonObject.EMPTY.with("startLine", line));
    }

    /** A relative name stays relative, so that a code scanning service finds it in its checkout. */
    private static String uri(Path file) {
        if (file.isAbsolute()) {
            return file.toUri().toString();
        }
        StringBuilder uri = new StringBuilder();
        String slashed = file.toString().replace(file.getFileSystem().getSeparator(), "/");
        for (byte one : slashed.getBytes(StandardCharsets.UTF_8)) {
            uri.append(UNRESERVED.indexOf(one) >= 0 ? String.valueOf((char) one) : String.format("%%%02X", one));
        }
        return uri.toString();
    }

    private JsonObject text(Text text) {
        return JsonObject.EMPTY.with("text", text.in(language));
    }

    /** The whole log. */
    public String pretty() {
        JsonObject driver = JsonObject.EMPTY
                .with("name", "accroche")
                .with("version", version)
                .with("properties", JsonObject.EMPTY.with("ruleBook", RuleBook.VERSION))
                .with("rules", rules);
        JsonObject invocation = JsonObject.EMPTY
                .with("executionSuccessful", crashes.isEmpty())
                .with(
                        "toolExecutionNotifications",
                        Stream.concat(notes.stream(), crashes.stream()).toList());
        JsonObject run = JsonObject.EMPTY
                .with("tool", JsonObject.EMPTY.with("driver", driver))
                .with("automationDetails", JsonObject.EMPTY.with("id", category + "/"))
                .with("invocations", List.of(invocation))
                .with("language", language.name().toLowerCase(Locale.ROOT))
                .with("columnKind", "unicodeCodePoints")
                .with("results", results);
        return JsonObject.EMPTY
                        .with("$schema", SCHEMA)
                        .with("version", "2.1.0")
                        .with("runs", List.of(run))
                        .pretty()
                + "\n";
    }
}
