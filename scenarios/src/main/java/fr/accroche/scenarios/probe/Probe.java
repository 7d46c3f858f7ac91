package fr.accroche.scenarios.probe;

import fr.accroche.compliance.declaration.Participants.External;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.doctor.Examined;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Response;

/**
 * A call of a server of the vendor's that asks for nothing, and what it must come to.
 *
 * @param server which
 * @param subject what it is called in a report
 * @param caller what is presented to it, and whom it is believed to be issued by
 * @param request the call
 * @param expectation judges the answer
 */
record Probe(External server, Text subject, ClientSettings caller, ClientRequest request, Expectation expectation) {

    /** What a sound server answers. */
    interface Expectation {
        Examined judge(Text subject, Response answer);
    }
}
