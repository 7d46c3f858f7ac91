package fr.accroche.scenarios.suite;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.suite.ProxyCase.Story;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultAct;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** PSC refuses, or the professional does; and how the proxy waits for either. */
final class PscCases {

    private static final String CONNECT = "POST /connect";
    private static final String CIBA = "ciba";
    private static final String TOKEN = "token";

    /** More than a request of the suite waits. */
    private static final Duration PAST_EXPIRY = Duration.ofSeconds(30);

    private static final Text STOP = Text.of(
            "Arrêter la boucle à toute erreur autre que authorization_pending et slow_down, et répondre 401.",
            "End the loop at any error but authorization_pending and slow_down, and answer 401.");

    private PscCases() {}

    static List<ProxyCase> all() {
        return List.of(refusedByPsc(), overloaded(), refused(), silent(), expired(), slowDown(), interval());
    }

    private static ProxyCase refusedByPsc() {
        return ProxyCase.violation(
                "psc-refuses-the-request",
                Text.of(
                        "Le refus de PSC revient au LPS tel quel, en 401.",
                        "PSC's refusal comes back to the LPS as it is, as 401."),
                new Story(
                        Text.of(
                                "POST /connect ; PSC refuse la demande CIBA (403 access_denied).",
                                "POST /connect; PSC refuses the CIBA request (403 access_denied)."),
                        Text.of(
                                "401, message « 403 - access_denied : … », metadata ; pas de cookie ; aucun appel de plus.",
                                "401, message '403 - access_denied : …', metadata; no cookie; no further call."),
                        Text.of(
                                "Traduire le refus de PSC en descripteur d'erreur 401.",
                                "Turn PSC's refusal into a 401 error descriptor.")),
                ProxyCase.contract("POST /connect, 401"),
                scene -> {
                    scene.fault(Participant.PSC, CIBA, new FaultAct.Refuse());
                    Response answer = scene.lps().connect(scene.lps().asked());
                    scene.met(1);
                    refused(scene, answer, "403 - access_denied");
                    new Contract(scene)
                            .metadata(CONNECT, scene.lps().person(), scene.lps().clientId(), answer);
                    scene.same("psc/token", "0", scene.at(Stage.PSC_TOKEN).size());
                });
    }

    static void refused(Scene scene, Response answer, String beginning) {
        Contract contract = new Contract(scene);
        contract.descriptor(CONNECT, 401, answer);
        String message = Live.json(answer).text("message").orElse("—");
        scene.holds(CONNECT + " → json/message", beginning + "…", message.startsWith(beginning), message);
        contract.noSession(CONNECT, answer);
    }

    private static ProxyCase overloaded() {
        return ProxyCase.violation(
                "psc-is-overloaded",
                Text.of(
                        "502, 503 et 504 de PSC reviennent tels quels, sans corps.",
                        "PSC's 502, 503 and 504 come back as they are, without a body."),
                new Story(
                        Text.of(
                                "POST /connect ; PSC répond 502, puis 503, puis 504 à la demande CIBA.",
                                "POST /connect; PSC answers 502, then 503, then 504 to the CIBA request."),
                        Text.of("Le même statut, sans corps ni cookie.", "The same status, without body or cookie."),
                        Text.of(
                                "Rendre ces trois statuts sans corps : le LPS sait alors qu'il peut réessayer.",
                                "Give these three statuses back without a body: the LPS then knows that it may try again.")),
                ProxyCase.contract("POST /connect, 503"),
                scene -> gateway(scene, Participant.PSC, CIBA));
    }

    static void gateway(Scene scene, Participant at, String endpoint) throws IOException {
        int tried = 0;
        for (int status : List.of(502, 503, 504)) {
            scene.mend();
            scene.fault(at, endpoint, new FaultAct.Status(status));
            Response answer = scene.lps().connect(scene.lps().asked());
            tried++;
            scene.met(tried);
            new Contract(scene).empty(CONNECT, status, answer);
            new Contract(scene).noSession(CONNECT, answer);
        }
    }

