package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Whose session it is, and how long it lasts. */
final class SessionCases {

    /** Of the API tokens that the suite's servers issue. */
    static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private static final String SEND = "POST /send";
    private static final String NO_SESSION = "No session found.";

    private static final Text LOOK_UP = Text.of(
            "Chercher la session du cookie avant tout appel, et répondre 401 s'il n'y en a pas.",
            "Look for the cookie's session before any call, and answer 401 where there is none.");
    private static final Text NOT_THERE =
            Text.of("la requête n'est pas arrivée au téléservice", "the request did not arrive at the téléservice");
    private static final Text NOT_BOUND = Text.of(
            "les LPS ne prouvent pas qui ils sont à ce proxy (lpsAuthentication) : qui a le cookie a la session",
            "the LPS do not prove to this proxy who they are (lpsAuthentication): who has the cookie has the session");

    private SessionCases() {}

    static List<ProxyCase> all() {
        return List.of(without(), wrong(), unknownService(), certificates(), stolen());
    }

    /** Played after the others: time passes in them. */
    static List<ProxyCase> later() {
        return List.of(renewed(), idle());
    }

    private static ProxyCase without() {
        return ProxyCase.violation(
                "send-without-a-session",
                Text.of("Sans session, rien ne passe.", "Without a session nothing passes."),
                new Story(
                        Text.of("Une requête métier sans cookie.", "A business request without a cookie."),
                        Text.of(
                                "401 « No session found. » ; rien n'arrive au téléservice.",
                                "401 'No session found.'; nothing arrives at the téléservice."),
                        LOOK_UP),
                ProxyCase.contract("/send, 401"),
                scene -> {
                    Response answer = scene.lps().call("POST", scene.path(scene.service()));
                    new Contract(scene).descriptor(SEND, 401, NO_SESSION, answer);
                    new Contract(scene).nothingDownstream();
                });
    }

    private static ProxyCase wrong() {
        return ProxyCase.violation(
                "send-with-a-wrong-session",
                Text.of(
                        "Le cookie d'aucune session n'ouvre rien, même quand d'autres sessions vivent.",
                        "The cookie of no session opens nothing, even while other sessions live."),
                new Story(
                        Text.of(
                                "Une session vivante, puis une requête métier avec un autre identifiant.",
                                "A live session, then a business request with another id."),
                        Text.of(
                                "401 « No session found. » ; rien n'arrive au téléservice.",
                                "401 'No session found.'; nothing arrives at the téléservice."),
                        LOOK_UP),
                ProxyCase.contract("/send, 401"),
                scene -> {
                    Live live = scene.session();
                    String bogus = Live.COOKIE + "="
                            + new UUID(scene.random().nextLong(), scene.random().nextLong());
                    Response answer = scene.lps()
                            .call(
                                    live.trace(),
                                    "POST",
                                    scene.path(scene.service()),
                                    scene.message(live, scene.service()),
                                    Headers.of("Content-Type", Scene.SOAP, "Cookie", bogus));
                    new Contract(scene).descriptor(SEND, 401, NO_SESSION, answer);
                    scene.same("hops", "0", scene.at(Stage.BUSINESS).size());
                });
    }

    private static ProxyCase unknownService() {
        return ProxyCase.violation(
                "send-to-an-unknown-service",
                Text.of("Une route inconnue donne 404.", "An unknown route gives 404."),
                new Story(
                        Text.of("GET /send/inconnu/x dans une session.", "GET /send/inconnu/x in a session."),
                        Text.of("404 ; rien n'arrive à aucun téléservice.", "404; nothing arrives at any téléservice."),
                        Text.of("Ne relayer que vers les routes configurées.", "Relay to the configured routes only.")),
                ProxyCase.contract("/send, 404"),
                scene -> {
                    Live session = scene.session();
                    Response answer = session.call("GET", "/send/inconnu/x", new byte[0]);
                    new Contract(scene).status("GET /send/inconnu", 404, answer);
                    scene.same("hops", "0", scene.at(Stage.BUSINESS).size());
                });
    }

    private static ProxyCase certificates() {
        return ProxyCase.violation(
                        "certificate-of-each-session",
                        Text.of(
                                "Sur un proxy partagé, chaque session a son certificat et son jeton.",
                                "On a shared proxy each session has its certificate and its token."),
                        new Story(
                                Text.of(
                                        "Deux sessions de deux client_id, leurs requêtes entrelacées.",
                                        "Two sessions of two client_ids, their requests interleaved."),
                                Text.of(
                                        "Le certificat et le jeton de chaque requête sont ceux du client_id de sa session.",
                                        "The certificate and token of each request are those of its session's client_id."),
                                Text.of(
                                        "Une réserve de connexions mTLS par client_id, jamais partagée.",
                                        "One pool of mTLS connections for each client_id, never shared.")),
                        Citation.standard("RFC 8705 §3"),
                        SessionCases::interleaved)
                .about("IDN-07");
    }

