package fr.accroche.wire;

import java.nio.charset.StandardCharsets;

/**
 * A request as a server received it, whole.
 *
 * @param method the method, as it was written
 * @param target the request target in origin form: path, and query if there is one
 * @param headers the header fields
 * @param body the body, with no transfer coding; empty if there is none. Not copied: do not write into it
 * @param peer who sent it
 */
public record Request(String method, String target, Headers headers, byte[] body, Peer peer) {

    /** The target without its query, still percent-encoded. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query without its question mark; empty if there is none. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Method and path only: bodies, queries and headers hold secrets. */
    @Override
    public String toString() {
        return method + " " + path();
    }
}
