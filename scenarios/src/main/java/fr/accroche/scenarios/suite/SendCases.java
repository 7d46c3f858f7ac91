package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A business request passes through: its body, its place, its answer. */
final class SendCases {

    private static final int LARGE = 2 * 1024 * 1024;

    static final Text AS_RECEIVED = Text.of(
            "Relayer les octets reçus, sans les lire ni les réécrire.",
            "Relay the bytes as received, neither read nor rewritten.");

    private SendCases() {}

    static List<ProxyCase> all() {
        return List.of(body(), token(), large(), attachments(), method(), address(), answer());
    }

    private static ProxyCase body() {
        return ProxyCase.violation(
                        "send-touches-no-byte",
                        Text.of(
                                "Chaque requête métier arrive octet pour octet au téléservice visé.",
                                "Each business request arrives byte for byte at the téléservice that it is for."),
                        new Story(
                                Text.of(
                                        "Une session, une requête valable à chaque téléservice déclaré.",
                                        "One session, a valid request to each declared téléservice."),
                                Text.of(
                                        "Chaque téléservice reçoit une requête, la sienne, de même empreinte qu'au départ.",
                                        "Each téléservice gets one request, its own, of the same digest as when it left."),
                                AS_RECEIVED),
                        Citation.webinar(
                                "annexe « 2 type de Proxies »",
                                "Ils transfèrent les requêtes métiers générées par le LPS telles quelles."),
                        scene -> {
                            scene.onlyPassePlat();
                            Live session = scene.session();
                            for (Teleservice service : scene.services(scene.lps())) {
                                scene.send(session, service);
                                sameBytes(scene, service);
                            }
                        })
                .about("LPS-06", "LPS-07");
    }

    /** Whether a téléservice got the very bodies that the LPS sent to it. */
    static void sameBytes(Scene scene, Teleservice service) {
        List<String> sent = digests(scene, Stage.LPS_SEND, service);
        List<String> arrived = digests(scene, Stage.BUSINESS, service);
        if (arrived.isEmpty() && !scene.at(Stage.BUSINESS).isEmpty()) {
            scene.same(service.label() + "/hops", "1", "0");
            return;
        }
        scene.same(service.label() + "/sha256", sent, arrived);
    }

    private static List<String> digests(Scene scene, Stage stage, Teleservice service) {
        return scene.at(stage).stream()
                .filter(hop -> hop.value(Fact.TELESERVICE)
                        .filter(service.label()::equals)
                        .isPresent())
                .map(hop -> ConnectCases.noted(hop, Fact.BODY_SHA256))
                .toList();
    }

    private static ProxyCase token() {
        return ProxyCase.violation(
                        "send-uses-the-token-of-each-service",
                        Text.of(
                                "Chaque téléservice reçoit son jeton d'API, jamais celui de PSC ni celui d'un autre.",
                                "Each téléservice gets its API token, never PSC's nor another's."),
                        new Story(
                                Text.of(
                                        "Une session, une requête à chaque téléservice déclaré et à l'API de conformité.",
                                        "One session, a request to each declared téléservice and to the conformity API."),
                                Text.of(
                                        "Des jetons d'API vivants, tous différents, chacun pour ce téléservice, sur le certificat auquel il est lié.",
                                        "Live API tokens, all different, each for that téléservice, over the certificate that it is bound to."),
                                Text.of(
                                        "Garder un jeton d'API par téléservice, et envoyer celui de la route.",
                                        "Keep one API token for each téléservice, and send the route's.")),
                        Citation.standard("RFC 8693 §2.2.1, RFC 8705 §3"),
                        SendCases::eachItsToken)
                .about("TOK-03", "TOK-04");
    }

