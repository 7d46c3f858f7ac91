package fr.accroche.scenarios.suite;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@code POST /connect} refuses before it asks anybody. */
final class BadRequestCases {

    private static final String CONNECT = "POST /connect";
    private static final List<String> MEMBERS = List.of("nationalId", "bindingMessage", "clientId", "channel");

    private static final Text VALIDATE = Text.of(
            "Valider le corps de /connect avant tout appel à PSC, et répondre l'erreur du contrat.",
            "Validate the body of /connect before any call to PSC, and answer the contract's error.");

    private BadRequestCases() {}

    static List<ProxyCase> all() {
        return List.of(missing(), channel(), notJson(), form(), method(), unknownClient());
    }

    private static ProxyCase missing() {
        return ProxyCase.violation(
                "connect-names-what-is-missing",
                Text.of(
                        "Une connexion incomplète est refusée, et ce qui manque est nommé.",
                        "An incomplete connection is refused, and what is missing is named."),
                new Story(
                        Text.of(
                                "POST /connect sans aucun membre, puis sans chacun des quatre.",
                                "POST /connect without any member, then without each of the four."),
                        Text.of(
                                "400, code et message ; le message nomme chaque membre absent ; rien n'est demandé à PSC.",
                                "400, code and message; the message names each absent member; PSC is asked nothing."),
                        VALIDATE),
                ProxyCase.contract("POST /connect, 400"),
                scene -> {
                    named(scene, JsonObject.EMPTY, MEMBERS);
                    for (String member : MEMBERS) {
                        named(scene, scene.lps().asked().without(member), List.of(member));
                    }
                    new Contract(scene).nothingDownstream();
                });
    }

    private static void named(Scene scene, JsonObject body, List<String> missing) throws IOException {
        Response answer = scene.lps().connect(body);
        new Contract(scene).descriptor(CONNECT, 400, answer);
        String message = Live.json(answer).text("message").orElse("—");
        for (String member : missing) {
            String words = member + " is missing";
            scene.holds(CONNECT + " → json/message", words, message.contains(words), message);
        }
    }

    private static ProxyCase channel() {
        return ProxyCase.violation(
                "connect-refuses-an-unknown-channel",
                Text.of("Un canal inconnu est refusé.", "An unknown channel is refused."),
                new Story(
                        Text.of(
                                "POST /connect avec channel SMS, puis card en minuscules.",
                                "POST /connect with channel SMS, then card in lower case."),
                        Text.of(
                                "400, « channel value … is invalid » ; rien n'est demandé à PSC.",
                                "400, 'channel value … is invalid'; PSC is asked nothing."),
                        VALIDATE),
                ProxyCase.contract("POST /connect, 400"),
                scene -> {
                    for (String channel : List.of("SMS", "card")) {
                        Response answer =
                                scene.lps().connect(scene.lps().asked().with("channel", channel));
                        new Contract(scene).descriptor(CONNECT, 400, answer);
                        String words = "channel value " + channel + " is invalid";
                        String message = Live.json(answer).text("message").orElse("—");
                        scene.holds(CONNECT + " → json/message", words, message.contains(words), message);
                    }
                    new Contract(scene).nothingDownstream();
                });
    }

    private static ProxyCase notJson() {
        return ProxyCase.violation(
                "connect-refuses-what-is-no-json",
                Text.of("Ce qui n'est pas du JSON est refusé.", "What is no JSON is refused."),
                new Story(
                        Text.of(
                                "POST /connect avec un JSON tronqué, puis sans corps.",
                                "POST /connect with truncated JSON, then without a body."),
                        Text.of("400 ; rien n'est demandé à PSC.", "400; PSC is asked nothing."),
                        VALIDATE),
                ProxyCase.contract("POST /connect, 400"),
                scene -> {
                    for (String body : List.of("{\"nationalId\":", "")) {
                        new Contract(scene).status(CONNECT, 400, posted(scene, Caller.JSON, body));
                    }
                    new Contract(scene).nothingDownstream();
                });
    }

    private static Response posted(Scene scene, String type, String body) throws IOException {
        return scene.lps()
                .call(
                        scene.lps().trace(),
                        "POST",
                        "/connect",
                        body.getBytes(StandardCharsets.UTF_8),
                        Headers.of("Content-Type", type));
    }

    private static ProxyCase form() {
        return ProxyCase.warning(
                        "connect-refuses-a-form",
                        Text.of(
                                "Un formulaire est refusé : /connect prend du JSON.",
                                "A form is refused: /connect takes JSON."),
                        new Story(
                                Text.of(
                                        "POST /connect en application/x-www-form-urlencoded.",
                                        "POST /connect as application/x-www-form-urlencoded."),
                                Text.of("415 ; rien n'est demandé à PSC.", "415; PSC is asked nothing."),
                                VALIDATE),
                        Citation.standard("RFC 9110 §15.5.16"),
                        scene -> {
                            Response answer =
                                    posted(scene, "application/x-www-form-urlencoded", "nationalId=1&channel=CARD");
                            new Contract(scene).status(CONNECT, 415, answer);
                            new Contract(scene).nothingDownstream();
                        })
                .because(Text.of(
                        "Un autre 4xx refuse tout autant : c'est un avertissement.",
                        "Another 4xx refuses just as well: a warning."));
    }

    private static ProxyCase method() {
        return ProxyCase.warning(
                        "connect-takes-post-only",
                        Text.of("/connect ne prend que POST.", "/connect takes POST only."),
                        new Story(
                                Text.verbatim("GET /connect."),
                                Text.of("405, et Allow nomme POST.", "405, and Allow names POST."),
                                Text.of("Répondre 405 avec Allow: POST.", "Answer 405 with Allow: POST.")),
                        Citation.standard("RFC 9110 §15.5.6"),
                        scene -> {
                            Response answer = scene.lps().call("GET", "/connect");
                            new Contract(scene).status("GET /connect", 405, answer);
                            String allow = answer.headers().first("Allow").orElse("—");
                            scene.holds("GET /connect → Allow", "POST", allow.contains("POST"), allow);
                            new Contract(scene).nothingDownstream();
                        })
                .because(Text.of(
                        "Un autre 4xx refuse tout autant : c'est un avertissement.",
                        "Another 4xx refuses just as well: a warning."));
    }

    private static ProxyCase unknownClient() {
        return ProxyCase.violation(
                "connect-refuses-an-unknown-client",
                Text.of(
                        "Un client_id que le proxy ne sert pas est refusé sans rien demander à PSC.",
                        "A client_id that the proxy does not serve is refused without asking PSC."),
                new Story(
                        Text.of("POST /connect avec un clientId inconnu.", "POST /connect with an unknown clientId."),
                        Text.of(
                                "404 et, dans metadata, ce que le LPS a demandé ; ou 401 là où les LPS doivent prouver qui ils sont.",
                                "404 and, in metadata, what the LPS asked for; or 401 where LPS have to prove who they are."),
                        Text.of(
                                "Chercher le clientId dans la configuration avant tout appel.",
                                "Look the clientId up in the configuration before any call.")),
                ProxyCase.contract("POST /connect, 404"),
                scene -> {
                    String unknown = "inconnu-edc-bas";
                    Response answer = scene.lps().connect(scene.lps().asked().with("clientId", unknown));
                    Contract contract = new Contract(scene);
                    contract.status(CONNECT, scene.provesItself() ? List.of(401, 404) : List.of(404), answer);
                    contract.metadata(CONNECT, scene.lps().person(), unknown, answer);
                    contract.noSession(CONNECT, answer);
                    contract.nothingDownstream();
                });
    }
}