    private static void interleaved(Scene scene) throws IOException {
        Live first = scene.session(scene.lps());
        Live second = scene.session(scene.other());
        for (int turn = 0; turn < 3; turn++) {
            for (Live session : turn % 2 == 0 ? List.of(first, second) : List.of(second, first)) {
                int before = scene.at(Stage.BUSINESS).size();
                scene.send(session, scene.services(session.caller()).get(0));
                List<Hop> after = scene.at(Stage.BUSINESS);
                if (after.size() == before) {
                    throw Unjudged.skipped(NOT_THERE);
                }
                ofItsClient(scene, after.get(after.size() - 1), session.caller().clientId());
            }
        }
    }

    private static void ofItsClient(Scene scene, Hop hop, String clientId) {
        String cn = hop.client()
                .presented()
                .flatMap(ObservedCertificate::commonName)
                .orElse("—");
        scene.same("TLS/CN", clientId, cn);
        hop.value(Fact.BEARER_CLIENT).ifPresent(azp -> scene.same("token/azp", clientId, azp));
    }

    private static ProxyCase stolen() {
        return ProxyCase.violation(
                "session-serves-its-own-lps",
                Text.of("Le cookie d'un LPS ne sert pas à un autre.", "The cookie of one LPS does not serve another."),
                new Story(
                        Text.of(
                                "Un LPS ouvre une session ; un autre, qui prouve qui il est, s'en sert.",
                                "One LPS opens a session; another, which proves who it is, uses it."),
                        Text.of(
                                "401 ; rien n'arrive au téléservice ; la session sert encore au premier.",
                                "401; nothing arrives at the téléservice; the session still serves the first."),
                        Text.of(
                                "Lier la session à la preuve du LPS qui l'a ouverte.",
                                "Bind the session to the proof of the LPS that opened it.")),
                ProxyCase.contract("/send, 401"),
                scene -> {
                    if (!scene.provesItself()) {
                        throw Unjudged.notApplicable(NOT_BOUND);
                    }
                    Caller thief = scene.other();
                    Live session = scene.session();
                    Response answer = thief.call("GET", scene.path(scene.service()), "Cookie", session.cookieField());
                    new Contract(scene).status("GET /send", 401, answer);
                    scene.same("hops", "0", scene.at(Stage.BUSINESS).size());
                    scene.alive(session);
                });
    }

    private static ProxyCase renewed() {
        return ProxyCase.violation(
                        "tokens-are-renewed",
                        Text.of(
                                "Un jeton d'API qui finit est renouvelé sans que le professionnel s'en aperçoive.",
                                "An API token that ends is renewed without the professional noticing."),
                        new Story(
                                Text.of(
                                        "Une requête ; l'horloge avance de onze minutes, les jetons d'API en vivent dix ; une autre requête.",
                                        "A request; the clock moves on eleven minutes, API tokens live for ten; another request."),
                                Text.of(
                                        "La seconde arrive avec un jeton vivant.",
                                        "The second arrives with a live token."),
                                Text.of(
                                        "Renouveler le jeton d'API par refresh_token avant sa fin.",
                                        "Renew the API token by refresh_token before it ends.")),
                        Citation.standard("RFC 6749 §6"),
                        scene -> {
                            Teleservice service = scene.service();
                            Live session = scene.session();
                            scene.send(session, service);
                            scene.accepted(service);
                            scene.pass(TOKEN_LIFE.plusMinutes(1));
                            scene.send(session, service);
                            List<Hop> arrived = scene.at(Stage.BUSINESS);
                            scene.same("hops", "2", arrived.size());
                            String state = ConnectCases.noted(arrived.get(arrived.size() - 1), Fact.BEARER_STATE);
                            scene.same("introspection/active", "active", state);
                        })
                .because(Text.of(
                        "Sans cela une session de quatre heures ne dure que le temps d'un jeton.",
                        "Without it a session of four hours lasts no longer than a token."));
    }

    private static ProxyCase idle() {
        return ProxyCase.warning(
                        "idle-session-ends",
                        Text.of("Une session inutilisée finit.", "A session that is not used ends."),
                        new Story(
                                Text.of(
                                        "Une session ; l'horloge avance de quatre heures et une minute ; une requête métier.",
                                        "A session; the clock moves on four hours and a minute; a business request."),
                                Text.of(
                                        "401 ; rien n'arrive au téléservice.",
                                        "401; nothing arrives at the téléservice."),
                                Text.of(
                                        "Finir une session après trente minutes sans usage, et quatre heures en tout.",
                                        "End a session after thirty minutes without use, and four hours in all.")),
                        new Citation(Text.verbatim("CI-SIS"), "sécurisation de la couche transport", ""),
                        scene -> {
                            Live session = scene.session();
                            scene.pass(Duration.ofHours(4).plusMinutes(1));
                            new Contract(scene).descriptor(SEND, 401, NO_SESSION, scene.send(session, scene.service()));
                            scene.same("hops", "0", scene.at(Stage.BUSINESS).size());
                        })
                .because(Text.of(
                        "Les durées sont celles d'une session PSC ; le contrat n'en dit rien, c'est un avertissement.",
                        "The durations are those of a PSC session; the contract says nothing of them, a warning."));
    }
}