    private static void eachItsToken(Scene scene) throws IOException {
        scene.onlyPassePlat();
        Live session = scene.session();
        List<Teleservice> services = scene.services(scene.lps());
        for (Teleservice service : services) {
            scene.send(session, service);
        }
        session.call("POST", scene.path(Teleservice.CONFORMITE), json("{}"), "Content-Type", Caller.JSON);
        List<Hop> arrived = scene.at(Stage.BUSINESS);
        scene.same("hops", services.size() + 1, arrived.size());
        arrived.forEach(hop -> scene.same(hop.server() + "/bearer", "api", ConnectCases.noted(hop, Fact.BEARER_KIND)));
        Set<String> tokens = arrived.stream()
                .map(hop -> ConnectCases.noted(hop, Fact.API_TOKEN))
                .collect(Collectors.toSet());
        scene.same("tokens", arrived.size(), tokens.size());
    }

    static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProxyCase large() {
        return ProxyCase.violation(
                "send-passes-a-large-body",
                Text.of("Un document de 2 Mio passe sans changer.", "A document of 2 MiB passes unchanged."),
                new Story(
                        Text.of(
                                "POST de 2 Mio d'octets quelconques (application/octet-stream).",
                                "POST of 2 MiB of any bytes (application/octet-stream)."),
                        Text.of("Le téléservice reçoit les mêmes octets.", "The téléservice gets the same bytes."),
                        AS_RECEIVED),
                ProxyCase.contract("/send"),
                scene -> {
                    scene.onlyPassePlat();
                    byte[] body = new byte[LARGE];
                    scene.stand().around().random().nextBytes(body);
                    scene.send(scene.session(), scene.service(), "", body, "Content-Type", "application/octet-stream");
                    sameBytes(scene, scene.service());
                });
    }

    private static ProxyCase attachments() {
        return ProxyCase.violation(
                "send-passes-attachments",
                Text.of(
                        "Une requête MTOM garde ses parties et son Content-Type.",
                        "An MTOM request keeps its parts and its Content-Type."),
                new Story(
                        Text.of(
                                "POST multipart/related, une partie XOP et une pièce binaire, fins de ligne comprises.",
                                "POST multipart/related, a XOP part and a binary one, line ends included."),
                        Text.of("Le téléservice reçoit les mêmes octets.", "The téléservice gets the same bytes."),
                        AS_RECEIVED),
                Citation.standard("W3C MTOM, RFC 2387"),
                scene -> {
                    scene.onlyPassePlat();
                    Live session = scene.session();
                    byte[] message = scene.message(session, scene.service());
                    byte[] body = mtom(message);
                    scene.send(
                            session,
                            scene.service(),
                            "",
                            body,
                            "Content-Type",
                            "multipart/related; boundary=\"b1\"; type=\"application/xop+xml\"; start=\"<a>\"");
                    sameBytes(scene, scene.service());
                });
    }

    private static byte[] mtom(byte[] message) {
        byte[] head = json("--b1\r\nContent-Type: application/xop+xml\r\nContent-ID: <a>\r\n\r\n");
        byte[] middle = {'\r', '\n', '-', '-', 'b', '1', '\r', '\n', '\r', '\n', 0, (byte) 0xff, '\n', (byte) 0x80};
        byte[] end = json("\r\n--b1--\r\n");
        byte[] whole = Arrays.copyOf(head, head.length + message.length + middle.length + end.length);
        System.arraycopy(message, 0, whole, head.length, message.length);
        System.arraycopy(middle, 0, whole, head.length + message.length, middle.length);
        System.arraycopy(end, 0, whole, whole.length - end.length, end.length);
        return whole;
    }

