package fr.accroche.compliance.identity;

import java.util.Objects;

/**
 * What a person can authenticate with at PSC.
 *
 * @param eCps the mobile application
 * @param card the CPS, CPF or CPE card
 */
public record Devices(State eCps, State card) {

    /** How a device stands. */
    public enum State {
        ACTIVE,
        /** It was in use, and is no more. */
        REVOKED,
        /** Never activated, or never issued. */
        ABSENT
    }

    public static final Devices BOTH = new Devices(State.ACTIVE, State.ACTIVE);

    public Devices {
        Objects.requireNonNull(eCps, "eCps");
        Objects.requireNonNull(card, "card");
    }

    /** The device of a CIBA channel: {@code CARD}; any other is the e-CPS. */
    public State on(String channel) {
        return channel.equals("CARD") ? card : eCps;
    }
}
