package fr.accroche.proxy.metier;

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

    private final String route;
    private final String door;
    private final String endpoint;
    private final String schema;
    private final Schema request;

    BusinessOperation(String route, String door, String endpoint, String schema) {
        this.route = route;
        this.door = door;
        this.endpoint = endpoint;
        this.schema = schema;
        this.request = Schemas.named(schema + ".request");
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

    /** What is wrong with a request, all of it; empty where the schema takes it. */
    public List<JsonFault> faults(JsonObject body) {
        return Schemas.faults(request, body);
    }
}
