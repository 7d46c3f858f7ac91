package fr.accroche.scenarios.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Request;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** Whatever of one session is found in another, or is not found in its own. */
final class Crossings {

    private static final String TRACES = "/traces?start=2000-01-01T00:00:00Z&end=2100-01-01T00:00:00Z";

    private final SharedProxy proxy;
    private final List<LpsSession> sessions;
    private final Map<String, String> exchanged;
    private final Map<String, String> authenticated;
    private final List<String> found = new ArrayList<>();

    private Crossings(SharedProxy proxy, List<LpsSession> sessions) {
        this.proxy = proxy;
        this.sessions = sessions;
        this.exchanged = index(proxy, Stage.EXCHANGE, Fact.API_TOKEN, Fact.PSC_TOKEN);
        this.authenticated = index(proxy, Stage.PSC_TOKEN, Fact.PSC_TOKEN, Fact.PSC_SESSION);
    }

    /** All of them, in words; empty where nothing crossed. */
    static List<String> of(SharedProxy proxy, List<LpsSession> sessions) throws IOException {
        Crossings crossings = new Crossings(proxy, sessions);
        crossings.requests();
        crossings.cookies();
        crossings.traces();
        crossings.calls();
        return List.copyOf(crossings.found);
    }

    /** What the téléservices saw: certificate, token, person, body and session belong together. */
    private void requests() {
        Map<String, LpsSession> byName = sessions.stream().collect(Collectors.toMap(each -> each.name, each -> each));
        List<String> bodies = new ArrayList<>();
        for (SharedProxy.Seen seen : proxy.seen()) {
            String body = seen.request().text();
            bodies.add(body);
            LpsSession owner = byName.get(body.split("/")[0]);
            if (owner == null) {
                found.add("a body of nobody: " + body);
            } else {
                request(seen, body, owner);
            }
        }
        same(
                "all bodies",
                sessions.stream().flatMap(each -> each.sent().stream()).sorted().toList(),
                bodies.stream().sorted().toList());
    }

    private void request(SharedProxy.Seen seen, String body, LpsSession owner) {
        Request request = seen.request();
        ObservedCertificate certificate =
                ObservedCertificate.of(request.peer().certificate().orElseThrow(), List.of());
        String clientId = owner.operation.clientId().value();
        same(body + " CN", clientId, certificate.commonName().orElse(""));
        same(
                body + " OU",
                proxy.structure(owner.operation),
                certificate.organisationalUnit().orElse(""));
        JsonObject token = claims(request);
        same(body + " azp", clientId, token.text("azp").orElse(""));
        same(
                body + " person",
                owner.person.nationalId(),
                token.text("SubjectNameID").orElse(""));
        same(body + " PSC session", owner.pscSession(), pscSession(bearer(request)));
        same(body + " aud", true, token.array("aud").orElseThrow().compact().contains('"' + seen.route() + '"'));
        same(body + " path", "/" + seen.route() + "/" + body, request.path());
        same(body + " cookies", List.of("lps=" + owner.name), request.headers().all("Cookie"));
    }

    private static JsonObject claims(Request request) {
        return Json.parseObject(Base64.getUrlDecoder().decode(bearer(request).split("\\.")[1]));
    }

    private static String bearer(Request request) {
        return request.headers().first("Authorization").orElse("Bearer .e30.").split(" ", 2)[1];
    }

    /** The PSC session that a token comes from: by the exchange that issued it, and the PSC token that was given for it. */
    private String pscSession(String apiToken) {
        return Optional.ofNullable(exchanged.get(Fact.API_TOKEN.redact(apiToken)))
                .map(authenticated::get)
                .orElse("none");
    }

    private static Map<String, String> index(SharedProxy proxy, Stage stage, Fact key, Fact value) {
        Map<String, String> index = new HashMap<>();
        for (Hop hop : proxy.hops()) {
            if (hop.stage() == stage
                    && hop.value(key).isPresent()
                    && hop.value(value).isPresent()) {
                index.put(hop.value(key).orElseThrow(), hop.value(value).orElseThrow());
            }
        }
        return index;
    }

