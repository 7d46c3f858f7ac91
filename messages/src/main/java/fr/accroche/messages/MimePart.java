package fr.accroche.messages;

import java.util.Optional;

/**
 * One part of a multipart message.
 *
 * @param type its Content-Type; RFC 2046 §5.1's default where it has none
 * @param id its Content-ID without the angle brackets
 * @param content its bytes
 */
record MimePart(MediaType type, Optional<String> id, byte[] content) {

    static final String DEFAULT_TYPE = "text/plain; charset=us-ascii";
}
