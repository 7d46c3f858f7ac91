package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.cause.Cause;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.SessionResult;
import fr.accroche.scenarios.report.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the recorded sessions of one client_id show. */
final class SeenPoints {

    private static final Text AUTHENTICATION_TITLE =
            Text.of("{0} — authentification par Pro Santé Connect", "{0} — authentication through Pro Santé Connect");
    private static final Text ACCROCHAGE_TITLE =
            Text.of("{0} — accrochage par l'API PSC du téléservice {1}", "{0} — accrochage through the API PSC of {1}");
    private static final Text SESSION = Text.of("Une session est passée", "A session came through");
    private static final Text SEEN = Text.of("sessions : {0}, commencées le {1}", "sessions: {0}, begun at {1}");
    private static final Text NO_SESSION = Text.of("aucune session de ce client_id", "no session of this client_id");
    private static final Text PSC = Text.of(
            "Pro Santé Connect authentifie le professionnel", "Pro Santé Connect authenticates the professional");
    private static final Text EXCHANGE = Text.of(
            "L'API PSC du téléservice {0} donne un jeton : c'est l'accrochage",
            "The API PSC of {0} gives a token: this is the accrochage");
    private static final Text CREDENTIAL = Text.of(
            "L'API Credential, consultée pour {0}, reconnaît le client",
            "The API Credential, asked for {0}, knows the client");
    private static final Text CALL = Text.of("{0} répond à un premier appel", "{0} answers a first call");
    private static final Text NOT_SEEN = Text.of("aucun appel de ce genre n'a été vu", "no such call was seen");
    private static final Text NO_SERVICE = Text.of(
            "ce client_id n'appelle ni le DMP, ni l'INSi, ni l'ON : rien à quoi s'accrocher",
            "this client_id calls neither DMP, nor INSi, nor ON: there is nothing for it to be hooked up to");
    private static final Text NOWHERE = Text.verbatim("—");

    private final String clientId;
    private final List<Sight> sights;
    private final SeenRules rules;
    private final Participants participants;

    SeenPoints(Run run, Operation operation, List<Cause> causes) {
        this.clientId = operation.clientId().value();
        this.participants = run.declaration().participants();
        List<Exchange> exchanges = run.verdict().exchanges();
        this.sights = Sight.of(exchanges, clientId);
        List<SessionResult> sessions = run.verdict().bySession(run.declaration()).stream()
                .filter(session ->
                        session.exchange().clientId().filter(clientId::equals).isPresent())
                .toList();
        this.rules = SeenRules.of(sessions, sights, causes);
    }

    PmtPart authentication() {
        List<PmtPoint> points = new ArrayList<>();
        points.add(session());
        points.add(step(
                "authentication",
                PSC,
                reached(
                        at(Stage.PSC_TOKEN),
                        at(Stage.PSC_AUTHORIZATION, Stage.PSC_CIBA, Stage.PROXY_CONNECT, Stage.LPS_CONNECT),
                        participants.psc().isPresent())));
        points.addAll(rules.outside(SeenPoints::atTeleservice).points());
        return new PmtPart(
                "authentication",
                Optional.of(clientId),
                Optional.empty(),
                AUTHENTICATION_TITLE.with(clientId),
                PmtFidelity.AUTHENTICATION,
                points);
    }

    /**
     * Through the API PSC of one téléservice.
     *
     * @param asksCredential whether this corridor asks for the API Credential's control
     */
    PmtPart accrochage(Teleservice service, boolean asksCredential) {
        List<PmtPoint> points = new ArrayList<>();
        List<Sight> exchanges = about(service, at(Stage.EXCHANGE));
        points.add(step("exchange", EXCHANGE.with(service.label()), exchanges));
        if (asksCredential) {
            List<Sight> asked = at(Stage.CREDENTIAL).stream()
                    .filter(sight -> exchanges.stream().anyMatch(sight::during))
                    .toList();
            points.add(step("credential", CREDENTIAL.with(service.label()), asked));
        }
        points.add(step(
                "business",
                CALL.with(service.label()),
                reached(
                        about(service, at(Stage.BUSINESS)),
                        about(service, at(Stage.PROXY_SEND, Stage.LPS_SEND)),
                        participants
                                .teleservices()
                                .filter(own -> own.urls().containsKey(service))
                                .isPresent())));
        points.addAll(rules.at(finding -> isAt(service, finding)).points());
        return accrochage(Optional.of(service), service.label(), points);
    }

