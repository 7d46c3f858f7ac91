package fr.accroche.authserver;

import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.evidence.FaultGate;
import fr.accroche.wire.evidence.RequestEvidence;
import fr.accroche.wire.state.StateUnavailableException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes endpoints that note every call, exactly once.
 *
 * @param server the server's name in the journal
 * @param journal where hops go
 * @param clock the server's clock
 * @param realistic whether answers leave out the {@code X-Accroche-Diagnosis} header
 * @param faults the server's faults on demand; every endpoint made here is known to it by the name of its stage
 * @param enforcement what becomes of a call that is refused
 */
public record Endpoints(
        String server, Journal journal, Clock clock, boolean realistic, FaultBook faults, Enforcement enforcement) {

    /** {@code Cache-Control} of metadata and keys: kept for so short a while that a rotation is seen soon. */
    public static final String PUBLISHED = "public, max-age=60";

    private static final int LARGEST_BODY = 64 * 1024;

    public Endpoints {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(faults, "faults");
        Objects.requireNonNull(enforcement, "enforcement");
    }

    /** Answers one call; refusals go through {@link Call#refuse}. */
    @FunctionalInterface
    public interface Step {
        Reply answer(Call call) throws Exception;
    }

    /**
     * An endpoint.
     *
     * @param stage where in the chain
     * @param methods the methods it knows; others get 405, and are noted too
     * @param step what it does
     */
    public Handler at(Stage stage, List<String> methods, Step step) {
        faults.endpoint(OAuthFaults.endpoint(stage));
        return request -> handle(request, stage, methods, step);
    }

    /** For every path that the server does not know: a client with a wrong address wants to find its calls too. */
    public Response elsewhere(Request request) {
        journal.record(open(request, Stage.REQUEST_REFUSED).refused(404, "not_found"));
        return guarded(new Problem(404, "no such path on this server").response());
    }

    private HopNotes open(Request request, Stage stage) {
        return RequestEvidence.in(HopNotes.open(clock, stage, server, Call.clipped(request.toString())), request);
    }

    private Response handle(Request request, Stage stage, List<String> methods, Step step) throws Exception {
        HopNotes notes = open(request, stage);
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        if (!methods.contains(method)) {
            journal.record(notes.refused(405, "method"));
            return guarded(Response.of(405).with("Allow", String.join(", ", methods)));
        }
        FaultGate.Passed passed = gate().pass(OAuthFaults.endpoint(stage), request, notes, new OAuthFaults(stage));
        Optional<FaultBook> marks = passed.marksWait() ? Optional.of(faults) : Optional.empty();
        return passed.answer().isPresent() ? passed.answer().get() : serve(request, notes, marks, step);
    }

    private Response serve(Request request, HopNotes notes, Optional<FaultBook> marks, Step step) throws Exception {
        try {
            Call call = Call.open(request, notes, marks, enforcement);
            Reply reply = step.answer(call);
            call.noteWithheld();
            int status = reply.response().status();
            journal.record(
                    reply.error().map(error -> notes.refused(status, error)).orElseGet(() -> notes.answered(status)));
            return guarded(diagnosed(reply.response(), notes));
        } catch (StateUnavailableException away) {
            journal.record(notes.refused(StateUnavailableException.STATUS, StateUnavailableException.ANSWER));
            throw away;
        } catch (Exception e) {
            journal.record(notes.refused(500, "defect"));
            throw e;
        }
    }

    private FaultGate gate() {
        return new FaultGate(server, faults, journal, clock);
    }

    private Response diagnosed(Response response, HopNotes notes) {
        String rules = notes.breaches().stream()
                .map(Breach::rule)
                .map(RuleId::value)
                .distinct()
                .collect(Collectors.joining(","));
        return realistic || rules.isEmpty() ? response : response.with("X-Accroche-Diagnosis", rules);
    }

    /** Nobody keeps an answer, unless it says so itself, and nobody takes it for what it does not say it is. */
    private static Response guarded(Response response) {
        Response typed = response.with("X-Content-Type-Options", "nosniff");
        return typed.headers().first("Cache-Control").isPresent() ? typed : typed.with("Cache-Control", "no-store");
    }

    /** How these servers listen: an exchange with every parameter takes less than eight kilobytes. */
    public static ServerSettings limited(ServerSettings asked) {
        return asked.withLimits(asked.limits().withBodyAtMost(LARGEST_BODY));
    }
}
