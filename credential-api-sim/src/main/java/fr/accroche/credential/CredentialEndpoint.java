package fr.accroche.credential;

import fr.accroche.compliance.declaration.CredentialChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.evidence.FaultGate;
import fr.accroche.wire.evidence.PeerEvidence;
import fr.accroche.wire.evidence.RequestEvidence;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one endpoint: the caller, the four fields, then the register; all of them, whatever comes first. */
final class CredentialEndpoint implements Handler {

    private static final String ANSWER = "answer";
    private static final String NAME = "credential";

    private static final FaultGate.Errors ON_DEMAND = new FaultGate.Errors() {
        @Override
        public Response status(int code) {
            return Refusal.response(code, Optional.empty(), "Fault on demand");
        }

        @Override
        public Response refusal() {
            return status(403);
        }
    };

    private final String server;
    private final CredentialApiSettings settings;
    private final Register register;
    private final CallerGuard callerGuard;
    private final RegisterGuard registerGuard;
    private final Journal journal;
    private final Clock clock;
    private final FaultGate gate;

    CredentialEndpoint(
            String server,
            CredentialApiSettings settings,
            Register register,
            Journal journal,
            Clock clock,
            FaultGate gate) {
        this.server = server;
        this.settings = settings;
        this.register = register;
        this.callerGuard = new CallerGuard(settings.callers());
        this.registerGuard = new RegisterGuard(register, settings.contract().levelRule());
        this.journal = journal;
        this.clock = clock;
        this.gate = gate;
        gate.faults().endpoint(NAME);
    }

    @Override
    public Response handle(Request request) throws InterruptedException {
        HopNotes notes = open(request, Stage.CREDENTIAL);
        String method = settings.contract().method().name();
        if (!request.method().equals(method)) {
            journal.record(
                    notes.client(PeerEvidence.of(request.peer()).client()).refused(405, "method"));
            return Refusal.response(405, Optional.empty(), method + " only").with("Allow", method);
        }
        Optional<Response> onDemand = gate.answer(NAME, request, notes, ON_DEMAND);
        return onDemand.isPresent() ? onDemand.get() : serve(request, notes);
    }

    private Response serve(Request request, HopNotes notes) {
        List<Refusal> refusals = new ArrayList<>(callerGuard.check(request.peer(), notes));
        LocalDate today = LocalDate.now(clock);
        CredentialRequest asked = settings.contract().method() == CredentialChoices.Method.GET
                ? CredentialRequest.query(request.query())
                : CredentialRequest.parse(request.body());
        note(asked, notes);
        noteRegister(asked, today, notes);
        refusals.addAll(asked.refusals());
        refusals.addAll(registerGuard.check(asked, today));
        refusals.forEach(refusal -> refusal.breaches().forEach(notes::breach));
        return answer(asked, refusals, notes);
    }

    /** For every other path: a client with a wrong address wants to find its calls too. */
    Response elsewhere(Request request) {
        journal.record(open(request, Stage.REQUEST_REFUSED).refused(404, "not_found"));
        return Refusal.response(404, Optional.empty(), "no such path on this server");
    }

    private HopNotes open(Request request, Stage stage) {
        return RequestEvidence.in(HopNotes.open(clock, stage, server, request.toString()), request);
    }

    private static void note(CredentialRequest asked, HopNotes notes) {
        asked.values().forEach((field, value) -> notes.note(field.fact(), value, field.where()));
    }

    private void noteRegister(CredentialRequest asked, LocalDate today, HopNotes notes) {
        Optional<String> clientId = Field.CLIENT_ID.in(asked);
        if (clientId.isEmpty()) {
            return;
        }
        Optional<RegisteredClient> row = register.find(clientId.get());
        notes.note(
                Fact.REGISTER_CLIENT,
                row.isPresent() ? "registered" : "unknown",
                row.map(client -> client.clientId().where()).orElse("API Credential/register"));
        row.ifPresent(client -> {
            notes.note(
                    Fact.REGISTER_SECURITY_LEVEL,
                    client.securityLevel().value(),
                    client.securityLevel().where());
            notes.note(
                    Fact.REGISTER_ELU,
                    Words.of(client.elu().on(today)),
                    client.elu().where());
            notes.note(
                    Fact.REGISTER_ELP,
                    Words.of(client.elp().on(today)),
                    client.elp().where());
            notes.note(
                    Fact.REGISTER_LINK, Words.of(client.link()), client.link().where());
            notes.note(
                    Fact.REGISTER_PMT_UNTIL,
                    Words.of(client.pmt()),
                    client.pmt().where());
        });
    }

    private Response answer(CredentialRequest asked, List<Refusal> refusals, HopNotes notes) {
        if (!refusals.isEmpty()) {
            Refusal first = refusals.get(0);
            return refuse(first.status(), first.field(), first.message(), notes);
        }
        if (settings.defects().contains(CredentialDefect.REFUSES_WITHOUT_NAMING_THE_FIELD)) {
            return refuse(403, Optional.empty(), "Forbidden", notes);
        }
        notes.note(Fact.CREDENTIAL_OUTCOME, "granted", ANSWER);
        journal.record(notes.answered(200));
        JsonObject body = JsonObject.EMPTY
                .with(settings.contract().decisionField(), settings.contract().granted())
                .with(Field.CLIENT_ID.wireName(), asked.values().get(Field.CLIENT_ID))
                .with(Field.SECURITY_LEVEL.wireName(), asked.values().get(Field.SECURITY_LEVEL));
        return Response.of(200, "application/json", body.compact());
    }

    private Response refuse(int status, Optional<String> field, String message, HopNotes notes) {
        notes.note(Fact.CREDENTIAL_OUTCOME, "refused", ANSWER);
        notes.note(Fact.CREDENTIAL_REFUSED_FIELD, field.orElse(""), ANSWER + "/field");
        journal.record(notes.refused(status, field.orElse(message)));
        return diagnosed(Refusal.response(status, field, message), notes);
    }

    private Response diagnosed(Response response, HopNotes notes) {
        String rules = notes.breaches().stream()
                .map(breach -> breach.rule())
                .distinct()
                .map(RuleId::value)
                .collect(Collectors.joining(","));
        return settings.realistic() || rules.isEmpty() ? response : response.with("X-Accroche-Diagnosis", rules);
    }
}
