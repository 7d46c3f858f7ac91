package fr.accroche.scenarios.suite;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Token responses that lack a member: one that a proxy can do without, or cannot. */
final class AnswerCases {

    private static final String CONNECT = "POST /connect";
    private static final String TOKEN = "token";
    private static final int EVERY_CALL = 100;

    private AnswerCases() {}

    static List<ProxyCase> all() {
        return List.of(
                noSessionState(),
                unusual("psc", Participant.PSC, TOKEN),
                unusual("exchange", Participant.API_PSC, "exchange"));
    }

    private static ProxyCase noSessionState() {
        return ProxyCase.violation(
                        "psc-gives-no-session-state",
                        Text.of(
                                "Une réponse de PSC sans session_state n'ouvre pas de session.",
                                "An answer of PSC without session_state opens no session."),
                        new Story(
                                Text.of(
                                        "POST /connect ; PSC donne des jetons sans session_state ; puis GET /traces.",
                                        "POST /connect; PSC gives tokens without session_state; then GET /traces."),
                                Text.of(
                                        "Une erreur 5xx, sans cookie ; une trace CONNECT_FAILURE, proxy_id_session et session_state à null.",
                                        "An error 5xx, without a cookie; a trace CONNECT_FAILURE, proxy_id_session and session_state null."),
                                Text.of(
                                        "Vérifier la réponse de PSC avant de créer la session : le LPS attend session_state, et les traces aussi.",
                                        "Check PSC's answer before creating the session: the LPS needs session_state, and so do the traces.")),
                        ProxyCase.contract("POST /connect, 200 session_state, 500"),
                        scene -> {
                            Instant begun = scene.now();
                            scene.fault(Participant.PSC, TOKEN, new FaultAct.Mark("no-session-state"));
                            Response answer = scene.lps().connect(scene.lps().asked());
                            scene.met(1);
                            TraceCases.tellsFailure(scene, begun);
                            ExchangeCases.noRemains(scene, answer);
                        })
                .because(Text.of(
                        "Le démonstrateur répond 500, mais sa trace nomme une session, qui n'a jamais été ouverte.",
                        "The demonstrator answers 500, but its trace names a session, which was never opened."));
    }

    private static ProxyCase unusual(String name, Participant at, String endpoint) {
        return ProxyCase.violation(
                        name + "-answers-unusually",
                        Text.of(
                                        "Une réponse de {0} sans ses membres facultatifs, ou avec d'autres, est acceptée.",
                                        "An answer of {0} without its optional members, or with others, is taken.")
                                .with(at.label()),
                        new Story(
                                Text.of(
                                                "POST /connect ; {0} donne ses jetons sans expires_in, scope ni issued_token_type, avec des membres inconnus et token_type en majuscules ; puis une requête métier.",
                                                "POST /connect; {0} gives its tokens without expires_in, scope and issued_token_type, with unknown members and token_type in capitals; then a business request.")
                                        .with(at.label()),
                                Text.of(
                                        "200 et une session ; la requête arrive au téléservice.",
                                        "200 and a session; the request arrives at the téléservice."),
                                Text.of(
                                        "N'exiger que access_token, token_type (sans égard à la casse) et ce dont le proxy se sert ; ignorer le reste.",
                                        "Require only access_token, token_type (whatever its case) and what the proxy uses; ignore the rest.")),
                        Citation.standard("RFC 6749 §5.1"),
                        scene -> isTaken(scene, at, endpoint))
                .because(Text.of(
                        "Les serveurs réels n'ont pas tous les mêmes membres, et un serveur mis à jour en ajoute.",
                        "Not all real servers have the same members, and one that is brought up to date adds some."));
    }

    /** Where an ordinary answer opens a session: else another case says why not. */
    private static void isTaken(Scene scene, Participant at, String endpoint) throws IOException {
        scene.session();
        scene.fault(
                at,
                FaultOrder.next(endpoint, new FaultAct.Mark("unusual-answer")).times(EVERY_CALL));
        TraceParent trace = scene.lps().trace();
        Response answer = scene.lps().connect(trace, scene.lps().asked());
        scene.met(1);
        scene.mend();
        new Contract(scene).status(CONNECT, 200, answer);
        if (answer.status() == 200) {
            scene.alive(new Live(scene.lps(), trace, answer));
        }
    }
}
