package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import java.time.Duration;

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
     * @param bindingMessage what the client shows too; empty text if there is nothing
     * @param channel {@code CARD} or {@code MOBILE}
     */
    record Demand(String clientId, String nationalId, String bindingMessage, String channel) {}

    /** What the professional does, now or once {@link #delay} is over; must not wait. */
    Answer answer(Demand demand);

    /** After how long the answer counts, by the clock of PSC. */
    default Duration delay(Demand demand) {
        return Duration.ZERO;
    }

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