    private static ProxyCase refused() {
        return ProxyCase.violation(
                        "professional-refuses",
                        Text.of(
                                "Quand le professionnel refuse, le proxy cesse d'interroger PSC et répond 401.",
                                "When the professional refuses, the proxy stops polling PSC and answers 401."),
                        new Story(
                                Text.of(
                                        "POST /connect pour un professionnel qui refuse sur son téléphone.",
                                        "POST /connect for a professional who refuses on the phone."),
                                Text.of(
                                        "Une seule interrogation reçoit access_denied, aucune ne suit ; 401, pas de cookie.",
                                        "One poll alone gets access_denied, none follows; 401, no cookie."),
                                STOP),
                        Citation.standard("CIBA Core §11"),
                        scene -> {
                            Response answer =
                                    scene.lps().connect(scene.lps().asked().with("nationalId", person("refuse")));
                            scene.answered(Stage.PSC_TOKEN, "access_denied");
                            refused(scene, answer, "400 - access_denied");
                            lastPoll(scene, "access_denied");
                        })
                .because(
                        Text.of(
                                "Le démonstrateur interroge jusqu'à l'échéance puis répond 500 : le LPS attend deux minutes un refus déjà donné.",
                                "The demonstrator polls until the end and then answers 500: the LPS waits two minutes for a refusal already given."));
    }

    private static String person(String name) {
        return Professionals.named(name).map(Professional::nationalId).orElseThrow();
    }

    /** The first poll that is refused for good is the last. */
    private static void lastPoll(Scene scene, String error) {
        List<Hop> polls = scene.at(Stage.PSC_TOKEN);
        long refused = polls.stream()
                .dropWhile(hop -> !hop.answer().orElse("").startsWith(error))
                .count();
        scene.same("psc/token → " + error, "1", refused);
    }

    private static ProxyCase silent() {
        return ProxyCase.violation(
                "professional-never-answers",
                Text.of(
                        "Quand le professionnel ne répond pas, le proxy répond 401 à l'échéance de PSC.",
                        "When the professional does not answer, the proxy answers 401 when PSC's time is over."),
                new Story(
                        Text.of(
                                "POST /connect pour un professionnel qui ne répond jamais.",
                                "POST /connect for a professional who never answers."),
                        Text.of(
                                "Des interrogations jusqu'à expires_in, pas au-delà ; 401, pas de cookie.",
                                "Polls until expires_in, not beyond; 401, no cookie."),
                        STOP),
                Citation.standard("CIBA Core §7.3, §11"),
                scene -> {
                    Response answer = scene.lps().connect(scene.lps().asked().with("nationalId", person("silencieux")));
                    scene.answered(Stage.PSC_TOKEN, "");
                    new Contract(scene).descriptor(CONNECT, 401, answer);
                    new Contract(scene).noSession(CONNECT, answer);
                    List<Hop> polls = scene.at(Stage.PSC_TOKEN);
                    scene.holds("psc/token", "≥ 2", polls.size() >= 2, polls.size());
                    long beyond = polls.stream()
                            .filter(hop -> hop.answer().orElse("").startsWith("expired_token"))
                            .count();
                    scene.holds("psc/token → expired_token", "≤ 1", beyond <= 1, beyond);
                });
    }

