package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.evidence.FaultGate;
import fr.accroche.wire.evidence.JournalObserver;
import fr.accroche.wire.evidence.RequestEvidence;
import fr.accroche.wire.state.StateUnavailableException;
import java.util.Optional;

/**
 * Sees to it that every call of a listener makes exactly one hop: a refused one, one to an unknown path, one that we fail
 * to serve, one that comes while what we share is away, and one that does not get past the handshake.
 *
 * @param server the name of the listener
 * @param service the téléservice behind it
 * @param around where hops go, and the clock
 * @param declared whether answers leave out the diagnosis, and what becomes of calls that are refused
 */
record HopBook(String server, Teleservice service, Surroundings around, Settings declared) {

    /** Examines and answers a call; whatever it finds is in the call. */
    @FunctionalInterface
    interface Endpoint {
        Response serve(Call call) throws Exception;
    }

    /** The endpoint as a handler of wire. */
    Handler recording(Endpoint endpoint) {
        return request -> serve(open(request), endpoint);
    }

    /** The same, where calls meet the server's faults on demand; the endpoint is {@code business}. */
    Handler recording(FaultBook faults, FaultGate.Errors errors, Endpoint endpoint) {
        FaultGate gate = new FaultGate(server, faults, around.journal(), around.clock());
        String name = faults.endpoint("business");
        return request -> {
            Call call = open(request);
            Optional<Response> onDemand = gate.answer(name, request, call.notes(), errors);
            return onDemand.isPresent() ? onDemand.get() : serve(call, endpoint);
        };
    }

    private Response serve(Call call, Endpoint endpoint) throws Exception {
        try {
            Response response = diagnosed(call, endpoint.serve(call));
            around.journal().record(call.hop(response));
            return response;
        } catch (StateUnavailableException away) {
            around.journal()
                    .record(call.notes().refused(StateUnavailableException.STATUS, StateUnavailableException.ANSWER));
            throw away;
        } catch (Exception e) {
            around.journal().record(call.notes().refused(500, "internal_error"));
            throw e;
        }
    }

    private Call open(Request request) {
        HopNotes notes =
                RequestEvidence.in(HopNotes.open(around.clock(), Stage.BUSINESS, server, request.toString()), request);
        Call call = new Call(request, notes, declared.enforcement());
        call.note(Fact.TELESERVICE, service.label(), "server/" + server);
        return call;
    }

    private Response diagnosed(Call call, Response response) {
        String rules = call.rules();
        return declared.realistic() || rules.isEmpty() ? response : response.with("X-Accroche-Diagnosis", rules);
    }

    /** What the listener tells of connections that no endpoint sees. */
    ConnectionObserver observer() {
        return new JournalObserver(server, around.journal());
    }
}
