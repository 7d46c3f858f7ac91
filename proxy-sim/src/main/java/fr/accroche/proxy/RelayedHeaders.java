package fr.accroche.proxy;

import fr.accroche.wire.Header;
import fr.accroche.wire.Headers;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a relay takes out of header fields, and puts in: nothing else changes. */
final class RelayedHeaders {

    /** Of one connection only (RFC 9110 §7.6.1, §11.7), or written anew by the connection further on. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect");

    private RelayedHeaders() {}

    /** Those of a request, with the téléservice's token, and without the proxy's own cookie. */
    static Headers ofRequest(Headers received, Token bearer) {
        return SessionCookie.removedFrom(endToEnd(received))
                .with("Authorization", "Bearer " + bearer.value())
                .plus("Via", "1.1 " + ProxySim.PSEUDONYM); // RFC 9110 §7.6.3
    }

    /** Those of a response: a téléservice has no say in which session of the proxy the caller is in. */
    static Headers ofResponse(Headers received) {
        return SessionCookie.notSetBy(endToEnd(received));
    }

    private static Headers endToEnd(Headers received) {
        Set<String> named = received.all("Connection").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return received.only(field -> !isOfOneHop(field, named));
    }

    private static boolean isOfOneHop(Header field, Set<String> namedByConnection) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return HOP_BY_HOP.contains(name) || namedByConnection.contains(name);
    }
}
