package fr.accroche.wire.admin;

import fr.accroche.wire.Handler;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps web pages of others from changing anything here: simulators listen on a developer's machine, where a browser may be open on
 * anything. What changes nothing is let through: its answer stays unread by other origins.
 */
public final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Problem FOREIGN = new Problem(
            403,
            "a web page of another origin called: call from this server's own pages, or from a program, which sends neither Origin"
                    + " nor Sec-Fetch-Site");

    /** An address, a name of one word, or one under a domain that is set apart (RFC 6761 §6). */
    private static final Pattern LOCAL = Pattern.compile(
            "(?i)([0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]|[a-z0-9_-]+|[a-z0-9_.-]+\\.(localhost|test|invalid|example))(:[0-9]{1,5})?");

    private SameOrigin() {}

    /** The handler, for its own origin (RFC 6454 §7) and for what is no browser (Fetch Metadata Request Headers §2.3). */
    public static Handler only(Handler handler) {
        return request ->
                SAFE.contains(request.method()) || !isForeign(request) ? handler.handle(request) : FOREIGN.response();
    }

    private static boolean isForeign(Request request) {
        String own = request.headers().first("Host").orElse("");
        return request.headers().all("Sec-Fetch-Site").stream().anyMatch("cross-site"::equalsIgnoreCase)
                || request.headers().all("Origin").stream().anyMatch(origin -> !isOf(origin, own));
    }

    /**
     * Whether the host and port are those that were called; two schemes do not share a port. Without TLS, which would unmask it, a
     * page can have its own name lead here: only names that nobody can have in public DNS count then.
     */
    private static boolean isOf(String origin, String own) {
        int scheme = origin.indexOf("://");
        return scheme > 0
                && !own.isEmpty()
                && origin.substring(scheme + 3).equalsIgnoreCase(own)
                && (origin.startsWith("https:") || LOCAL.matcher(own).matches());
    }
}