    PmtPart noAccrochage() {
        return accrochage(
                Optional.empty(),
                "—",
                List.of(new PmtPoint(
                        "exchange",
                        EXCHANGE.with("—"),
                        PmtState.NOT_SHOWN,
                        NO_SERVICE,
                        NOWHERE,
                        Owner.EDITEUR_LPS.title())));
    }

    private PmtPart accrochage(Optional<Teleservice> service, String label, List<PmtPoint> points) {
        return new PmtPart(
                "accrochage",
                Optional.of(clientId),
                service,
                ACCROCHAGE_TITLE.with(clientId, label),
                PmtFidelity.ACCROCHAGE,
                points);
    }

    private PmtPoint session() {
        if (sights.isEmpty()) {
            return new PmtPoint("session", SESSION, PmtState.NOT_SHOWN, NO_SESSION, NOWHERE, Owner.EDITEUR_LPS.title());
        }
        long sessions = sights.stream().map(Sight::session).distinct().count();
        Sight first = sights.get(0);
        return new PmtPoint(
                "session",
                SESSION,
                PmtState.GREEN,
                SEEN.with(sessions, first.hop().at()),
                first.where(),
                Owner.EDITEUR_LPS.title());
    }

    /** One call that succeeded is enough: PSC refuses a poll for as long as the professional has not answered. */
    private static PmtPoint step(String key, Text what, List<Sight> calls) {
        Optional<Sight> good = calls.stream().filter(Sight::succeeded).findFirst();
        Optional<Sight> told = good.or(() -> calls.stream().reduce((first, second) -> second));
        PmtState state = good.isPresent() ? PmtState.GREEN : told.isPresent() ? PmtState.RED : PmtState.NOT_SHOWN;
        return new PmtPoint(
                key,
                what,
                state,
                told.map(Sight::told).orElse(NOT_SEEN),
                told.map(Sight::where).orElse(NOWHERE),
                Owner.EDITEUR_LPS.title());
    }

    /**
     * The calls that tell whether a server was reached.
     *
     * @param there as the server itself saw them
     * @param before of the steps that lead there: refused, they say why nothing came; else they prove nothing
     * @param unrecorded whether the server is none of ours, and notes nothing: then its callers are believed
     */
    private static List<Sight> reached(List<Sight> there, List<Sight> before, boolean unrecorded) {
        return !there.isEmpty()
                ? there
                : before.stream()
                        .filter(sight -> unrecorded || !sight.succeeded())
                        .toList();
    }

    private List<Sight> at(Stage... stages) {
        List<Stage> wanted = List.of(stages);
        return sights.stream()
                .filter(sight -> wanted.contains(sight.hop().stage()))
                .toList();
    }

    private static List<Sight> about(Teleservice service, List<Sight> calls) {
        return calls.stream()
                .filter(sight -> sight.hop()
                        .value(Fact.TELESERVICE)
                        .flatMap(Teleservice::named)
                        .filter(service::equals)
                        .isPresent())
                .toList();
    }

    private static boolean isAt(Teleservice service, Finding finding) {
        return finding.stage() == Stage.BUSINESS
                && Teleservice.named(finding.server()).filter(service::equals).isPresent();
    }

    private static boolean atTeleservice(Finding finding) {
        return Teleservice.HOMOLOGATED.stream().anyMatch(service -> isAt(service, finding));
    }
}
