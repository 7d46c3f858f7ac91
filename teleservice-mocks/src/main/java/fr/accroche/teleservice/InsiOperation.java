package fr.accroche.teleservice;

import fr.accroche.messages.InsiCardRequest;
import fr.accroche.messages.InsiFault;
import fr.accroche.messages.InsiRequest;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.namespace.QName;

/** What INSi is asked for, of what is simulated. WS_INS3 to 5 are not: neither their schemas nor their actions are public. */
enum InsiOperation {
    WS_INS1(InsiCardRequest.ACTION, InsiCardRequest.BODY, InsiFault.OF_CARD),
    WS_INS2(InsiRequest.ACTION, InsiRequest.BODY, InsiFault.OF_TRAITS);

    private final String action;
    private final QName body;
    private final String fault;

    InsiOperation(String action, QName body, String fault) {
        this.action = action;
        this.body = body;
        this.fault = fault;
    }

    /** wsa:Action, by which the one address of all TLSi tells services apart. */
    static Optional<InsiOperation> of(String action) {
        return Arrays.stream(values())
                .filter(each -> each.action.equals(action))
                .findFirst();
    }

    QName body() {
        return body;
    }

    /** The code of its technical fault. */
    String fault() {
        return fault;
    }
}
