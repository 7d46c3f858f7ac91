package fr.accroche.proxy;

import fr.accroche.wire.json.JsonObject;

/**
 * A connection as the LPS asks for it: readable and complete.
 *
 * @param nationalId the professional's national identifier
 * @param bindingMessage what the professional compares on both screens
 * @param clientId of the LPS
 * @param channel {@code CARD} or {@code MOBILE}
 * @param trace the trace that the call belongs to
 */
record Asked(String nationalId, String bindingMessage, String clientId, String channel, TraceContext trace) {

    /** What a descriptor tells of the caller. */
    JsonObject metadata() {
        return JsonObject.EMPTY.with("nationalId", nationalId).with("clientId", clientId);
    }
}
