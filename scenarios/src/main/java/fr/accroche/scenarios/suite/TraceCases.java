package fr.accroche.scenarios.suite;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What the proxy says it did, against what was seen. */
final class TraceCases {

    private static final List<String> TYPES = List.of("CONNECT_SUCCESS", "CONNECT_REPLAY", "SEND", "DISCONNECT");
    private static final String NAMES =
            "IdRPPS clientId dn ipAddress ports proxy_id_session session_state timestamp type";

    private static final Text WRITE = Text.of(
            "Écrire les traces sous les noms exacts du contrat, une par appel.",
            "Write traces under the exact names of the contract, one for each call.");
    private static final Text NO_TRACE = Text.of(
            "aucune trace de la session : voir traces-list-each-call",
            "no trace of the session: see traces-list-each-call");

    private TraceCases() {}

    static List<ProxyCase> all() {
        return List.of(listed(), fields(), failure(), forwarded());
    }

    /** A whole session: connection, replay, business request, disconnection. */
    private static Live whole(Scene scene) throws IOException {
        Live session = scene.session();
        scene.tick();
        scene.lps().connect(session.trace(), scene.lps().asked(), "Cookie", session.cookieField());
        scene.tick();
        scene.send(session, scene.service());
        scene.tick();
        session.disconnect();
        return session;
    }

    private static ProxyCase listed() {
        return ProxyCase.violation(
                "traces-list-each-call",
                Text.of(
                        "Chaque appel d'une session a sa trace, dans l'ordre.",
                        "Each call of a session has its trace, in order."),
                new Story(
                        Text.of(
                                "Connexion, reconnexion, requête métier, déconnexion, puis GET /traces.",
                                "Connection, replay, business request, disconnection, then GET /traces."),
                        Text.of(
                                "CONNECT_SUCCESS, CONNECT_REPLAY, SEND, DISCONNECT ; SEND dit la route, la méthode et le chemin, sans les paramètres.",
                                "CONNECT_SUCCESS, CONNECT_REPLAY, SEND, DISCONNECT; SEND says route, method and path, without the query."),
                        WRITE),
                ProxyCase.contract("GET /traces"),
                scene -> {
                    Instant begun = scene.now();
                    Live session = whole(scene);
                    List<Traced> traces = Traced.since(scene, begun).stream()
                            .filter(trace -> trace.isOf(session))
                            .toList();
                    scene.same(
                            "json/type",
                            TYPES,
                            traces.stream().map(trace -> trace.text("type")).toList());
                    String path = scene.path(scene.service());
                    String route = "/send/" + scene.service().route();
                    traces.stream()
                            .filter(trace -> trace.text("type").equals("SEND"))
                            .map(Traced::sent)
                            .forEach(sent -> {
                                scene.same(
                                        "json/apiRequest/nomApiPsc",
                                        scene.service().route(),
                                        sent.text("nomApiPsc").orElse("—"));
                                scene.same(
                                        "json/apiRequest/methode",
                                        "POST",
                                        sent.text("methode").orElse("—"));
                                scene.same(
                                        "json/apiRequest/path",
                                        path.substring(route.length()),
                                        sent.text("path").orElse("—"));
                            });
                });
    }

    private static ProxyCase fields() {
        return ProxyCase.violation(
                "traces-tell-what-was-seen",
                Text.of(
                        "Chaque trace dit qui, d'où, dans quelle session, par quel certificat et quand, comme cela a été vu.",
                        "Each trace says who, from where, in which session, by which certificate and when, as it was seen."),
                new Story(
                        Text.of(
                                "Une session entière, ses traces comparées aux journaux des simulateurs.",
                                "A whole session, its traces compared with the simulators' journals."),
                        Text.of(
                                "clientId, IdRPPS, session_state, dn du certificat vu, ipAddress et ports, timestamp pendant la session, et nul autre membre.",
                                "clientId, IdRPPS, session_state, dn of the certificate seen, ipAddress and ports, timestamp within the session, and no other member."),
                        WRITE),
                ProxyCase.contract("GET /traces"),
                TraceCases::eachField);
    }

