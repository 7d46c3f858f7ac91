package fr.accroche.messages;

import java.util.Arrays;
import java.util.Optional;

/** What has become of a prescription, in the fictional dialect of {@link OnRequest}. */
public enum OnStatus {
    A_DELIVRER,
    DELIVREE,
    ANNULEE;

    /** The status of this name on the wire. */
    public static Optional<OnStatus> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
