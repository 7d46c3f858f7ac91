package fr.accroche.messages;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header fields of a part, by their names in lower case.
 *
 * @param fields values, unfolded (RFC 5322 §2.2.3)
 */
record MimeHeaders(Map<String, String> fields) {

    private static final int MOST_BYTES = 4 * 1024;
    private static final int MOST_FIELDS = 20;

    /** The bytes of the part are its content, as HTTP and MTOM have it. */
    private static final Set<String> IDENTITY = Set.of("binary", "8bit", "7bit");

    /**
     * Where the content begins, after the empty line.
     *
     * @throws MessageException if there is none within the limit
     */
    static int end(byte[] body, int start, int end) {
        if (start + 2 <= end && body[start] == '\r' && body[start + 1] == '\n') {
            return start + 2;
        }
        for (int i = start; i + 4 <= end && i - start < MOST_BYTES; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n' && body[i + 2] == '\r' && body[i + 3] == '\n') {
                return i + 4;
            }
        }
        throw new MessageException(
                "the header of a part does not end with an empty line within " + MOST_BYTES + " bytes");
    }

    /**
     * @throws MessageException if a line is no field, or a field is there twice
     */
    static MimeHeaders read(byte[] body, int start, int end) {
        String text = new String(body, start, end - start, StandardCharsets.ISO_8859_1).stripTrailing();
        Map<String, String> fields = new HashMap<>();
        for (String line : text.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            if (line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1 || !line.substring(0, colon).matches("[!-9;-~]+") || line.matches("(?s).*[\r\n\0].*")) {
                throw new MessageException("a header field of a part cannot be read: RFC 5322 2.2");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (fields.put(name, line.substring(colon + 1).strip()) != null || fields.size() > MOST_FIELDS) {
                throw new MessageException(
                        "the header of a part has a field twice, or more than " + MOST_FIELDS + " fields");
            }
        }
        return new MimeHeaders(Map.copyOf(fields));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * @throws MessageException if the content is under a transfer encoding
     */
    void requireUnencoded() {
        String encoding = get("content-transfer-encoding").orElse("7bit").toLowerCase(Locale.ROOT);
        if (!IDENTITY.contains(encoding)) {
            throw new MessageException("a part is under a Content-Transfer-Encoding, expected binary");
        }
    }
}
