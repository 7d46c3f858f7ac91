package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Revokes the API tokens of a session that ends (RFC 7009 §2.1), as the client that they were given to. What fails is told, and
 * keeps nothing else from being done.
 */
final class TokenRevocation {

    private static final Text SERVER =
            Text.of("la révocation des jetons de {0}", "the revocation of the tokens of {0}");

    private final List<Route> routes;
    private final Renewals renewals;
    private final Clock clock;
    private final Executor threads;

    /**
     * @param routes those without a revocation endpoint are left out
     * @param renewals know the last tokens
     * @param clock tells which tokens still live
     * @param threads run the calls; one that has none left must have its caller run them
     */
    TokenRevocation(List<Route> routes, Renewals renewals, Clock clock, Executor threads) {
        this.routes =
                routes.stream().filter(route -> route.revocation().isPresent()).toList();
        this.renewals = renewals;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * One call for each téléservice whose server takes revocations, all at once, so that servers that do not answer cost the
     * time of one.
     *
     * @param silent servers that are not asked any more
     * @return what failed, in the order of the routes
     */
    List<Failure> everyToken(Session session, TraceContext trace, Silent silent) {
        Caller caller = session.client().calling(trace);
        List<CompletableFuture<Optional<Failure>>> underWay = routes.stream()
                .map(route -> CompletableFuture.supplyAsync(() -> ofRoute(route, session, caller, silent), threads))
                .toList();
        return underWay.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Failure> ofRoute(Route route, Session session, Caller caller, Silent silent) {
        return form(session, route, caller)
                .flatMap(form -> revoke(route, route.revocation().orElseThrow(), caller, form, silent))
                .map(refused -> new Failure("revocation at " + route.name(), refused));
    }

    /** The refresh token, with which goes all that came from it (RFC 7009 §2.1); the access token where that one has ended. */
    private Optional<Form> form(Session session, Route route, Caller caller) {
        ApiToken last = renewals.last(session, route.name());
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

    private static Optional<Refused> revoke(Route route, URI endpoint, Caller caller, Form form, Silent silent) {
        Optional<Refused> before = silent.before(endpoint.getAuthority());
        if (before.isPresent()) {
            return before;
        }
        Outcome<Response> answered = caller.post(endpoint, form);
        Text server = SERVER.with(route.name());
        return answered.fold(
                response -> Psc.succeeded(new UpstreamAnswer(server, response), JsonObject.EMPTY)
                        .fold(done -> Optional.empty(), Optional::of),
                failed -> {
                    silent.note(endpoint.getAuthority(), failed);
                    return Optional.of(failed);
                });
    }
}
