package fr.accroche.scenarios.suite;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Who may ask for traces, of which time, and how they are written. */
final class TraceQueryCases {

    private static final String TRACES = "GET /traces";

    private TraceQueryCases() {}

    static List<ProxyCase> all() {
        return List.of(bounds(), start(), lines(), open());
    }

    private static ProxyCase bounds() {
        return ProxyCase.violation(
                "traces-bounds-are-strict",
                Text.of("Les bornes de /traces sont exclues.", "The bounds of /traces are excluded."),
                new Story(
                        Text.of(
                                "GET /traces de start égal, puis de end égal, à l'instant d'une trace.",
                                "GET /traces with start, then with end, equal to the moment of a trace."),
                        Text.of(
                                "La trace n'y est ni dans un cas ni dans l'autre ; elle est entre les deux.",
                                "The trace is in neither; it is between the two."),
                        Text.of("Comparer par start < t < end.", "Compare by start < t < end.")),
                ProxyCase.contract("GET /traces, start, end"),
                scene -> {
                    Instant begun = scene.now();
                    Live session = scene.session();
                    Traced trace = TraceCases.first(scene, begun, session);
                    String at = trace.text("timestamp").replace("+", "%2B");
                    String early =
                            trace.timestamp().orElse(begun).minusMillis(1).toString();
                    String late = trace.timestamp().orElse(begun).plusMillis(1).toString();
                    scene.same("start = t", false, within(scene, session, at, late));
                    scene.same("end = t", false, within(scene, session, early, at));
                    scene.same("start < t < end", true, within(scene, session, early, late));
                });
    }

    private static boolean within(Scene scene, Live session, String start, String end) throws IOException {
        Response answer = scene.lps().call("GET", "/traces?start=" + start + "&end=" + end);
        return Traced.read(answer).stream().anyMatch(trace -> trace.isOf(session));
    }

    private static ProxyCase start() {
        return ProxyCase.violation(
                "traces-need-a-start",
                Text.of("start est obligatoire et doit se lire.", "start is mandatory and must be readable."),
                new Story(
                        Text.of(
                                "GET /traces sans start, puis avec start=hier.",
                                "GET /traces without start, then with start=hier."),
                        Text.of("400 les deux fois.", "400 both times."),
                        Text.of("Valider start avant de chercher.", "Validate start before looking.")),
                ProxyCase.contract("GET /traces, 400"),
                scene -> {
                    new Contract(scene).status(TRACES, 400, scene.lps().call("GET", "/traces"));
                    new Contract(scene).status(TRACES, 400, scene.lps().call("GET", "/traces?start=hier"));
                });
    }

    private static ProxyCase lines() {
        return ProxyCase.warning(
                        "traces-as-lines",
                        Text.of(
                                "/traces sait répondre une trace par ligne.",
                                "/traces can answer one trace on each line."),
                        new Story(
                                Text.of(
                                        "GET /traces avec Accept: application/x-ndjson.",
                                        "GET /traces with Accept: application/x-ndjson."),
                                Text.of(
                                        "200, application/x-ndjson, un objet par ligne.",
                                        "200, application/x-ndjson, one object on each line."),
                                Text.of("Répondre en NDJSON à qui le demande.", "Answer NDJSON to who asks for it.")),
                        ProxyCase.contract("GET /traces, application/x-ndjson"),
                        scene -> {
                            Instant begun = scene.now();
                            scene.session();
                            scene.tick();
                            Response answer = scene.lps()
                                    .call(
                                            "GET",
                                            "/traces?start=" + begun.minus(Traced.SKEW),
                                            "Accept",
                                            "application/x-ndjson");
                            new Contract(scene).status(TRACES, 200, answer);
                            String type = answer.headers().first("Content-Type").orElse("—");
                            scene.same(TRACES + " → Content-Type", "application/x-ndjson", type.split(";")[0]);
                            String text = new String(answer.body(), StandardCharsets.UTF_8);
                            boolean objects = text.lines().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
                            scene.same(TRACES + " → body", "{…}\\n", objects && !text.isEmpty() ? "{…}\\n" : "—");
                        })
                .because(Text.of(
                        "Le contrat publié n'en parle pas, le démonstrateur le fait : c'est un avertissement.",
                        "The published contract does not speak of it, the demonstrator does it: a warning."));
    }

    private static ProxyCase open() {
        return ProxyCase.warning(
                        "traces-are-not-for-everyone",
                        Text.of(
                                "Les traces ne se lisent pas sans prouver qui l'on est.",
                                "Traces are not read without proving who one is."),
                        new Story(
                                Text.of(
                                        "GET /traces sans cookie, sans certificat et sans secret.",
                                        "GET /traces without a cookie, a certificate or a secret."),
                                Text.of(
                                        "La trace d'une session d'un autre n'y est pas.",
                                        "The trace of another's session is not there."),
                                Text.of(
                                        "Ne servir /traces qu'à l'exploitation, ou sur un port à part.",
                                        "Serve /traces to operations only, or on a port apart.")),
                        Citation.standard("RFC 9110 §15.5.2"),
                        scene -> {
                            Instant begun = scene.now();
                            Live session = scene.session();
                            scene.tick();
                            scene.same(
                                    TRACES + " → " + session.caller().clientId(),
                                    false,
                                    anonymous(scene, begun, session));
                        })
                .because(Text.of(
                        "Une trace nomme un professionnel et une session vivante. Le contrat les donne à tous : c'est un avertissement.",
                        "A trace names a professional and a live session. The contract gives them to all: a warning."));
    }

    private static boolean anonymous(Scene scene, Instant begun, Live session) throws IOException {
        try (WireClient nobody = scene.stand().chain().lpsClient()) {
            Response answer = nobody.send(ClientRequest.get(
                    scene.stand().chain().uri(Participant.PROXY).resolve("/traces?start=" + begun.minus(Traced.SKEW))));
            return Traced.read(answer).stream().anyMatch(trace -> trace.isOf(session));
        }
    }
}
