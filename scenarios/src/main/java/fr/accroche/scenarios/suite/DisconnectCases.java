package fr.accroche.scenarios.suite;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.io.IOException;
import java.util.List;

/** A session ends. */
final class DisconnectCases {

    private static final String DISCONNECT = "DELETE /disconnect";
    private static final String NOT_FOUND = "Session ID not found.";

    private static final Text END_FIRST = Text.of(
            "Oublier la session d'abord, quoi que répondent PSC et les serveurs d'autorisation.",
            "Forget the session first, whatever PSC and the authorization servers answer.");

    private DisconnectCases() {}

    static List<ProxyCase> all() {
        return List.of(ends(), logsOut(), twice(), revokes(), logoutFails(), pscIsDown(), method());
    }

    private static void dead(Scene scene, Live session) throws IOException {
        int before = scene.at(Stage.BUSINESS).size();
        Response used = scene.send(session, scene.service());
        new Contract(scene).status("POST /send", 401, used);
        scene.same("hops", before, scene.at(Stage.BUSINESS).size());
    }

    private static ProxyCase ends() {
        return ProxyCase.violation(
                "disconnect-ends-the-session",
                Text.of(
                        "La déconnexion finit la session et fait oublier le cookie.",
                        "Disconnection ends the session and has the cookie forgotten."),
                new Story(
                        Text.of(
                                "DELETE /disconnect, puis une requête métier avec l'ancien cookie.",
                                "DELETE /disconnect, then a business request with the old cookie."),
                        Text.of(
                                "200 sans corps, cookie expiré ; puis 401, et rien n'arrive au téléservice.",
                                "200 without a body, expired cookie; then 401, and nothing arrives at the téléservice."),
                        END_FIRST),
                ProxyCase.contract("DELETE /disconnect, 200"),
                scene -> {
                    Live session = scene.session();
                    Response answer = session.disconnect();
                    new Contract(scene).empty(DISCONNECT, 200, answer);
                    new Contract(scene).forgotten(DISCONNECT, answer);
                    dead(scene, session);
                });
    }

    private static ProxyCase logsOut() {
        return ProxyCase.violation(
                "disconnect-logs-out-of-psc",
                Text.of("La déconnexion finit aussi la session PSC.", "Disconnection ends PSC's session too."),
                new Story(
                        Text.verbatim("DELETE /disconnect."),
                        Text.of(
                                "Un appel au logout de PSC, avec l'id_token de cette session, accepté.",
                                "One call to PSC's logout, with that session's id_token, accepted."),
                        Text.of(
                                "POST end_session_endpoint avec id_token_hint.",
                                "POST end_session_endpoint with id_token_hint.")),
                Citation.standard("OIDC RP-Initiated Logout §2"),
                scene -> {
                    Live session = scene.session();
                    session.disconnect();
                    List<Hop> logouts = scene.at(Stage.PSC_LOGOUT).stream()
                            .filter(hop -> hop.value(Fact.PSC_SESSION)
                                    .filter(session.state()::equals)
                                    .isPresent())
                            .toList();
                    scene.same("psc/logout", "1", logouts.size());
                    for (Hop hop : logouts) {
                        scene.holds("psc/logout → status", "2xx", hop.succeeded(), hop.status());
                    }
                });
    }

    private static ProxyCase twice() {
        return ProxyCase.violation(
                "disconnect-twice",
                Text.of("Une session finie ne se finit pas deux fois.", "A session that is over does not end twice."),
                new Story(
                        Text.of(
                                "DELETE /disconnect deux fois, puis sans cookie.",
                                "DELETE /disconnect twice, then without a cookie."),
                        Text.of(
                                "401 « Session ID not found. » la deuxième fois, et sans cookie.",
                                "401 'Session ID not found.' the second time, and without a cookie."),
                        Text.of(
                                "Répondre 401 là où il n'y a pas de session.",
                                "Answer 401 where there is no session.")),
                ProxyCase.contract("DELETE /disconnect, 401"),
                scene -> {
                    Live session = scene.session();
                    session.disconnect();
                    Contract contract = new Contract(scene);
                    contract.descriptor(DISCONNECT, 401, NOT_FOUND, session.disconnect());
                    contract.descriptor(DISCONNECT, 401, NOT_FOUND, scene.lps().call("DELETE", "/disconnect"));
                });
    }