    private static ProxyCase method() {
        return ProxyCase.violation(
                "send-keeps-the-method",
                Text.of("La méthode HTTP est relayée telle quelle.", "The HTTP method is relayed as it is."),
                new Story(
                        Text.of(
                                "GET, PUT, PATCH et DELETE dans une session.",
                                "GET, PUT, PATCH and DELETE in a session."),
                        Text.of("Le téléservice voit la même méthode.", "The téléservice sees the same method."),
                        Text.of("Relayer la méthode reçue.", "Relay the method as received.")),
                ProxyCase.contract("/send"),
                scene -> {
                    Live session = scene.session();
                    for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
                        session.call(
                                method,
                                scene.path(scene.service()),
                                method.equals("GET") ? new byte[0] : json("{}"),
                                "Content-Type",
                                Caller.JSON);
                        scene.same("→ method", method, last(scene).split(" ")[0]);
                    }
                });
    }

    private static String last(Scene scene) {
        return scene.at(Stage.BUSINESS).stream()
                .map(Hop::call)
                .reduce((first, later) -> later)
                .orElse("— —");
    }

    private static ProxyCase address() {
        return ProxyCase.violation(
                "send-keeps-path-and-query",
                Text.of("Le chemin et les paramètres d'URL arrivent tels quels.", "Path and query arrive as they are."),
                new Story(
                        Text.of(
                                "GET d'un chemin de deux segments, caractères encodés, et d'une requête à valeurs répétées.",
                                "GET of a path of two segments, with encoded characters, and of a query with repeated values."),
                        Text.of(
                                "Le téléservice voit ce chemin sous sa base, et les mêmes paramètres.",
                                "The téléservice sees that path below its base, and the same parameters."),
                        Text.of(
                                "Ajouter à la base de la route le reste du chemin et la requête, sans les décoder.",
                                "Add the rest of the path and the query to the route's base, without decoding them.")),
                ProxyCase.contract("/send"),
                scene -> {
                    scene.onlyPassePlat();
                    Teleservice service = scene.service();
                    String path = "/documents/d%C3%A9p%C3%B4t%2042";
                    scene.session().call("GET", "/send/" + service.route() + path + "?a=1&b=%26&a=2", new byte[0]);
                    String endpoint =
                            scene.stand().chain().uri(Participant.of(service)).getRawPath();
                    String base = endpoint.substring(0, endpoint.lastIndexOf('/'));
                    scene.same(service.label() + "/path", "GET " + base + path, last(scene));
                    String expected = Fact.QUERY_VALUES.redact("a\n1\n2\nb\n&");
                    String observed = scene.at(Stage.BUSINESS).stream()
                            .map(hop -> ConnectCases.noted(hop, Fact.QUERY_VALUES))
                            .reduce((first, later) -> later)
                            .orElse("—");
                    scene.same(service.label() + "/query", expected, observed);
                });
    }

    private static ProxyCase answer() {
        return ProxyCase.violation(
                "send-passes-the-answer",
                Text.of(
                        "La réponse du téléservice revient telle quelle.",
                        "The téléservice's answer comes back as it is."),
                new Story(
                        Text.of(
                                "Le téléservice répond 200, 256 Kio d'octets quelconques, un Content-Type à paramètres et un en-tête à lui.",
                                "The téléservice answers 200, 256 KiB of any bytes, a Content-Type with parameters and a header field of its own."),
                        Text.of(
                                "Même statut, mêmes en-têtes, mêmes octets.",
                                "Same status, same header fields, same bytes."),
                        AS_RECEIVED),
                ProxyCase.contract("/send"),
                scene -> {
                    byte[] body = new byte[256 * 1024];
                    scene.stand().around().random().nextBytes(body);
                    Headers headers = Headers.of(
                            "Content-Type", "multipart/related; boundary=\"b2\"; type=\"application/xop+xml\"",
                            "X-Service-Trace", "abc, def");
                    passes(scene, new Response(200, headers, body));
                });
    }

    /** Has a téléservice answer this, and compares it with what the LPS gets. */
    static void passes(Scene scene, Response given) throws IOException {
        scene.onlyPassePlat();
        Teleservice service = scene.service();
        Live session = scene.session();
        scene.serviceAnswers(given);
        Response got = scene.send(session, service);
        scene.arrived(service);
        scene.same("POST /send → status", given.status(), got.status());
        given.headers()
                .fields()
                .forEach(field -> scene.same(
                        "POST /send → " + field.name(),
                        field.value(),
                        got.headers().first(field.name()).orElse("—")));
        boolean same = Arrays.equals(given.body(), got.body());
        scene.holds("POST /send → body", given.body().length + " B", same, got.body().length + " B");
    }
}
