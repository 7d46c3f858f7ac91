package fr.accroche.teleservice;

import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.Ins;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SoapMessage;
import java.util.Optional;

/**
 * A sound call to the DMP.
 *
 * @param call as it came
 * @param request what security has judged of it; it has a MessageID
 * @param vihf its assertion
 */
record XdsCall(Call call, BusinessRequest request, ParsedAssertion vihf) {

    SoapMessage message() {
        return call.message();
    }

    String messageId() {
        return request.messageId().orElseThrow();
    }

    /** Whom the VIHF names; where the body names somebody too, they are one. */
    Optional<Ins> patient() {
        return vihf.patient();
    }
}
