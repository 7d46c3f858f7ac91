package fr.accroche.scenarios.suite;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The exchange fails, or answers nonsense: no session is left of it. */
final class ExchangeCases {

    private static final String CONNECT = "POST /connect";
    private static final String EXCHANGE = "exchange";
    private static final int EVERY_CALL = 100;

    private static final Text DESCRIPTOR = Text.of(
            "Traduire le refus du serveur d'autorisation en descripteur d'erreur 401, et ne garder aucune session.",
            "Turn the authorization server's refusal into a 401 error descriptor, and keep no session.");
    private static final Text NO_REMAINS = Text.of(
            "N'ouvrir la session, et ne poser son cookie, qu'une fois tous les jetons obtenus.",
            "Open the session, and set its cookie, only once every token is there.");
    private static final List<Integer> GATEWAY = List.of(500, 502, 503, 504);

    private ExchangeCases() {}

    static List<ProxyCase> all() {
        return List.of(
                credential(),
                refused(),
                overloaded(),
                nonsense("psc", Participant.PSC, "token"),
                nonsense(EXCHANGE, Participant.API_PSC, EXCHANGE),
                unreachable());
    }

    private static ProxyCase credential() {
        return ProxyCase.violation(
                "credential-api-refuses",
                Text.of(
                        "Le refus de l'API Credential arrive au LPS en 401.",
                        "The refusal of the API Credential reaches the LPS as 401."),
                new Story(
                        Text.of(
                                "POST /connect ; l'API Credential refuse ce client_id.",
                                "POST /connect; the API Credential refuses this client_id."),
                        Text.of(
                                "401 avec les mots du serveur d'autorisation ; pas de cookie.",
                                "401 with the words of the authorization server; no cookie."),
                        DESCRIPTOR),
                ProxyCase.contract("POST /connect, 401"),
                scene -> {
                    FaultOrder refusal = FaultOrder.next("credential", new FaultAct.Refuse());
                    scene.fault(Participant.CREDENTIAL_API, refusal.times(EVERY_CALL));
                    Response answer = scene.lps().connect(scene.lps().asked());
                    scene.met(1);
                    new Contract(scene).descriptor(CONNECT, 401, answer);
                    new Contract(scene).noSession(CONNECT, answer);
                });
    }

    private static ProxyCase refused() {
        return ProxyCase.violation(
                "exchange-is-refused",
                Text.of("Le refus d'un échange arrive au LPS en 401.", "A refused exchange reaches the LPS as 401."),
                new Story(
                        Text.of(
                                "POST /connect ; le serveur d'autorisation refuse l'échange (403 access_denied).",
                                "POST /connect; the authorization server refuses the exchange (403 access_denied)."),
                        Text.of(
                                "401, message « 403 - access_denied : … » ; pas de cookie.",
                                "401, message '403 - access_denied : …'; no cookie."),
                        DESCRIPTOR),
                ProxyCase.contract("POST /connect, 401"),
                scene -> {
                    scene.fault(Participant.API_PSC, EXCHANGE, new FaultAct.Refuse());
                    Response answer = scene.lps().connect(scene.lps().asked());
                    scene.met(1);
                    PscCases.refused(scene, answer, "403 - access_denied");
                });
    }

    private static ProxyCase overloaded() {
        return ProxyCase.violation(
                "exchange-is-overloaded",
                Text.of(
                        "502, 503 et 504 d'un échange reviennent tels quels, sans corps.",
                        "502, 503 and 504 of an exchange come back as they are, without a body."),
                new Story(
                        Text.of(
                                "POST /connect ; l'échange répond 502, puis 503, puis 504.",
                                "POST /connect; the exchange answers 502, then 503, then 504."),
                        Text.of("Le même statut, sans corps ni cookie.", "The same status, without body or cookie."),
                        NO_REMAINS),
                ProxyCase.contract("POST /connect, 503"),
                scene -> PscCases.gateway(scene, Participant.API_PSC, EXCHANGE));
    }

    private static ProxyCase nonsense(String name, Participant at, String endpoint) {
        return ProxyCase.violation(
                        name + "-answers-nonsense",
                        Text.of(
                                        "Un jeton illisible de {0} ne laisse pas de session à moitié faite.",
                                        "An unreadable token of {0} leaves no half-built session.")
                                .with(at.label()),
                        new Story(
                                Text.of(
                                                "POST /connect ; {0} répond 200 et un corps qui n'est pas du JSON, puis pas de corps.",
                                                "POST /connect; {0} answers 200 and a body that is no JSON, then no body.")
                                        .with(at.label()),
                                Text.of(
                                        "Une erreur 5xx, sans cookie ; un cookie tout de même posé n'ouvre rien.",
                                        "An error 5xx, without a cookie; a cookie that is set all the same opens nothing."),
                                NO_REMAINS),
                        ProxyCase.contract("POST /connect, 500"),
                        scene -> {
                            for (FaultAct act : List.of(new FaultAct.Garbage(), new FaultAct.Empty())) {
                                scene.mend();
                                scene.fault(at, endpoint, act);
                                Response answer =
                                        scene.lps().connect(scene.lps().asked());
                                scene.met(act instanceof FaultAct.Garbage ? 1 : 2);
                                noRemains(scene, answer);
                            }
                        })
                .because(
                        Text.of(
                                "Le démonstrateur pose alors le cookie d'une session sans jeton : tout appel qui suit répond 500.",
                                "The demonstrator then sets the cookie of a session without a token: every call after that answers 500."));
    }

    /** A failure of a server behind, and no session of it. */
    static void noRemains(Scene scene, Response answer) throws IOException {
        Contract contract = new Contract(scene);
        contract.status(CONNECT, GATEWAY, answer);
        contract.noSession(CONNECT, answer);
        Optional<String> left = Live.cookie(answer);
        if (left.isPresent()) {
            scene.mend();
            String cookie = Live.COOKIE + "=" + left.get();
            Response used = scene.lps().call("GET", scene.path(scene.service()), "Cookie", cookie);
            contract.status("GET /send", 401, used);
        }
    }

    private static ProxyCase unreachable() {
        return ProxyCase.violation(
                "psc-is-out-of-reach",
                Text.of(
                        "Un PSC injoignable ne laisse pas de session à moitié faite.",
                        "A PSC out of reach leaves no half-built session."),
                new Story(
                        Text.of(
                                "POST /connect ; PSC ferme la connexion à la découverte, puis à la demande CIBA.",
                                "POST /connect; PSC closes the connection at discovery, then at the CIBA request."),
                        Text.of("Une erreur 5xx, sans cookie.", "An error 5xx, without a cookie."),
                        NO_REMAINS),
                ProxyCase.contract("POST /connect, 500"),
                scene -> {
                    for (String endpoint : List.of("discovery", "ciba")) {
                        scene.mend();
                        scene.fault(
                                Participant.PSC,
                                FaultOrder.next(endpoint, new FaultAct.Close()).times(3));
                        Response answer = scene.lps().connect(scene.lps().asked());
                        if (answer.status() == 200) {
                            throw Unjudged.notTestable(CACHED);
                        }
                        noRemains(scene, answer);
                    }
                });
    }

    private static final Text CACHED = Text.of(
            "le proxy garde le document de découverte de PSC : il n'a pas eu à le redemander",
            "the proxy keeps PSC's discovery document: it did not have to ask for it again");
}
