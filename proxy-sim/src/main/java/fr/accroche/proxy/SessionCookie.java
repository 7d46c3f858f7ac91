package fr.accroche.proxy;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Request;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cookie that holds a session's id (RFC 6265; docs/sources.md, ANS proxy). */
final class SessionCookie {

    static final String NAME = "proxy_session_id";

    private static final String ATTRIBUTES = "; Path=/; Secure; HTTPOnly; SameSite=Lax";
    private static final String EXPIRED = "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    private static final int LONGEST = 128;

    private SessionCookie() {}

    /** The session that a request names, live or not. */
    static Optional<Token> read(Request request) {
        return pairs(request.headers())
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
        String others = pairs(headers).filter(pair -> !isOurs(pair)).collect(Collectors.joining("; "));
        Headers without = headers.without("Cookie");
        return others.isEmpty() ? without : without.plus("Cookie", others);
    }

    /** The header fields without any that would set this cookie. */
    static Headers notSetBy(Headers headers) {
        return Headers.of(headers.fields().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Set-Cookie")
                        || !isOurs(field.value().strip()))
                .toList());
    }

    private static Stream<String> pairs(Headers headers) {
        return headers.all("Cookie").stream()
                .flatMap(field -> Stream.of(field.split(";")))
                .map(String::trim)
                .filter(pair -> !pair.isEmpty());
    }

    private static boolean isOurs(String pair) {
        return pair.startsWith(NAME)
                && pair.substring(NAME.length()).stripLeading().startsWith("=");
    }
}
