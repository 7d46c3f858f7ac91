package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * One call that was seen, under the numbers that the other reports give it.
 *
 * @param session in the run, from 1
 * @param call in the session, from 1
 * @param hop the call
 */
record Sight(int session, int call, Hop hop) {

    private static final Text WHERE = Text.of("session {0}, appel {1}", "session {0}, call {1}");
    private static final Text CALL = Text.verbatim("{0} → {1}");

    /** The calls of the sessions of one client_id, in their order. */
    static List<Sight> of(List<Exchange> exchanges, String clientId) {
        List<Sight> sights = new ArrayList<>();
        for (int session = 0; session < exchanges.size(); session++) {
            if (exchanges.get(session).clientId().filter(clientId::equals).isPresent()) {
                List<Hop> hops = exchanges.get(session).hops();
                for (int call = 0; call < hops.size(); call++) {
                    sights.add(new Sight(session + 1, call + 1, hops.get(call)));
                }
            }
        }
        return sights;
    }

    /** Whether the real server would have answered with success too: in {@code explain} one lets go on what it would refuse. */
    boolean succeeded() {
        return hop.succeeded() && hop.fact(Fact.REFUSAL_WITHHELD).isEmpty();
    }

    /**
     * Whether it began while another call was answered: made by the server that answered. How long that took is recorded in whole
     * milliseconds, so it ended within the next one.
     */
    boolean during(Sight other) {
        return session == other.session
                && !hop.at().isBefore(other.hop.at())
                && hop.at().isBefore(other.hop.at().plus(other.hop.took()).plusMillis(1));
    }

    Text where() {
        return WHERE.with(session, call);
    }

    /** What was called, and what was answered or would have been. */
    Text told() {
        String answer = hop.value(Fact.REFUSAL_WITHHELD)
                .orElseGet(() ->
                        hop.status() + hop.answer().map(error -> " " + error).orElse(""));
        return CALL.with(hop.call(), answer);
    }
}
