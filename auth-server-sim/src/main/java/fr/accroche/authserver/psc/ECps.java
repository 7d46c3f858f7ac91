package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;

/** The professional's authentication device (CPS card or e-CPS application), as far as PSC sees it: it answers a request, or not. */
@FunctionalInterface
public interface ECps {

    /** What the professional does with a request. */
    enum Answer {
        /** Authenticates. */
        APPROVE,
        /** Refuses: the client gets {@code access_denied}. */
        REFUSE,
        /** Does nothing: the client waits until {@code POST /__accroche/ecps} says otherwise, or the request expires. */
        SILENT
    }

    /**
     * What the device shows.
     *
     * @param clientId who asks
     * @param nationalId the professional
     * @param bindingMessage the two digits that the client shows too
     * @param channel {@code CARD} or {@code MOBILE}
     */
    record Demand(String clientId, String nationalId, String bindingMessage, String channel) {}

    /** Answers at once; must not wait. */
    Answer answer(Demand demand);

    /**
     * Each professional's own device and habit ({@link Professional#answer}). Whoever confirms another number than the
     * software's is refused.
     */
    static ECps habitual() {
        return demand -> Professionals.find(demand.nationalId())
                .map(person -> switch (person.answer(demand.channel())) {
                    case APPROVE -> Answer.APPROVE;
                    case REFUSE, WRONG_CODE -> Answer.REFUSE;
                    case SILENT -> Answer.SILENT;
                })
                .orElse(Answer.SILENT);
    }

    /** A device that always answers the same. */
    static ECps always(Answer answer) {
        return demand -> answer;
    }
}
