package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.proxy.metier.JsonFault;
import fr.accroche.wire.Request;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a JSON business request, strictly: as its schema has it, and of the session's own professional. */
final class MetierRequest {

    private static final RuleId SAME_PERSON = RuleId.of("LPS-05");

    private static final Text NOT_JSON = Text.of(
            "pour cette opération, ce proxy construit la requête SOAP : envoyez du JSON, avec Content-Type: application/json",
            "for this operation this proxy builds the SOAP request: send JSON, with Content-Type: application/json");
    private static final Text UNREADABLE = Text.of("JSON illisible : « {0} »", "unreadable JSON: {0}");
    private static final Text AGAINST_SCHEMA = Text.of(
            "la requête n'est pas comme docs/schemas/{0}.request.schema.json la veut : « {1} »",
            "the request is not as docs/schemas/{0}.request.schema.json has it: {1}");
    private static final Text ANOTHER = Text.of(
            "la requête nomme un autre professionnel que celui que PSC a authentifié pour cette session",
            "the request names another professional than the one whom PSC authenticated for this session");

    private MetierRequest() {}

    static Outcome<JsonObject> read(Call call, BusinessOperation operation, Session session) {
        return json(call, operation).then(body -> valid(call, operation, body)).then(body -> own(call, session, body));
    }

    /** Whom PSC authenticated: what the ID token says, else whom the session was asked for. */
    static String professional(Session session) {
        return session.psc().subjectNameId().orElse(session.nationalId());
    }

    private static Outcome<JsonObject> json(Call call, BusinessOperation operation) {
        Request request = call.request();
        if (!MediaTypes.isJson(request)) {
            return Outcome.refused(
                    problem(call, 415, "Unsupported Media Type", NOT_JSON).with("Accept", "application/json"));
        }
        try {
            return Outcome.next(operation.read(request.body()));
        } catch (JsonException e) {
            return Outcome.refused(problem(call, 400, "Bad Request", UNREADABLE.with(e.getMessage())));
        }
    }

    private static Outcome<JsonObject> valid(Call call, BusinessOperation operation, JsonObject body) {
        List<JsonFault> faults = operation.faults(body);
        if (faults.isEmpty()) {
            return Outcome.next(body);
        }
        String told = faults.stream().map(JsonFault::toString).collect(Collectors.joining("; "));
        Text sentence = AGAINST_SCHEMA.with(operation.schema(), told);
        WireError wire = WireError.problem(
                        400, "Bad Request", sentence.en(), call.request().path())
                .withMember("errors", faults.stream().map(MetierRequest::json).toList());
        return Outcome.refused(Refused.byContract(wire, sentence));
    }

    private static JsonObject json(JsonFault fault) {
        return JsonObject.EMPTY
                .with("pointer", fault.pointer())
                .with("expected", fault.expected())
                .with("observed", fault.observed());
    }

    private static Outcome<JsonObject> own(Call call, Session session, JsonObject body) {
        Optional<String> named = body.object("professional").flatMap(person -> person.text("nationalId"));
        String authenticated = professional(session);
        call.notes().note(Fact.TOKEN_PERSON, authenticated, "session/SubjectNameID");
        call.notes().note(Fact.ASSERTION_PERSON, named, "json/professional/nationalId");
        if (named.isEmpty() || named.get().equals(authenticated)) {
            return Outcome.next(body);
        }
        WireError wire =
                WireError.problem(403, "Forbidden", ANOTHER.en(), call.request().path());
        return call.refuse(
                new Breach(
                        SAME_PERSON,
                        ANOTHER,
                        new Observed(authenticated, "session/SubjectNameID"),
                        new Observed(named.get(), "json/professional/nationalId")),
                new Refused(wire, ANOTHER, new Grounds.RuleBroken(SAME_PERSON)),
                body);
    }

    private static Refused problem(Call call, int status, String title, Text sentence) {
        return Refused.byContract(
                WireError.problem(status, title, sentence.en(), call.request().path()), sentence);
    }
}