    private static ProxyCase expired() {
        return ProxyCase.violation(
                "psc-says-expired-token",
                Text.of(
                        "Quand PSC dit expired_token, le proxy cesse de l'interroger et répond 401.",
                        "When PSC says expired_token, the proxy stops polling and answers 401."),
                new Story(
                        Text.of(
                                "POST /connect ; l'horloge de PSC passe l'échéance avant la première interrogation.",
                                "POST /connect; PSC's clock passes the end before the first poll."),
                        Text.of(
                                "Une seule interrogation reçoit expired_token, aucune ne suit ; 401, pas de cookie.",
                                "One poll alone gets expired_token, none follows; 401, no cookie."),
                        STOP),
                Citation.standard("CIBA Core §11"),
                scene -> {
                    scene.fault(Participant.PSC, TOKEN, new FaultAct.Advance(PAST_EXPIRY));
                    Response answer = scene.lps().connect(scene.lps().asked());
                    scene.answered(Stage.PSC_TOKEN, "expired_token");
                    refused(scene, answer, "400 - expired_token");
                    lastPoll(scene, "expired_token");
                });
    }

    private static ProxyCase slowDown() {
        return ProxyCase.violation(
                "slow-down-is-heeded",
                Text.of(
                        "Après slow_down, le proxy interroge PSC cinq secondes moins souvent.",
                        "After slow_down the proxy polls PSC five seconds less often."),
                new Story(
                        Text.of(
                                "POST /connect ; PSC répond slow_down à la première interrogation.",
                                "POST /connect; PSC answers slow_down to the first poll."),
                        Text.of(
                                "La suivante vient au moins interval + 5 s plus tard, et ouvre la session.",
                                "The next comes at least interval + 5 s later, and opens the session."),
                        Text.of(
                                "Ajouter cinq secondes à l'intervalle à chaque slow_down.",
                                "Add five seconds to the interval at each slow_down.")),
                Citation.standard("CIBA Core §11"),
                scene -> {
                    scene.fault(Participant.PSC, TOKEN, new FaultAct.Mark("slow-down"));
                    scene.lps().connect(scene.lps().asked());
                    List<Hop> polls = scene.at(Stage.PSC_TOKEN);
                    if (polls.size() < 2) {
                        throw Unjudged.skipped(NO_POLL);
                    }
                    long gap = gap(polls.get(1));
                    long least = scene.stand()
                            .plan()
                            .settings()
                            .cibaInterval()
                            .plusSeconds(5)
                            .toMillis();
                    scene.holds("psc/token/gap", "≥ " + least + " ms", gap >= least - TOLERANCE, gap + " ms");
                });
    }

    private static final Text NO_POLL = Text.of("PSC n'a pas été interrogé deux fois", "PSC was not polled twice");

    /** As much as PSC itself lets pass. */
    private static final long TOLERANCE = 50;

    private static long gap(Hop poll) {
        return Long.parseLong(poll.value(Fact.POLL_GAP).orElse("0"));
    }

    private static ProxyCase interval() {
        return ProxyCase.violation(
                        "polls-wait-for-the-interval",
                        Text.of(
                                "Le proxy n'interroge pas PSC plus souvent que interval.",
                                "The proxy does not poll PSC more often than interval."),
                        new Story(
                                Text.of(
                                        "POST /connect pour un professionnel qui ne répond jamais.",
                                        "POST /connect for a professional who never answers."),
                                Text.of(
                                        "Entre deux interrogations, et avant la première, interval s'écoule.",
                                        "Between two polls, and before the first, interval goes by."),
                                Text.of(
                                        "Attendre interval avant chaque interrogation, la première comprise.",
                                        "Wait for interval before each poll, the first included.")),
                        Citation.standard("CIBA Core §7.3"),
                        scene -> {
                            scene.lps().connect(scene.lps().asked().with("nationalId", person("silencieux")));
                            long least = scene.stand()
                                    .plan()
                                    .settings()
                                    .cibaInterval()
                                    .toMillis();
                            for (Hop poll : scene.at(Stage.PSC_TOKEN)) {
                                long gap = poll.fact(Fact.POLL_GAP).isPresent() ? gap(poll) : least;
                                scene.holds(
                                        "psc/token/gap", "≥ " + least + " ms", gap >= least - TOLERANCE, gap + " ms");
                            }
                        })
                .about("TOK-05");
    }
}
