package fr.accroche.messages;

import java.util.Arrays;
import java.util.Optional;

/**
 * One part of a multipart message. Its bytes stay in the body until they are asked for.
 *
 * @param type its Content-Type; RFC 2046 §5.1's default where it has none
 * @param id its Content-ID without the angle brackets
 * @param body the whole message
 * @param start where its content begins
 * @param end where it ends
 */
record MimePart(MediaType type, Optional<String> id, byte[] body, int start, int end) {

    static final String DEFAULT_TYPE = "text/plain; charset=us-ascii";

    byte[] content() {
        return Arrays.copyOfRange(body, start, end);
    }
}
