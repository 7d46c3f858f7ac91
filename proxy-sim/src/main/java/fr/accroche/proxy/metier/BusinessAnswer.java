package fr.accroche.proxy.metier;

import fr.accroche.wire.json.JsonObject;

/** What became of a business request, as its LPS is told. */
public sealed interface BusinessAnswer {

    /** The téléservice answered: this is it, as the operation's answer schema has it. */
    record Served(JsonObject body) implements BusinessAnswer {}

    /**
     * The téléservice refused, or could not.
     *
     * @param bySender whether the request was at fault (SOAP 1.2 §5.4.6: Sender), so that to send it again is no use
     * @param code the téléservice's own
     * @param text its own words
     */
    record Refused(boolean bySender, String code, String text) implements BusinessAnswer {}

    /**
     * The answer is none that the operation can have.
     *
     * @param reason in one line, without what the answer holds
     */
    record Unreadable(String reason) implements BusinessAnswer {}
}
