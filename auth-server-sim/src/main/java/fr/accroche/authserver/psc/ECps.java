package fr.accroche.authserver.psc;

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

    /** A device that always answers the same. */
    static ECps always(Answer answer) {
        return demand -> answer;
    }
}