    private static void eachField(Scene scene) throws IOException {
        Instant begun = scene.now();
        Live session = whole(scene);
        List<Traced> traces = Traced.since(scene, begun).stream()
                .filter(trace -> trace.isOf(session))
                .toList();
        if (traces.isEmpty()) {
            throw Unjudged.skipped(NO_TRACE);
        }
        Instant ended = scene.now();
        for (Traced trace : traces) {
            boolean sent = trace.text("type").equals("SEND");
            scene.same("json", sent ? "IdRPPS apiRequest" + NAMES.substring("IdRPPS".length()) : NAMES, trace.names());
            scene.same("json/clientId", session.caller().clientId(), trace.text("clientId"));
            scene.same("json/IdRPPS", session.caller().person(), trace.text("IdRPPS"));
            scene.same("json/session_state", session.state(), trace.text("session_state"));
            scene.holds("json/ipAddress", "/…", trace.text("ipAddress").startsWith("/"), trace.text("ipAddress"));
            scene.same("json/ports", "1", trace.ports());
            String subject = subject(scene, sent ? Stage.BUSINESS : Stage.PSC_CIBA);
            scene.holds("json/dn", subject, trace.names(subject), trace.text("dn"));
            boolean within = trace.timestamp()
                    .filter(at -> at.isAfter(begun.minus(Traced.SKEW)) && at.isBefore(ended.plus(Traced.SKEW)))
                    .isPresent();
            scene.holds("json/timestamp", begun + "…" + ended, within, trace.text("timestamp"));
        }
    }

    private static String subject(Scene scene, Stage stage) {
        return scene.at(stage).stream()
                .map(Hop::client)
                .flatMap(client -> client.presented().stream())
                .map(ObservedCertificate::subject)
                .findFirst()
                .orElse("—");
    }

    private static ProxyCase failure() {
        return ProxyCase.violation(
                "traces-tell-a-failure",
                Text.of(
                        "Une connexion refusée a sa trace, sans session.",
                        "A refused connection has its trace, without a session."),
                new Story(
                        Text.of(
                                "POST /connect refusé par PSC, puis GET /traces.",
                                "POST /connect refused by PSC, then GET /traces."),
                        Text.of(
                                "CONNECT_FAILURE avec clientId et IdRPPS ; proxy_id_session et session_state à null.",
                                "CONNECT_FAILURE with clientId and IdRPPS; proxy_id_session and session_state are null."),
                        WRITE),
                ProxyCase.contract("GET /traces"),
                scene -> {
                    Instant begun = scene.now();
                    scene.fault(Participant.PSC, "ciba", new FaultAct.Refuse());
                    scene.lps().connect(scene.lps().asked());
                    tellsFailure(scene, begun);
                });
    }

    /** The latest trace since a moment is that of a connection that failed. */
    static void tellsFailure(Scene scene, Instant begun) throws IOException {
        List<Traced> traces = Traced.since(scene, begun);
        Traced last = traces.isEmpty() ? new Traced(JsonObject.EMPTY) : traces.get(traces.size() - 1);
        scene.same("json/type", "CONNECT_FAILURE", last.text("type"));
        scene.same("json/clientId", scene.lps().clientId(), last.text("clientId"));
        scene.same("json/IdRPPS", scene.lps().person(), last.text("IdRPPS"));
        for (String name : List.of("proxy_id_session", "session_state")) {
            scene.same("json/" + name, "null", last.isNull(name) ? "null" : last.text(name));
        }
    }

    private static ProxyCase forwarded() {
        return ProxyCase.violation(
                "traces-name-the-forwarded-caller",
                Text.of(
                        "Derrière un frontal, la trace nomme l'appelant que dit X-Forwarded-For.",
                        "Behind a front end the trace names the caller that X-Forwarded-For says."),
                new Story(
                        Text.of(
                                "POST /connect avec X-Forwarded-For: 203.0.113.7, 198.51.100.1.",
                                "POST /connect with X-Forwarded-For: 203.0.113.7, 198.51.100.1."),
                        Text.of(
                                "ipAddress est cette valeur telle quelle, ports est vide.",
                                "ipAddress is that value as it is, ports is empty."),
                        WRITE),
                ProxyCase.contract("GET /traces, ipAddress"),
                scene -> {
                    Instant begun = scene.now();
                    String callers = "203.0.113.7, 198.51.100.1";
                    Live session = scene.session(scene.lps(), "X-Forwarded-For", callers);
                    Traced trace = first(scene, begun, session);
                    scene.same("json/ipAddress", callers, trace.text("ipAddress"));
                    scene.same("json/ports", "0", trace.ports());
                });
    }

    /** The first trace of a session. */
    static Traced first(Scene scene, Instant begun, Live session) throws IOException {
        return Traced.since(scene, begun).stream()
                .filter(trace -> trace.isOf(session))
                .findFirst()
                .orElseThrow(() -> Unjudged.skipped(NO_TRACE));
    }
}
