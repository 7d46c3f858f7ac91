package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.wire.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where {@code /send/<route>/…} leads: the rest of the path is added to the route's target, the query follows. */
final class Addresses {

    static final String PREFIX = "/send";

    /** Also for servers that decode before they split, or drop path parameters before they resolve. */
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)(^|/|%2f|%5c)(\\.|%2e){1,2}(/|%2f|%5c|;|%3b|$)");

    private static final Text UNKNOWN = Text.of("aucune route {0} ; routes : {1}", "no route {0}; routes: {1}");

    private static final Text NO_TRACE = Text.of(
            "TRACE n'est pas relayé : sa réponse montrerait le jeton que ce proxy ajoute",
            "TRACE is not relayed: its answer would show the token that this proxy adds");
    private static final Text NOT_A_PATH = Text.of(
            "le chemin ou la requête contient un caractère interdit, ou un segment . ou .. qui sortirait de la route",
            "the path or query holds a forbidden character, or a . or .. segment that would leave the route");

    private final List<Route> routes;

    Addresses(List<Route> routes) {
        this.routes = routes;
    }

    Outcome<Addressed> find(Request request) {
        String path = request.path();
        String after = path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length() + 1) : "";
        int end = after.indexOf('/') < 0 ? after.length() : after.indexOf('/');
        String name = after.substring(0, end);
        String rest = after.substring(end);
        Optional<Route> route =
                routes.stream().filter(known -> known.name().equals(name)).findFirst();
        return route.map(known -> addressed(known, rest, request)).orElseGet(() -> {
            Text sentence = UNKNOWN.with(name, names());
            return refused(404, "Not Found", sentence, request);
        });
    }

    /** Where an operation of the métier mode leads. */
    Outcome<Addressed> find(BusinessOperation operation, Request request) {
        return routes.stream()
                .filter(known -> known.name().equals(operation.route()))
                .findFirst()
                .map(route -> Outcome.next(new Addressed(
                        route, operation.door(), URI.create(joined(route.target(), operation.endpoint(), "")))))
                .orElseGet(() -> refused(404, "Not Found", UNKNOWN.with(operation.route(), names()), request));
    }

    private List<String> names() {
        return routes.stream().map(Route::name).toList();
    }

    /** TRACE goes no further (RFC 9110 §9.3.8): its answer shows the request, and what the proxy has put in. */
    private static Outcome<Addressed> addressed(Route route, String rest, Request request) {
        if (request.method().equals("TRACE")) {
            return refused(501, "Not Implemented", NO_TRACE, request);
        }
        if (DOT_SEGMENT.matcher(rest).find()) {
            return refused(400, "Bad Request", NOT_A_PATH, request);
        }
        try {
            return Outcome.next(new Addressed(route, rest, new URI(joined(route.target(), rest, request.query()))));
        } catch (URISyntaxException e) {
            return refused(400, "Bad Request", NOT_A_PATH, request);
        }
    }

    /** Text on text: what is percent-encoded stays as it is. */
    private static String joined(URI target, String rest, String query) {
        String base = target.getRawPath();
        boolean twice = base.endsWith("/") && rest.startsWith("/");
        String path = (twice ? base.substring(0, base.length() - 1) : base) + rest;
        return target.getScheme() + "://" + target.getRawAuthority() + (path.isEmpty() ? "/" : path)
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static Outcome<Addressed> refused(int status, String title, Text sentence, Request request) {
        WireError wire = WireError.problem(status, title, sentence.en(), request.path());
        return Outcome.refused(Refused.byContract(wire, sentence));
    }
}
