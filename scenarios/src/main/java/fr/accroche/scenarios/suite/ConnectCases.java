package fr.accroche.scenarios.suite;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A professional connects, and connects again. */
final class ConnectCases {

    private static final String CONNECT = "POST /connect";

    private ConnectCases() {}

    static List<ProxyCase> all() {
        return List.of(opens(), guarded(), asksPsc(), exchanges(), leavesCredentialApi(), tellsNothing(), replays());
    }

    private static ProxyCase opens() {
        return ProxyCase.violation(
                "connect-opens-a-session",
                Text.of("Une connexion ouvre une session.", "A connection opens a session."),
                new Story(
                        Text.of(
                                "POST /connect pour un professionnel qui accepte.",
                                "POST /connect for a professional who agrees."),
                        Text.of(
                                "200, du JSON avec proxy_session_id et session_state, et le cookie proxy_session_id de même valeur.",
                                "200, JSON with proxy_session_id and session_state, and the cookie proxy_session_id of the same value."),
                        Text.of(
                                "Suivre le contrat de POST /connect ; l'erreur de chaque simulateur, au journal, dit ce qu'il a refusé.",
                                "Follow the contract of POST /connect; each simulator's error, in the journal, says what it refused.")),
                ProxyCase.contract("POST /connect, 200"),
                scene -> {
                    Response answer = scene.lps().connect(scene.lps().asked());
                    new Contract(scene).status(CONNECT, 200, answer);
                    String id = Live.json(answer).text("proxy_session_id").orElse("");
                    scene.holds(CONNECT + " → json/proxy_session_id", "…", !id.isEmpty(), shown(id));
                    String state = Live.json(answer).text("session_state").orElse("");
                    scene.holds(CONNECT + " → json/session_state", "…", !state.isEmpty(), shown(state));
                    boolean same = Live.cookie(answer).filter(id::equals).isPresent();
                    scene.same(
                            CONNECT + " → Set-Cookie/proxy_session_id",
                            "= json/proxy_session_id",
                            same ? "= json/proxy_session_id" : "≠ json/proxy_session_id");
                });
    }

    private static String shown(String value) {
        return value.isEmpty() ? "—" : "…";
    }

    private static ProxyCase guarded() {
        return ProxyCase.warning(
                        "connect-guards-its-cookie",
                        Text.of(
                                "Le cookie de session est réservé à HTTP et à TLS.",
                                "The session's cookie is for HTTP and TLS alone."),
                        new Story(
                                Text.verbatim("POST /connect."),
                                Text.of(
                                        "Set-Cookie porte Path=/, HttpOnly, SameSite et, sur https, Secure.",
                                        "Set-Cookie has Path=/, HttpOnly, SameSite and, over https, Secure."),
                                Text.of(
                                        "Poser le cookie avec « Path=/; Secure; HttpOnly; SameSite=Lax ».",
                                        "Set the cookie with 'Path=/; Secure; HttpOnly; SameSite=Lax'.")),
                        Citation.standard("RFC 6265 §4.1.2.5, §4.1.2.6"),
                        ConnectCases::cookieAttributes)
                .because(
                        Text.of(
                                "Qui a le cookie a la session. Le démonstrateur, qui écoute en http, ne met pas Secure : c'est un avertissement.",
                                "Who has the cookie has the session. The demonstrator, which listens on http, does not set Secure: a warning."));
    }

