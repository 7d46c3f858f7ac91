package fr.accroche.scenarios.replay;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Replayed;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what a proxy answers at {@code GET /traces} (docs/sources.md, ANS proxy): who connected, what was relayed where, who left. What
 * servers behind it saw, and what they answered, is not in it.
 */
final class TracesReader {

    static final int MOST = 20_000;

    private static final String SERVER = "proxy";
    private static final Set<Stage> SHOWN = EnumSet.of(Stage.PROXY_CONNECT, Stage.PROXY_SEND, Stage.PROXY_DISCONNECT);

    private static final Text NOT_SHOWN =
            Text.of("les /traces d'un proxy ne montrent pas cette étape", "a proxy's /traces do not show this step");
    private static final Text AT_LEAST_ONE = Text.of("au moins une trace", "at least one trace");

    /** As the contract writes them. A relayed request is told before it is answered, a failed connection without its status. */
    private enum Type {
        CONNECT_SUCCESS(Stage.PROXY_CONNECT, 200),
        CONNECT_REPLAY(Stage.PROXY_CONNECT, 304),
        CONNECT_FAILURE(Stage.PROXY_CONNECT, 0),
        SEND(Stage.PROXY_SEND, 0),
        DISCONNECT(Stage.PROXY_DISCONNECT, 200);

        private final Stage stage;
        private final int status;

        Type(Stage stage, int status) {
            this.stage = stage;
            this.status = status;
        }
    }

    private TracesReader() {}

    static Recording read(List<Place> traces) {
        List<Hop> hops = traces.stream()
                .map(TracesReader::hop)
                .sorted(Comparator.comparing(Hop::at))
                .toList();
        if (hops.isEmpty()) {
            throw new RecordingException(AT_LEAST_ONE);
        }
        Instant first = hops.get(0).at();
        return new Recording(
                Replayed.Kind.TRACES,
                first,
                Duration.between(first, hops.get(hops.size() - 1).at()),
                Optional.empty(),
                List.of(),
                OwnLinks.NONE,
                hops,
                unseen());
    }

    /** The steps that no traces show. */
    static Map<Stage, Text> unseen() {
        return Arrays.stream(Stage.values())
                .filter(stage -> !SHOWN.contains(stage))
                .collect(Collectors.toMap(
                        stage -> stage, stage -> NOT_SHOWN, (one, other) -> one, () -> new EnumMap<>(Stage.class)));
    }

    private static Hop hop(Place trace) {
        Type type = trace.member("type").choice(Type.class);
        Map<Fact, Observed> facts = new EnumMap<>(Fact.class);
        note(facts, Fact.CLIENT_ID, trace, "clientId");
        note(facts, Fact.PROXY_SESSION, trace, "proxy_id_session");
        note(facts, Fact.PSC_SESSION, trace, "session_state");
        if (type.stage == Stage.PROXY_CONNECT) {
            note(facts, Fact.LOGIN_HINT, trace, "IdRPPS");
        }
        String call = type.name();
        if (type == Type.SEND) {
            Place sent = trace.member("apiRequest");
            String route = sent.member("nomApiPsc").text();
            Teleservice.named(route)
                    .map(service -> new Observed(service.label(), where("apiRequest/nomApiPsc")))
                    .ifPresent(service -> facts.put(Fact.TELESERVICE, service));
            call = sent.member("methode").text() + " "
                    + withoutQuery(sent.member("path").text());
        }
        return new Hop(
                trace.member("timestamp").time(),
                Duration.ZERO,
                type.stage,
                SERVER,
                call,
                type.status,
                Optional.empty(),
                new ClientCertificate.NotAsked(),
                facts,
                List.of());
    }

    /** Redacted, as the proxy's own note would be: the session's id opens the session. */
    private static void note(Map<Fact, Observed> facts, Fact fact, Place trace, String name) {
        trace.known(name)
                .map(Place::text)
                .ifPresent(value -> facts.put(fact, new Observed(fact.redact(value), where(name))));
    }

    /** As our own servers note calls: a query may hold a patient's number, or a token. */
    static String withoutQuery(String path) {
        return path.split("[?#]", 2)[0];
    }

    private static String where(String name) {
        return "traces/" + name;
    }
}