    private static ProxyCase revokes() {
        return ProxyCase.warning(
                        "disconnect-revokes-tokens",
                        Text.of("La déconnexion révoque les jetons d'API.", "Disconnection revokes the API tokens."),
                        new Story(
                                Text.verbatim("DELETE /disconnect."),
                                Text.of(
                                        "Un appel accepté à la révocation pour chaque échange de la session.",
                                        "An accepted call to revocation for each exchange of the session."),
                                Text.of(
                                        "Révoquer chaque jeton d'API, ou son refresh_token (RFC 7009).",
                                        "Revoke each API token, or its refresh_token (RFC 7009).")),
                        Citation.standard("RFC 7009 §2.1"),
                        scene -> {
                            scene.session().disconnect();
                            long exchanged = scene.at(Stage.EXCHANGE).stream()
                                    .filter(Hop::succeeded)
                                    .count();
                            long revoked = scene.at(Stage.API_REVOCATION).stream()
                                    .filter(Hop::succeeded)
                                    .count();
                            scene.holds("api-psc/revocation → 200", "≥ " + exchanged, revoked >= exchanged, revoked);
                        })
                .because(Text.of(
                        "Le démonstrateur ne le fait pas, et aucun texte ne l'exige : c'est un avertissement.",
                        "The demonstrator does not, and no text asks for it: a warning."));
    }

    private static ProxyCase logoutFails() {
        return ProxyCase.violation(
                "disconnect-survives-a-refused-logout",
                Text.of(
                        "Un logout que PSC refuse n'empêche pas de se déconnecter.",
                        "A logout that PSC refuses does not keep one from disconnecting."),
                new Story(
                        Text.of(
                                "DELETE /disconnect ; PSC répond 500 au logout.",
                                "DELETE /disconnect; PSC answers 500 to the logout."),
                        Text.of("200, cookie expiré, session morte.", "200, expired cookie, dead session."),
                        END_FIRST),
                ProxyCase.contract("DELETE /disconnect, 200"),
                scene -> {
                    Live session = scene.session();
                    scene.fault(Participant.PSC, "logout", new FaultAct.Status(500));
                    Response answer = session.disconnect();
                    new Contract(scene).status(DISCONNECT, 200, answer);
                    new Contract(scene).forgotten(DISCONNECT, answer);
                    dead(scene, session);
                });
    }

    private static ProxyCase pscIsDown() {
        return ProxyCase.violation(
                        "disconnect-survives-psc",
                        Text.of(
                                "La session finit même quand PSC est injoignable.",
                                "The session ends even where PSC is out of reach."),
                        new Story(
                                Text.of(
                                        "DELETE /disconnect ; PSC ferme toute connexion, à la découverte et au logout.",
                                        "DELETE /disconnect; PSC closes every connection, at discovery and at logout."),
                                Text.of(
                                        "La session est morte, quel que soit le statut.",
                                        "The session is dead, whatever the status."),
                                END_FIRST),
                        ProxyCase.contract("DELETE /disconnect"),
                        scene -> {
                            Live session = scene.session();
                            for (String endpoint : List.of("discovery", "logout")) {
                                scene.fault(
                                        Participant.PSC,
                                        FaultOrder.next(endpoint, new FaultAct.Close())
                                                .times(3));
                            }
                            session.disconnect();
                            scene.mend();
                            dead(scene, session);
                        })
                .because(
                        Text.of(
                                "Le démonstrateur fait oublier le cookie mais garde la session : qui l'a copié l'a encore.",
                                "The demonstrator has the cookie forgotten but keeps the session: who has copied it still has it."));
    }

    private static ProxyCase method() {
        return ProxyCase.warning(
                        "disconnect-takes-delete-only",
                        Text.of("/disconnect ne prend que DELETE.", "/disconnect takes DELETE only."),
                        new Story(
                                Text.of("GET /disconnect dans une session.", "GET /disconnect in a session."),
                                Text.of("405 ; la session vit encore.", "405; the session lives on."),
                                Text.of("Répondre 405 avec Allow: DELETE.", "Answer 405 with Allow: DELETE.")),
                        Citation.standard("RFC 9110 §15.5.6"),
                        scene -> {
                            Live session = scene.session();
                            new Contract(scene)
                                    .status("GET /disconnect", 405, session.call("GET", "/disconnect", new byte[0]));
                            scene.alive(session);
                        })
                .because(
                        Text.of(
                                "Une page qui fait suivre un lien déconnecterait ; un autre 4xx en garde tout autant : c'est un avertissement.",
                                "A page that has a link followed would disconnect; another 4xx guards just as well: a warning."));
    }
}
