package fr.accroche.proxy;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.net.URI;

/** What a proxy broken on purpose does to a message around its body. A sound one gives back the very message. */
record RelayTampering(ProxyDefects defects) {

    private static final byte[] NOTHING = {};

    /**
     * The request that is sent in place of the relayed one.
     *
     * @param received the header fields as the LPS sent them
     */
    ClientRequest of(Headers received, ClientRequest relayed) {
        String method = defects.has(ProxyDefect.POSTS_EVERYTHING) ? "POST" : relayed.method();
        boolean lost = defects.has(ProxyDefect.LOSES_CHUNKED_BODIES)
                && received.first("Transfer-Encoding").isPresent();
        byte[] body = lost ? NOTHING : relayed.body();
        return new ClientRequest(method, of(relayed.uri()), of(received, relayed.headers()), body);
    }

    /** The response that is given back in place of the relayed one. */
    Response of(Response relayed) {
        boolean swallowed = defects.has(ProxyDefect.SWALLOWS_SERVICE_ERRORS) && relayed.status() >= 400;
        return swallowed ? Response.of(502) : relayed;
    }

    private Headers of(Headers received, Headers relayed) {
        Headers headers = relayed;
        if (defects.has(ProxyDefect.LEAKS_COOKIE_TO_SERVICES)) {
            headers = copied("Cookie", received, headers);
        }
        if (defects.has(ProxyDefect.KEEPS_HOP_BY_HOP_HEADERS)) {
            headers = copied("Proxy-Authorization", received, copied("TE", received, headers));
        }
        if (defects.has(ProxyDefect.SENDS_THE_BARE_TOKEN)) {
            String bearer = headers.first("Authorization").orElse("");
            headers = headers.with("Authorization", bearer.substring(bearer.indexOf(' ') + 1));
        }
        return defects.has(ProxyDefect.ADDS_ITS_OWN_HEADER) ? headers.with("X-Proxy-Build", "2.1") : headers;
    }

    private URI of(URI relayed) {
        String whole = relayed.toString();
        int query = whole.indexOf('?');
        return defects.has(ProxyDefect.DROPS_THE_QUERY) && query >= 0 ? URI.create(whole.substring(0, query)) : relayed;
    }

    private static Headers copied(String name, Headers from, Headers to) {
        return from.first(name).map(value -> to.with(name, value)).orElse(to);
    }
}
