package fr.accroche.proxy;

import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Decision;
import fr.accroche.wire.Handler;
import fr.accroche.wire.RelayObserver;
import fr.accroche.wire.Relayer;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.evidence.FaultGate;
import fr.accroche.wire.evidence.RequestEvidence;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.StateUnavailableException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Makes exactly one hop of each call, whatever comes of it. */
final class Recorded {

    private static final Text METHOD = Text.of("{0} n'accepte que {1}", "{0} only takes {1}");
    private static final Text NOWHERE = Text.of(
            "ce proxy ne connaît pas ce chemin : /connect, /send/…, /disconnect, /traces, /check/alive",
            "this proxy does not know this path: /connect, /send/…, /disconnect, /traces, /check/alive");

    private final FaultGate gate;
    private final SecureRandom random;
    private final RefusalWriter refusals;
    private final Enforcement enforcement;

    /** @param enforcement what becomes of calls that break a rule which the proxy itself guards */
    Recorded(FaultGate gate, SecureRandom random, RefusalWriter refusals, Enforcement enforcement) {
        this.gate = gate;
        this.random = random;
        this.refusals = refusals;
        this.enforcement = enforcement;
    }

    /**
     * @param stage of its hops
     * @param method the only one it takes, or {@code *}
     */
    Handler as(Stage stage, String method, Endpoint endpoint) {
        String name = name(stage);
        return request -> {
            HopNotes notes = open(request, stage);
            if (!method.equals("*") && !method.equals(request.method())) {
                return record(notes, wrongMethod(request, method));
            }
            Optional<Response> onDemand = gate.answer(name, request, notes, new OnDemand(request));
            return onDemand.isPresent() ? onDemand.get() : serve(request, notes, endpoint);
        };
    }

    /**
     * Of calls that are decided on from their heads; the hop comes at their end.
     *
     * @param stage of its hops
     */
    Relayer relaying(Stage stage, RelayEndpoint endpoint) {
        String name = name(stage);
        return request -> {
            HopNotes notes = open(request, stage);
            Optional<Response> onDemand = gate.answer(name, request, notes, new OnDemand(request));
            return onDemand.isPresent() ? new Decision.Answered(onDemand.get()) : decide(request, notes, endpoint);
        };
    }

    private Decision decide(Request request, HopNotes notes, RelayEndpoint endpoint) {
        return answered(
                request,
                notes,
                call -> endpoint.decide(call)
                        .fold(
                                onward -> new Decision.Relayed(onward.client(), onward.head(), observer(notes, onward)),
                                refused -> new Decision.Answered(record(notes, refused))));
    }

    private RelayObserver observer(HopNotes notes, Onward onward) {
        return new RecordedRelay(notes, onward, gate.journal()::record, this::record);
    }

    private String name(Stage stage) {
        return gate.faults().endpoint(stage.name().replace("PROXY_", "").toLowerCase(Locale.ROOT));
    }

    private HopNotes open(Request request, Stage stage) {
        return RequestEvidence.in(HopNotes.open(gate.clock(), stage, gate.server(), request.toString()), request);
    }

    /** What a fault on demand answers, in the contract's shapes. */
    private record OnDemand(Request request) implements FaultGate.Errors {
        @Override
        public Response status(int code) {
            return WireError.problem(code, "Fault on demand", "Fault on demand", request.path())
                    .response();
        }

        @Override
        public Response refusal() {
            return WireError.descriptor(403, "access_denied", JsonObject.EMPTY).response();
        }
    }

    private Response serve(Request request, HopNotes notes, Endpoint endpoint) {
        return answered(
                request,
                notes,
                call -> endpoint.answer(call)
                        .fold(response -> record(notes, response), refused -> record(notes, refused)));
    }

    /** In the trace that it belongs to; what cannot be decided, and a defect of ours, leaves its hop too. */
    private <A> A answered(Request request, HopNotes notes, Function<Call, A> answer) {
        TraceContext trace = TraceContext.of(request, random);
        trace.noteIn(notes);
        try {
            return answer.apply(new Call(request, notes, trace, enforcement));
        } catch (StateUnavailableException away) {
            gate.journal().record(notes.refused(StateUnavailableException.STATUS, StateUnavailableException.ANSWER));
            throw away;
        } catch (RuntimeException e) {
            gate.journal().record(notes.refused(500, "internal error"));
            throw e;
        }
    }

    /** For every path that the contract does not know: an LPS with a wrong address wants to find its calls too. */
    Handler elsewhere() {
        Endpoint nowhere = call -> Outcome.refused(Refused.byContract(
                WireError.problem(404, "Not Found", NOWHERE.en(), call.request().path()), NOWHERE));
        return request -> serve(request, open(request, Stage.REQUEST_REFUSED), nowhere);
    }

    private Response record(HopNotes notes, Response response) {
        gate.journal().record(notes.answered(response.status()));
        return response;
    }

    private Response record(HopNotes notes, Refused refused) {
        gate.journal()
                .record(notes.refused(
                        refused.wire().response().status(), refused.wire().terse()));
        return refusals.write(refused);
    }

    private static Refused wrongMethod(Request request, String method) {
        Text sentence = METHOD.with(request.path(), method);
        WireError wire = WireError.problem(405, "Method Not Allowed", sentence.en(), request.path());
        return Refused.byContract(wire, sentence).with("Allow", method);
    }
}
