package fr.accroche.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A server's table of contents: method and path to handler. A known path with another method answers 405 with
 * {@code Allow}; an unknown path 404; both as {@code application/problem+json} (RFC 9457).
 *
 * <p>The path decides first: the longest pattern that matches wins, an exact one before any prefix. Only then the method
 * is looked up, a named one before {@code *}; GET answers HEAD too (RFC 9110 §9.3.2). Paths are compared as they were
 * sent, still percent-encoded.
 */
public final class Routes implements Handler {

    private static final String ANY = "*";
    private static final String BENEATH = "/**";

    /** Path pattern, then method. */
    private final Map<String, Map<String, Handler>> table;

    private Routes(Map<String, Map<String, Handler>> table) {
        this.table = Collections.unmodifiableMap(table);
    }

    public static Routes none() {
        return new Routes(Map.of());
    }

    /**
     * These routes and one more; a copy.
     *
     * @param method an HTTP method, or {@code *} for any
     * @param path an exact path, or a prefix ending in {@code /**}, which matches the prefix itself and all beneath
     * @throws IllegalArgumentException if this method and path are taken, or the path does not begin with a slash
     */
    public Routes plus(String method, String path, Handler handler) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("route " + path + ": expected a path that begins with /");
        }
        Map<String, Map<String, Handler>> more = new LinkedHashMap<>(table);
        Map<String, Handler> methods = new LinkedHashMap<>(more.getOrDefault(path, Map.of()));
        if (methods.put(method, handler) != null) {
            throw new IllegalArgumentException("route " + method + " " + path + " is there already");
        }
        more.put(path, Collections.unmodifiableMap(methods));
        return new Routes(more);
    }

    /**
     * These routes and one more, on which requests are decided on from their heads; a copy.
     *
     * @throws IllegalArgumentException as {@link #plus}
     */
    public Routes relaying(String method, String path, Relayer relayer) {
        return plus(method, path, new Relaying(relayer));
    }

    @Override
    public Optional<Relayer> relayer(String method, String path) {
        Map<String, Handler> methods = methodsOf(path);
        return methods == null
                ? Optional.empty()
                : handlerOf(methods, method).flatMap(handler -> handler.relayer(method, path));
    }

    /** A route that no whole request comes to. */
    private record Relaying(Relayer relayer) implements Handler {
        @Override
        public Response handle(Request request) {
            throw new IllegalStateException("requests of this route are decided on from their heads");
        }

        @Override
        public Optional<Relayer> relayer(String method, String path) {
            return Optional.of(relayer);
        }
    }

    @Override
    public Response handle(Request request) throws Exception {
        Map<String, Handler> methods = methodsOf(request.path());
        if (methods == null) {
            return new Problem(404, "no such path on this server").response();
        }
        Optional<Handler> handler = handlerOf(methods, request.method());
        return handler.isPresent() ? handler.get().handle(request) : notAllowed(methods);
    }

    private Map<String, Handler> methodsOf(String path) {
        Map<String, Handler> best = table.get(path);
        if (best != null) {
            return best;
        }
        int longest = -1;
        for (Map.Entry<String, Map<String, Handler>> route : table.entrySet()) {
            if (route.getKey().length() > longest && isBeneath(path, route.getKey())) {
                longest = route.getKey().length();
                best = route.getValue();
            }
        }
        return best;
    }

    private static boolean isBeneath(String path, String pattern) {
        if (!pattern.endsWith(BENEATH)) {
            return false;
        }
        int prefix = pattern.length() - BENEATH.length();
        return path.regionMatches(0, pattern, 0, prefix)
                && path.length() >= prefix
                && (path.length() == prefix || path.charAt(prefix) == '/');
    }

    private static Optional<Handler> handlerOf(Map<String, Handler> methods, String method) {
        Handler named = methods.get(method);
        if (named == null && method.equals("HEAD")) {
            named = methods.get("GET");
        }
        return Optional.ofNullable(named == null ? methods.get(ANY) : named);
    }

    private static Response notAllowed(Map<String, Handler> methods) {
        TreeSet<String> allowed = new TreeSet<>(methods.keySet());
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        String allow = String.join(", ", allowed);
        return new Problem(405, "this path takes " + allow).response().with("Allow", allow);
    }
}
