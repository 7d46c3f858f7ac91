package fr.accroche.proxy.metier;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/** What an LPS can ask of a métier proxy: a door, a téléservice behind it, and the schema of what it takes. */
public enum BusinessOperation {
    /** TD0.2: whether a patient has a DMP. */
    EXISTENCE_TEST("dmp", "/existence-test", "/patients", "existence-test"),
    /** TD2.1: deposits a document. */
    DOCUMENT_DEPOSIT("dmp", "/documents", "/repository", "document-deposit"),
    /** TD3.1: which documents there are. */
    DOCUMENT_SEARCH("dmp", "/documents/search", "/registry", "document-search"),
    /** WS_INS2: the INS of a person, by traits. */
    INS_SEARCH("insi", "/search", "/lps", "ins-search"),
    /** What has become of an ordonnance numérique, in a fictional dialect. */
    CONSULTATION("on", "/consultation", "/lps", "consultation");

    /** A deposit holds a document of 6 MiB, which is 8 MiB of base64, and what is said of it. */
    private static final int LARGEST_DEPOSIT = 9 * 1024 * 1024;

    private final String route;
    private final String door;
    private final String endpoint;
    private final String schema;
    private final Schema request;
    private final Schema answer;

    BusinessOperation(String route, String door, String endpoint, String schema) {
        this.route = route;
        this.door = door;
        this.endpoint = endpoint;
        this.schema = schema;
        this.request = Schemas.named(schema + ".request");
        this.answer = Schemas.named(schema + ".answer");
    }

    /**
     * The operation that a request is for.
     *
     * @param route of a téléservice
     * @return the one whose schema takes it; where none does, the téléservice's first
     * @throws IllegalArgumentException if a téléservice has no operation
     */
    public static BusinessOperation fitting(String route, JsonObject request) {
        List<BusinessOperation> known = of(route);
        if (known.isEmpty()) {
            throw new IllegalArgumentException("nothing is built for " + route);
        }
        return known.stream()
                .filter(operation -> operation.faults(request).isEmpty())
                .findFirst()
                .orElse(known.get(0));
    }

    /** Those of a téléservice. */
    public static List<BusinessOperation> of(String route) {
        return Arrays.stream(values())
                .filter(operation -> operation.route.equals(route))
                .toList();
    }

    /** The téléservice's route, as in {@code /send/<route>}. */
    public String route() {
        return route;
    }

    /** The door below the route. */
    public String door() {
        return door;
    }

    /** The téléservice's own path, below the route's target. */
    public String endpoint() {
        return endpoint;
    }

    /** The name of its schemas: {@code docs/schemas/<name>.request.schema.json} and {@code .answer.schema.json}. */
    public String schema() {
        return schema;
    }

    /**
     * Reads a request of which only {@link #fitting} will tell the operation.
     *
     * @throws fr.accroche.wire.json.JsonException with the line and column of what is wrong
     */
    public static JsonObject readAny(byte[] utf8) {
        return Json.parseLargeObject(utf8, LARGEST_DEPOSIT);
    }

    /**
     * Reads a request, before its schema judges it.
     *
     * @throws fr.accroche.wire.json.JsonException with the line and column of what is wrong; also for a deposit of more than
     *     9 MiB, and for any other request of more than {@link Json} takes
     */
    public JsonObject read(byte[] utf8) {
        return this == DOCUMENT_DEPOSIT ? readAny(utf8) : Json.parseObject(utf8);
    }

    /** What is wrong with a request, at most 20 places of it; empty where the schema takes it. */
    public List<JsonFault> faults(JsonObject body) {
        return Schemas.faults(request, body);
    }

    /** What is wrong with an answer, so that none leaves the proxy that its published schema does not promise. */
    List<JsonFault> answerFaults(JsonObject body) {
        return Schemas.faults(answer, body);
    }
}
