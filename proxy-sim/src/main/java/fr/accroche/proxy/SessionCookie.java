package fr.accroche.proxy;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cookie that holds a session's id (RFC 6265; docs/sources.md, ANS proxy). */
final class SessionCookie {

    static final String NAME = "proxy_session_id";

    private static final String ATTRIBUTES = "; Path=/; Secure; HTTPOnly; SameSite=Lax";
    private static final String EXPIRED = "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    private static final int LONGEST = 128;

    private SessionCookie() {}

    /** The session that a request names, live or not. */
    static Optional<Token> read(Request request) {
        return pairs(request.headers()).stream()
                .filter(SessionCookie::isOurs)
                .map(pair -> pair.substring(pair.indexOf('=') + 1).strip().replace("\"", ""))
                .filter(value -> value.length() <= LONGEST)
                .findFirst()
                .map(Token::new);
    }

    static String holding(Token session) {
        return NAME + "=" + session.value() + ATTRIBUTES;
    }

    /** Makes the caller forget a session that is over. */
    static String expired() {
        return NAME + "=" + EXPIRED + ATTRIBUTES;
    }

    /** The header fields without this cookie: it opens the session, and is none of a téléservice's business. */
    static Headers removedFrom(Headers headers) {
        String others = pairs(headers).stream().filter(pair -> !isOurs(pair)).collect(Collectors.joining("; "));
        Headers without = headers.without("Cookie");
        return others.isEmpty() ? without : without.plus("Cookie", others);
    }

    /** The header fields without any that would set this cookie. */
    static Headers notSetBy(Headers headers) {
        return headers.only(field -> !field.name().equalsIgnoreCase("Set-Cookie")
                || !isOurs(field.value().strip()));
    }

    private static List<String> pairs(Headers headers) {
        List<String> pairs = new ArrayList<>();
        for (String field : headers.all("Cookie")) {
            for (String part : field.split(";")) {
                String pair = part.trim();
                if (!pair.isEmpty()) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private static boolean isOurs(String pair) {
        return pair.startsWith(NAME)
                && pair.substring(NAME.length()).stripLeading().startsWith("=");
    }
}
