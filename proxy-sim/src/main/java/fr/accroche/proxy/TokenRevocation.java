package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Revokes the API tokens of a session that ends (RFC 7009 §2.1), as the client that they were given to. What fails is told, and
 * keeps nothing else from being done.
 */
final class TokenRevocation {

    private static final Text SERVER =
            Text.of("la révocation des jetons de {0}", "the revocation of the tokens of {0}");

    private final List<Route> routes;
    private final Clock clock;

    TokenRevocation(List<Route> routes, Clock clock) {
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * One call for each téléservice whose server takes revocations, one after the other. A server that does not answer is not
     * waited for twice.
     *
     * @return what failed, by the route's name
     */
    List<Failure> everyToken(Session session, TraceContext trace) {
        Caller caller = session.client().calling(trace);
        Map<String, Refused> silent = new HashMap<>();
        List<Failure> failures = new ArrayList<>();
        for (Route route : routes) {
            Optional<Form> form = route.revocation().flatMap(endpoint -> form(session, route, caller));
            form.flatMap(revoking -> revoke(route, route.revocation().orElseThrow(), caller, revoking, silent))
                    .ifPresent(refused -> failures.add(new Failure("revocation at " + route.name(), refused)));
        }
        return failures;
    }

    /** The refresh token, with which goes all that came from it (RFC 7009 §2.1); the access token where that one has ended. */
    private Optional<Form> form(Session session, Route route, Caller caller) {
        ApiToken last = session.apiTokens().get(route.name()).last();
        Instant now = clock.instant();
        Optional<Form> refresh = last.renewal()
                .filter(renewal -> renewal.alive(now))
                .map(renewal -> form(caller, renewal.token(), "refresh_token"));
        return refresh.or(() -> Optional.of(last)
                .filter(token -> token.alive(now))
                .map(token -> form(caller, token.access(), "access_token")));
    }

    private static Form form(Caller caller, Token token, String hint) {
        return caller.form().plus("token", token.value()).plus("token_type_hint", hint);
    }

    private static Optional<Refused> revoke(
            Route route, URI endpoint, Caller caller, Form form, Map<String, Refused> silent) {
        Refused before = silent.get(endpoint.getAuthority());
        if (before != null) {
            return Optional.of(before);
        }
        Outcome<Response> answered = caller.post(endpoint, form);
        answered.fold(answer -> null, failed -> silent.put(endpoint.getAuthority(), failed));
        Text server = SERVER.with(route.name());
        return answered.then(response -> Psc.succeeded(new UpstreamAnswer(server, response), JsonObject.EMPTY))
                .fold(done -> Optional.empty(), Optional::of);
    }
}
