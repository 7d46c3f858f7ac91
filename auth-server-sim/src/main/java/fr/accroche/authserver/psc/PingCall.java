package fr.accroche.authserver.psc;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;

/**
 * One notification of one client (CIBA Core §10.2). An answer of the 2xx kind is heeded; a redirect is not followed.
 *
 * @param due what to tell
 * @param endpoint where
 * @param around where it is noted
 */
record PingCall(CibaRequests.Due due, URI endpoint, Surroundings around) {

    /**
     * Where it is noted.
     *
     * @param server the server's name in the journal
     */
    record Surroundings(String server, Journal journal, Clock clock) {}

    /**
     * Sends it, and notes what came of it.
     *
     * @param number of the try, from 1
     * @return whether another try may do better: the client did not answer, or failed
     */
    boolean send(WireClient client, int number) {
        HopNotes notes = notes(number);
        String body = JsonObject.EMPTY.with("auth_req_id", due.authReqId()).compact();
        try {
            int status = client.send(ClientRequest.post(endpoint, "application/json", body)
                            .with("Authorization", "Bearer " + due.token()))
                    .status();
            around.journal()
                    .record(
                            status >= 200 && status < 300
                                    ? notes.answered(status)
                                    : notes.refused(status, status < 400 ? "redirect_not_followed" : "ping_refused"));
            return status >= 500;
        } catch (ConnectionFailedException e) {
            around.journal().record(notes.refused(0, e.reason().name().toLowerCase(Locale.ROOT)));
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            around.journal().record(notes.refused(0, "not_sent"));
            return false;
        }
    }

    /** Notes that too many wait already. */
    void dropped() {
        around.journal().record(notes(0).refused(0, "dropped"));
    }

    private HopNotes notes(int number) {
        String path = endpoint.getRawPath() == null || endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
        String call = "POST " + endpoint.getScheme() + "://" + endpoint.getRawAuthority() + path
                + (number > 1 ? " (" + number + ")" : "");
        return HopNotes.open(around.clock(), Stage.PSC_PING, around.server(), call)
                .note(Fact.CLIENT_ID, due.clientId(), "PSC/client")
                .note(Fact.AUTH_REQ_ID, due.authReqId(), "JSON/auth_req_id");
    }
}
