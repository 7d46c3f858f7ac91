package fr.accroche.wire.evidence;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.state.StateUnavailableException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a server's calls meet its faults on demand, and the journal learns of it: a call answered by a fault is a hop of its own
 * stage, which no rule judges; one that only comes late, or under another time, is a hop like any other that says so.
 *
 * @param server the server's name in the journal
 * @param faults its faults
 * @param journal where hops go
 * @param clock the server's clock
 */
public record FaultGate(String server, FaultBook faults, Journal journal, Clock clock) {

    /** The error answers of an endpoint, in its own protocol. */
    public interface Errors {

        /** With this status, from 400 to 599. */
        Response status(int code);

        /** The endpoint's plainest refusal. */
        Response refusal();
    }

    public FaultGate {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(faults, "faults");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(clock, "clock");
    }

    /**
     * Lets a call meet the fault that waits for it.
     *
     * @param endpoint by the name that the server's faults have for it
     * @param notes of the call, already opened; what passes is noted there
     * @return the answer, and the hop is recorded, as it is where this throws; empty where the call is to be served
     * @throws InterruptedException if the server stops while the call is delayed
     */
    public Optional<Response> answer(String endpoint, Request request, HopNotes notes, Errors errors)
            throws InterruptedException {
        return pass(endpoint, request, notes, errors).answer();
    }

    /**
     * What becomes of a call that came through the gate.
     *
     * @param answer as {@link #answer} has it
     * @param marksWait whether it is worth asking the faults for marks while it is served
     */
    public record Passed(Optional<Response> answer, boolean marksWait) {}

    /** The same, for a server that asks for marks later. */
    public Passed pass(String endpoint, Request request, HopNotes notes, Errors errors) throws InterruptedException {
        FaultBook.Meeting meeting = meeting(endpoint, request, notes);
        Optional<Response> answer =
                meeting.order().isPresent() ? answer(meeting.order().get(), request, notes, errors) : Optional.empty();
        return new Passed(answer, meeting.marksWait());
    }

    private Optional<Response> answer(FaultOrder met, Request request, HopNotes notes, Errors errors)
            throws InterruptedException {
        String what = met.endpoint() + " " + met.act().text();
        if (met.act() instanceof FaultAct.Answering answering) {
            Response response = response(answering, errors);
            journal.record(
                    RequestEvidence.in(HopNotes.open(clock, Stage.FAULT_ON_DEMAND, server, request.toString()), request)
                            .client(PeerEvidence.of(request.peer()).client())
                            .note(Fact.FAULT_ON_DEMAND, what, AdminDoors.FAULTS)
                            .refused(response.status(), what));
            return Optional.of(response);
        }
        notes.note(Fact.FAULT_ON_DEMAND, what, AdminDoors.FAULTS);
        if (met.act() instanceof FaultAct.Passing passing) {
            perform(passing, notes);
        }
        return Optional.empty();
    }

    private FaultBook.Meeting meeting(String endpoint, Request request, HopNotes notes) {
        try {
            return faults.meet(endpoint, request);
        } catch (StateUnavailableException away) {
            throw recorded(away, notes);
        }
    }

    /** What cannot be done, such as moving the clock beyond its end, leaves a hop all the same. */
    private void perform(FaultAct.Passing act, HopNotes notes) throws InterruptedException {
        try {
            faults.perform(act);
        } catch (StateUnavailableException away) {
            throw recorded(away, notes);
        } catch (InterruptedException | RuntimeException undone) {
            journal.record(notes.refused(500, "fault on demand"));
            throw undone;
        }
    }

    private StateUnavailableException recorded(StateUnavailableException away, HopNotes notes) {
        journal.record(notes.refused(StateUnavailableException.STATUS, StateUnavailableException.ANSWER));
        return away;
    }

    private static Response response(FaultAct.Answering act, Errors errors) {
        if (act instanceof FaultAct.Status status) {
            return errors.status(status.code());
        }
        if (act instanceof FaultAct.Refuse) {
            return errors.refusal();
        }
        if (act instanceof FaultAct.Close) {
            return Response.DROPPED;
        }
        return act instanceof FaultAct.Garbage
                ? Response.of(200, "application/json", "<html><body>It works!</body></html>")
                : Response.of(200);
    }
}
