package fr.accroche.scenarios.replay;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.Run;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a HAR are calls of the chain that a declaration describes; the others are left out, and counted. */
public final class HarCalls {

    private static final Text NO_CERTIFICATE = Text.of(
            "un HAR ne garde rien de TLS, ni certificat ni échec de poignée de main",
            "a HAR keeps nothing of TLS, neither a certificate nor a failed handshake");
    private static final Text NOT_SHOWN =
            Text.of("un HAR ne montre pas ce que les serveurs savent", "a HAR does not show what servers know");
    private static final Text NOT_THERE =
            Text.of("ce HAR n'a aucun appel de cette étape", "this HAR has no call of this step");

    /** Seen by servers only, or by nobody who records a client's calls. */
    private static final Set<Stage> OF_SERVERS =
            EnumSet.of(Stage.CREDENTIAL, Stage.REQUEST_REFUSED, Stage.PROXY_SESSION_OVER, Stage.API_LOGOUT);

    private HarCalls() {}

    /** The recording with its hops; as it is, if it is no HAR. */
    static Recording judged(Recording recording, Declaration declaration) {
        if (recording.calls().isEmpty()) {
            return recording;
        }
        HarLinks links = new HarLinks(declaration);
        HarNotes notes = new HarNotes(declaration);
        List<Hop> hops = recording.calls().stream()
                .flatMap(call -> links.of(call).map(link -> notes.hop(call, link)).stream())
                .toList();
        return new Recording(
                recording.kind(),
                recording.at(),
                recording.took(),
                recording.origin(),
                recording.clients(),
                recording.own(),
                hops,
                unseen(hops),
                recording.calls());
    }

    /** The steps that a HAR of these does not show. */
    static Map<Stage, Text> unseen(List<Hop> hops) {
        Map<Stage, Text> unseen = new EnumMap<>(Stage.class);
        Arrays.stream(Stage.values())
                .forEach(stage -> unseen.put(stage, OF_SERVERS.contains(stage) ? NOT_SHOWN : NOT_THERE));
        unseen.put(Stage.HANDSHAKE_FAILED, NO_CERTIFICATE);
        hops.forEach(hop -> unseen.remove(hop.stage()));
        return unseen;
    }

    /** How many of its calls are none of the chain; 0 if it is no HAR. */
    public static int others(Recording recording, Run run) {
        int hops = run.verdict().exchanges().stream()
                .mapToInt(exchange -> exchange.hops().size())
                .sum();
        return recording.calls().isEmpty() ? 0 : recording.calls().size() - hops;
    }
}
