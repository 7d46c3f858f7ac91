package fr.accroche.messages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a multipart body into its parts (RFC 2046 §5.1), in one pass. Wherever two readers could cut in two ways, it refuses:
 * a boundary that only begins a line, a body that never ends, a part in a part, an identifier given twice. jakarta.mail would
 * read more, and bear more: it decodes by default whatever a part says of itself, and has no limits.
 */
final class MimeReader {

    static final int MOST_PARTS = 20;

    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

    private final byte[] body;
    private final byte[] delimiter;

    private MimeReader(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The parts, in order; at least one.
     *
     * @throws MessageException if the body is no such thing, or could be read in two ways
     */
    static List<MimePart> read(MediaType type, byte[] body) {
        String boundary = type.parameter("boundary")
                .filter(text -> BOUNDARY.matcher(text).matches())
                .orElseThrow(() -> new MessageException(
                        "the Content-Type gives no boundary of 1 to 70 characters: RFC 2046 5.1.1"));
        return new MimeReader(body, boundary).parts();
    }

    private List<MimePart> parts() {
        List<MimePart> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int at = next(0);
        while (!closes(at)) {
            if (parts.size() == MOST_PARTS) {
                throw new MessageException("the message has more than " + MOST_PARTS + " parts");
            }
            int start = lineEnd(at + delimiter.length);
            int end = next(start);
            MimePart part = part(start, Math.max(start, end - 2));
            part.id().filter(id -> !ids.add(id)).ifPresent(twice -> {
                throw new MessageException("two parts have the same Content-ID: which one is meant?");
            });
            parts.add(part);
            at = end;
        }
        if (parts.isEmpty()) {
            throw new MessageException("the message has no part");
        }
        return parts;
    }

    /** Where the next delimiter stands, at the start of a line. */
    private int next(int from) {
        for (int line = from; line < body.length; line = nextLine(line)) {
            if (startsWith(delimiter, line)) {
                return line;
            }
        }
        throw new MessageException("the last part does not end: its closing boundary is missing");
    }

    private int nextLine(int from) {
        for (int i = from; i + 1 < body.length; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n') {
                return i + 2;
            }
        }
        return body.length;
    }

    private boolean closes(int at) {
        int after = at + delimiter.length;
        return after + 1 < body.length && body[after] == '-' && body[after + 1] == '-' && endsLine(after + 2);
    }

    private boolean endsLine(int from) {
        int at = blanks(from);
        return at == body.length || startsWith(new byte[] {'\r', '\n'}, at);
    }

    /** After the padding and the CRLF of a delimiter's line. */
    private int lineEnd(int from) {
        int at = blanks(from);
        if (!startsWith(new byte[] {'\r', '\n'}, at)) {
            throw new MessageException("the boundary begins a line that goes on: choose one that no part contains");
        }
        return at + 2;
    }

    private int blanks(int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        return at;
    }

    private MimePart part(int start, int end) {
        int content = MimeHeaders.end(body, start, end);
        MimeHeaders headers = MimeHeaders.read(body, start, content);
        MediaType type = MediaType.parse(headers.get("content-type").orElse(MimePart.DEFAULT_TYPE));
        if (type.type().startsWith(MediaType.MULTIPART) || type.type().startsWith("message/")) {
            throw new MessageException("a part is itself made of parts: XOP packages are flat");
        }
        headers.requireUnencoded();
        Optional<String> id = headers.get("content-id").map(MimeReader::unbracketed);
        return new MimePart(type, id, body, content, end);
    }

    /** RFC 2045 §7: a msg-id, between angle brackets. */
    static String unbracketed(String id) {
        if (!id.matches("<[!-;=?-~]{1,200}>")) {
            throw new MessageException("a Content-ID is no msg-id between angle brackets: RFC 2045 7");
        }
        return id.substring(1, id.length() - 1);
    }

    private boolean startsWith(byte[] sequence, int at) {
        return at + sequence.length <= body.length
                && Arrays.equals(body, at, at + sequence.length, sequence, 0, sequence.length);
    }
}