    private void cookies() {
        Set<String> ids = new HashSet<>();
        Set<String> pscSessions = new HashSet<>();
        for (LpsSession each : sessions) {
            each.id().filter(id -> !ids.add(id)).ifPresent(id -> found.add(each.name + " has another's cookie"));
            if (each.id().isPresent() && !pscSessions.add(each.pscSession())) {
                found.add(each.name + " has another's PSC session");
            }
        }
    }

    /** Each trace names its session's own client, certificate and person, and each call has one. */
    private void traces() throws IOException {
        Map<String, LpsSession> byId = sessions.stream()
                .filter(each -> each.id().isPresent())
                .collect(Collectors.toMap(each -> each.id().orElseThrow(), Function.identity()));
        Map<String, List<String>> sent = new HashMap<>();
        JsonArray traces = (JsonArray) Json.parse(proxy.connections()
                .send(ClientRequest.get(proxy.uri().resolve(TRACES)))
                .body());
        for (Json each : traces.items()) {
            JsonObject trace = (JsonObject) each;
            LpsSession owner = byId.get(trace.text("proxy_id_session").orElse(""));
            if (owner != null) {
                trace(trace, owner);
                trace.object("apiRequest")
                        .flatMap(call -> call.text("path"))
                        .ifPresent(path -> sent.computeIfAbsent(owner.name, name -> new ArrayList<>())
                                .add(path.substring(1)));
            } else if (!trace.text("type").orElseThrow().equals("CONNECT_FAILURE")) {
                found.add("a trace of no session: " + trace.compact());
            }
        }
        for (LpsSession each : sessions) {
            same(each.name + " traced sends", each.sent(), sent.getOrDefault(each.name, List.of()));
        }
    }

    private void trace(JsonObject trace, LpsSession owner) {
        String what = owner.name + " " + trace.text("type").orElseThrow();
        String clientId = owner.operation.clientId().value();
        same(what + " clientId", clientId, trace.text("clientId").orElse(""));
        same(what + " IdRPPS", owner.person.nationalId(), trace.text("IdRPPS").orElse(""));
        same(
                what + " session_state",
                owner.pscSession(),
                trace.text("session_state").orElse(""));
        String dn = new X500Principal(trace.text("dn").orElse("")).getName();
        same(what + " dn", true, dn.contains("CN=" + clientId) && dn.contains(proxy.structure(owner.operation)));
    }

    /** At PSC and at the authorization servers, each client came with its own certificate, and asked for its own sessions. */
    private void calls() {
        Map<String, LpsSession> byState = sessions.stream()
                .filter(each -> each.id().isPresent())
                .collect(Collectors.toMap(LpsSession::pscSession, Function.identity(), (one, other) -> one));
        for (Hop hop : proxy.hops()) {
            String shown = hop.client()
                    .presented()
                    .flatMap(ObservedCertificate::commonName)
                    .orElse("");
            boolean ofClient = hop.stage() == Stage.PSC_CIBA
                    || hop.stage() == Stage.PSC_TOKEN
                    || hop.stage() == Stage.EXCHANGE
                    || hop.stage() == Stage.API_REVOCATION;
            if (ofClient) {
                same(hop.stage() + " certificate", hop.value(Fact.CLIENT_ID).orElse(""), shown);
                hop.value(Fact.PSC_SESSION)
                        .map(byState::get)
                        .ifPresent(owner -> same(
                                owner.name + " " + hop.stage(),
                                owner.operation.clientId().value(),
                                shown));
            }
        }
    }

    private void same(String what, Object expected, Object observed) {
        if (!expected.equals(observed)) {
            found.add(what + ": expected " + expected + ", observed " + observed);
        }
    }
}
