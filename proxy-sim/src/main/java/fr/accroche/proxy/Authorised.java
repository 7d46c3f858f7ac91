package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;

/**
 * A business call of a live session.
 *
 * @param addressed which téléservice
 * @param session whose call
 * @param bearer what authorises it there
 */
record Authorised(Addressed addressed, Session session, Bearer bearer) {

    /**
     * @param kind the fact that it is noted as
     * @param token what is sent
     */
    record Bearer(Fact kind, Token token) {}
}