    private static void cookieAttributes(Scene scene) throws IOException {
        Response answer = scene.session().answer();
        Set<String> attributes = answer.headers().all("Set-Cookie").stream()
                .filter(field -> field.startsWith(Live.COOKIE))
                .flatMap(field -> Stream.of(field.split(";")).skip(1))
                .map(attribute -> attribute.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean tls = scene.stand().chain().uri(Participant.PROXY).getScheme().equals("https");
        for (String wanted : tls ? List.of("path=/", "httponly", "secure") : List.of("path=/", "httponly")) {
            scene.same("Set-Cookie/" + wanted, wanted, attributes.contains(wanted) ? wanted : "—");
        }
        boolean site = attributes.stream().anyMatch(attribute -> attribute.matches("samesite=(lax|strict)"));
        scene.same("Set-Cookie/samesite", "samesite=lax", site ? "samesite=lax" : "—");
    }

    private static ProxyCase asksPsc() {
        return ProxyCase.violation(
                "connect-asks-psc-for-the-professional",
                Text.of(
                        "Le proxy demande à PSC le professionnel, le nombre et le canal donnés par le LPS.",
                        "The proxy asks PSC for the professional, number and channel that the LPS gave."),
                new Story(
                        Text.of(
                                "POST /connect avec bindingMessage 42 et channel MOBILE.",
                                "POST /connect with bindingMessage 42 and channel MOBILE."),
                        Text.of(
                                "Une demande CIBA : login_hint, binding_message et channel du LPS, acr_values eidas1, scope openid scope_all.",
                                "One CIBA request: the LPS's login_hint, binding_message and channel, acr_values eidas1, scope openid scope_all."),
                        Text.of(
                                "Recopier nationalId dans login_hint et bindingMessage dans binding_message, sans les changer.",
                                "Copy nationalId to login_hint and bindingMessage to binding_message, unchanged.")),
                Citation.standard("CIBA Core §7.1"),
                scene -> {
                    scene.lps().connect(scene.lps().asked());
                    List<Hop> asked = scene.at(Stage.PSC_CIBA);
                    scene.same("psc/ciba", "1", asked.size());
                    for (Hop hop : asked) {
                        scene.same("psc/login_hint", scene.lps().person(), noted(hop, Fact.LOGIN_HINT));
                        scene.same("psc/binding_message", "42", noted(hop, Fact.BINDING_MESSAGE));
                        scene.same("psc/channel", "MOBILE", noted(hop, Fact.CHANNEL));
                        scene.same("psc/client_id", scene.lps().clientId(), noted(hop, Fact.CLIENT_ID));
                    }
                });
    }

    static String noted(Hop hop, Fact fact) {
        return hop.value(fact).orElse("—");
    }

    private static ProxyCase exchanges() {
        return ProxyCase.violation(
                        "exchange-is-the-clients-own",
                        Text.of(
                                "L'échange de jeton se fait au nom et avec le certificat du client_id de la session.",
                                "The token exchange is in the name and with the certificate of the session's client_id."),
                        new Story(
                                Text.of(
                                        "POST /connect, puis une requête métier.",
                                        "POST /connect, then a business request."),
                                Text.of(
                                        "Des échanges réussis, chacun bien formé (RFC 8693 §2.1), pour ce client_id et par son certificat.",
                                        "Exchanges that succeed, each well formed (RFC 8693 §2.1), for that client_id and by its certificate."),
                                Text.of(
                                        "Échanger le jeton PSC de la session avec son client_id et son certificat, subject_token_type compris.",
                                        "Exchange the session's PSC token with its client_id and its certificate, subject_token_type included.")),
                        Citation.standard("RFC 8693 §2.1, RFC 8705 §2"),
                        scene -> {
                            Live session = scene.session();
                            scene.send(session, scene.service());
                            List<Hop> exchanged = scene.at(Stage.EXCHANGE).stream()
                                    .filter(Hop::succeeded)
                                    .toList();
                            scene.holds("api-psc/exchange → 200", "≥ 1", !exchanged.isEmpty(), exchanged.size());
                            for (Hop hop : exchanged) {
                                scene.same("api-psc/client_id", scene.lps().clientId(), noted(hop, Fact.CLIENT_ID));
                            }
                        })
                .about("IDN-01", "IDN-02", "IDN-03", "IDN-04", "TOK-01", "TOK-02", "MTL-01", "MTL-02");
    }

    private static ProxyCase leavesCredentialApi() {
        return ProxyCase.violation(
                        "credential-api-is-left-to-the-server",
                        Text.of(
                                "Le proxy n'appelle pas l'API Credential : c'est le rôle du serveur d'autorisation.",
                                "The proxy does not call the API Credential: that is for the authorization server."),
                        new Story(
                                Text.verbatim("POST /connect."),
                                Text.of(
                                        "L'API Credential n'est appelée que par le serveur d'autorisation.",
                                        "The API Credential is called by the authorization server alone."),
                                Text.of("Retirer cet appel du proxy.", "Take that call out of the proxy.")),
                        Citation.webinar("annexe API Credential", "appelée par le serveur d'autorisation des APIs PSC"),
                        scene -> {
                            scene.session();
                            Set<String> callers = scene.at(Stage.CREDENTIAL).stream()
                                    .map(hop -> noted(hop, Fact.CREDENTIAL_CALLER))
                                    .collect(Collectors.toSet());
                            scene.same(
                                    "credential-api/TLS/CN",
                                    false,
                                    callers.contains(scene.lps().clientId()));
                        })
                .about("CRD-01");
    }

    private static ProxyCase tellsNothing() {
        return ProxyCase.violation(
                "tokens-stay-in-the-proxy",
                Text.of("Aucun jeton ne sort du proxy vers le LPS.", "No token leaves the proxy towards the LPS."),
                new Story(
                        Text.of(
                                "Connexion, requête métier, /traces et déconnexion ; chaque mot des réponses est comparé aux jetons vus.",
                                "Connection, business request, /traces and disconnection; each word of the answers is compared with the tokens seen."),
                        Text.of(
                                "Aucune réponse ne contient un jeton de PSC, un jeton d'API ni un auth_req_id.",
                                "No answer holds a token of PSC, a token of an API or an auth_req_id."),
                        Text.of(
                                "Ne rendre de /connect que proxy_session_id et session_state.",
                                "Give nothing from /connect but proxy_session_id and session_state.")),
                ProxyCase.contract("POST /connect, 200"),
                ConnectCases::noTokenIsTold);
    }

    private static void noTokenIsTold(Scene scene) throws IOException {
        Live session = scene.session();
        scene.serviceAnswers(Response.of(200, Scene.SOAP, "<a/>"));
        Response sent = scene.send(session, scene.service());
        Response traces = scene.lps().call("GET", "/traces?start=2020-01-01T00:00:00Z");
        Response ended = session.disconnect();
        Set<String> secrets = scene.downstream().stream()
                .flatMap(hop -> Stream.of(Fact.PSC_TOKEN, Fact.API_TOKEN, Fact.AUTH_REQ_ID)
                        .flatMap(fact -> hop.value(fact).stream()))
                .collect(Collectors.toSet());
        look(scene, CONNECT, session.answer(), secrets);
        look(scene, "POST /send", sent, secrets);
        look(scene, "GET /traces", traces, secrets);
        look(scene, "DELETE /disconnect", ended, secrets);
    }

    private static void look(Scene scene, String call, Response answer, Set<String> secrets) {
        String fields =
                answer.headers().fields().stream().map(field -> field.value()).collect(Collectors.joining(" "));
        String all = fields + " " + new String(answer.body(), StandardCharsets.ISO_8859_1);
        long told = Stream.of(all.split("[^A-Za-z0-9._~+/=-]+"))
                .filter(word -> secrets.contains(Fact.API_TOKEN.redact(word)))
                .count();
        scene.same(call + " → token", "0", told);
    }

    private static ProxyCase replays() {
        return ProxyCase.violation(
                        "replay-calls-nobody",
                        Text.of(
                                "Se reconnecter avec le cookie d'une session vivante n'appelle personne.",
                                "Connecting again with the cookie of a live session calls nobody."),
                        new Story(
                                Text.of(
                                        "POST /connect, puis de nouveau avec le cookie.",
                                        "POST /connect, then again with the cookie."),
                                Text.of(
                                        "304 sans corps ; aucun appel de plus à PSC ni aux serveurs d'autorisation ; la session sert encore.",
                                        "304 without a body; no further call to PSC or the authorization servers; the session still serves."),
                                Text.of(
                                        "Chercher la session du cookie avant toute demande à PSC, et répondre 304 si elle vit.",
                                        "Look for the cookie's session before asking PSC anything, and answer 304 if it lives.")),
                        ProxyCase.contract("POST /connect, 304"),
                        scene -> {
                            Live session = scene.session();
                            int before = scene.downstream().size();
                            Response again = scene.lps()
                                    .connect(session.trace(), scene.lps().asked(), "Cookie", session.cookieField());
                            new Contract(scene).empty(CONNECT, 304, again);
                            scene.same("journal", "0", scene.downstream().size() - before);
                            scene.alive(session);
                        })
                .because(Text.of(
                        "Chaque demande de trop fait sonner le téléphone du professionnel.",
                        "Each request too many makes the professional's phone ring."));
    }
}
