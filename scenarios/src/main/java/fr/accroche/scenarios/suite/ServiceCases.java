package fr.accroche.scenarios.suite;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultAct;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A téléservice refuses, fails, stalls, or is not there. */
final class ServiceCases {

    private static final String SEND = "POST /send";

    /** What a proxy may say of a kept connection that the stopping téléservice was about to close. */
    private static final int MET_A_CLOSE = 502;

    private static final Text PATIENT = Text.of(
            "le proxy attend un téléservice plus de {0} s ; relancer avec --patience et plus que son délai",
            "the proxy waits for a téléservice more than {0} s; run again with --patience and more than its limit");

    private ServiceCases() {}

    static List<ProxyCase> all() {
        return List.of(refuses(), breaksOff(), stalls());
    }

    /** Played last: what it stops does not come back. */
    static ProxyCase isDown() {
        return ProxyCase.violation(
                "service-is-down",
                Text.of("Un téléservice arrêté donne 503.", "A téléservice that is down gives 503."),
                new Story(
                        Text.of(
                                "L'API de conformité est arrêtée, puis appelée dans une session ; une fois de plus après un 502, d'une connexion gardée qui se fermait.",
                                "The conformity API is stopped, then called in a session; once more after a 502, of a kept connection that was closing."),
                        Text.of(
                                "503, sans corps ; la session vit encore.",
                                "503, without a body; the session lives on."),
                        Text.of(
                                "Répondre 503 quand la connexion au téléservice est refusée.",
                                "Answer 503 where the connection to the téléservice is refused.")),
                ProxyCase.contract("/send, 503"),
                scene -> {
                    Live session = scene.session();
                    scene.stand().chain().stop(Participant.CONFORMITE);
                    String path = scene.path(Teleservice.CONFORMITE);
                    Response first = session.call("POST", path, SendCases.json("{}"), "Content-Type", Caller.JSON);
                    Response answer = first.status() == MET_A_CLOSE
                            ? session.call("POST", path, SendCases.json("{}"), "Content-Type", Caller.JSON)
                            : first;
                    new Contract(scene).empty(SEND, 503, answer);
                    if (scene.service() != Teleservice.CONFORMITE) {
                        scene.alive(session);
                    }
                });
    }

    private static ProxyCase refuses() {
        return ProxyCase.violation(
                "service-refusal-passes",
                Text.of("Le refus d'un téléservice revient tel quel.", "A téléservice's refusal comes back as it is."),
                new Story(
                        Text.of(
                                "Le téléservice répond 403, puis 500 et une faute SOAP, avec ses en-têtes et son corps.",
                                "The téléservice answers 403, then 500 and a SOAP fault, with its header fields and its body."),
                        Text.of(
                                "Même statut, mêmes en-têtes, mêmes octets.",
                                "Same status, same header fields, same bytes."),
                        Text.of(
                                "Relayer toute réponse du téléservice, quel que soit son statut.",
                                "Relay every answer of the téléservice, whatever its status.")),
                ProxyCase.contract("/send"),
                scene -> {
                    for (int status : List.of(403, 500)) {
                        byte[] body = ("<fault code=\"" + status + "\">é</fault>").getBytes(StandardCharsets.UTF_8);
                        Headers headers = Headers.of("Content-Type", Scene.SOAP, "X-Service-Trace", "refus");
                        SendCases.passes(scene, new Response(status, headers, body));
                    }
                });
    }

    private static ProxyCase breaksOff() {
        return ProxyCase.warning(
                        "service-breaks-off",
                        Text.of("Un téléservice qui raccroche donne 502.", "A téléservice that hangs up gives 502."),
                        new Story(
                                Text.of(
                                        "Le téléservice ferme la connexion sans répondre.",
                                        "The téléservice closes the connection without an answer."),
                                Text.of(
                                        "502 ou 503, sans que la requête soit envoyée deux fois.",
                                        "502 or 503, without the request being sent twice."),
                                Text.of(
                                        "Répondre 502, et ne pas rejouer un POST.",
                                        "Answer 502, and do not repeat a POST.")),
                        Citation.standard("RFC 9110 §9.2.2, §15.6.3"),
                        scene -> {
                            Live session = scene.session();
                            scene.fault(Participant.of(scene.service()), "business", new FaultAct.Close());
                            Response answer = scene.send(session, scene.service());
                            new Contract(scene).status(SEND, List.of(502, 503), answer);
                            int calls = scene.at(Stage.FAULT_ON_DEMAND, Stage.BUSINESS)
                                    .size();
                            scene.same(scene.service().label() + "/hops", "1", calls);
                        })
                .because(Text.of(
                        "Le démonstrateur répond 500 ; le LPS n'en sait pas moins que l'appel a échoué : c'est un avertissement.",
                        "The demonstrator answers 500; the LPS knows all the same that the call failed: a warning."));
    }

    private static ProxyCase stalls() {
        return ProxyCase.violation(
                "service-stalls",
                Text.of("Un téléservice qui ne répond pas donne 504.", "A téléservice that does not answer gives 504."),
                new Story(
                        Text.of(
                                "Le téléservice tarde, de la durée que dit --patience.",
                                "The téléservice is late, by as long as --patience says."),
                        Text.of(
                                "504, sans corps, dans le délai du proxy ; un proxy plus patient que la suite n'est pas jugé.",
                                "504, without a body, within the proxy's time; a proxy more patient than the suite is not judged."),
                        Text.of(
                                "Borner l'attente d'un téléservice, et répondre 504.",
                                "Bound the wait for a téléservice, and answer 504.")),
                ProxyCase.contract("/send, 504"),
                scene -> {
                    Live session = scene.session();
                    Participant at = Participant.of(scene.service());
                    scene.fault(at, "business", new FaultAct.Delay(scene.stand().patience()));
                    Instant sent = scene.stand().around().clock().real().instant();
                    Response answer = scene.send(session, scene.service());
                    Instant answered = scene.stand().around().clock().real().instant();
                    if (!answered.isBefore(sent.plus(scene.stand().patience()))) {
                        throw Unjudged.notTestable(
                                PATIENT.with(scene.stand().patience().toSeconds()));
                    }
                    new Contract(scene).empty(SEND, 504, answer);
                });
    }
}
