package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import java.util.Objects;

/**
 * The end of a call that does not get what it asked for.
 *
 * @param wire what the caller is answered
 * @param sentence why, with what was expected and what to do
 * @param grounds what it rests on
 */
record Refused(WireError wire, Text sentence, Grounds grounds) {
    Refused {
        Objects.requireNonNull(wire, "wire");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(grounds, "grounds");
    }

    static Refused byContract(WireError wire, Text sentence) {
        return new Refused(wire, sentence, new Grounds.OwnContract());
    }

    static Refused byUpstreamFailure(WireError wire, Text sentence) {
        return new Refused(wire, sentence, new Grounds.UpstreamFailed());
    }

    /** The same, with one more header field in the answer. */
    Refused with(String header, String value) {
        return new Refused(wire.with(header, value), sentence, grounds);
    }
}
