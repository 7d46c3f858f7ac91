package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.admin.Held;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * One téléservice's authorization server.
 *
 * @param service the téléservice
 * @param server the server's address
 * @param scopes what may be asked for; empty: anything
 * @param tokenLife of an access token
 * @param tokens what it issued, while that lives
 * @param exchanged the PSC tokens that it exchanged, by digest, while they live
 * @param ended the PSC sessions, and the people of whom all sessions, PSC said have ended, and when, while a token might
 *     still live
 * @param noticed the notices of PSC that a session ended, by {@code jti}, while they might come again
 */
record Realm(
        Teleservice service,
        Supplier<URI> server,
        List<String> scopes,
        Duration tokenLife,
        TokenStore tokens,
        Store<Boolean> exchanged,
        Store<Instant> ended,
        Store<Boolean> noticed)
        implements Held {

    /** PSC tokens remembered as exchanged, PSC sessions as ended, and notices of that. */
    private static final int REMEMBERED = 10_000;

    /** As in the public sample; the guide leaves business scopes to each service. */
    private static final String DEFAULT_SCOPE = "openid email profile";

    /** One that keeps what it issues, and what it heard, in a state. */
    static Realm in(State state, Teleservice service, Supplier<URI> server, ApiPscSettings settings) {
        String prefix = "api." + service.route() + ".";
        return new Realm(
                service,
                server,
                settings.scopes(service),
                settings.tokenLife(service),
                new TokenStore(state, prefix),
                state.store(prefix + "exchanged", Shape.of(Boolean.class), REMEMBERED),
                state.store(prefix + "ended", Shape.of(Instant.class), REMEMBERED),
                state.store(prefix + "noticed", Shape.of(Boolean.class), REMEMBERED));
    }

    /** Its path; its issuer is the server's address and this. */
    String path() {
        return "/realms/" + service.route();
    }

    String issuer() {
        return server.get() + path();
    }

    /** Where Keycloak has its endpoints. */
    String at(String endpoint) {
        return path() + "/protocol/openid-connect/" + endpoint;
    }

    /** How long the access token lives that this call brings; not at all where somebody asked for that. */
    Duration life(Call call, String clientId) {
        return call.expiredOnDemand(clientId) ? Duration.ZERO : tokenLife;
    }

    /** Whether PSC said that the session of a subject token has ended, or after it was issued, all of that person's. */
    boolean hasEnded(JsonObject claims) {
        Instant issued = NumericDate.of(claims, "iat").orElse(Instant.EPOCH);
        return claims.text("sid").flatMap(ended::get).isPresent()
                || claims.text("sub")
                        .flatMap(ended::get)
                        .filter(at -> !issued.isAfter(at))
                        .isPresent();
    }

    @Override
    public int size() {
        return tokens.size();
    }

    /** What it remembers of PSC's tokens and sessions too: they begin anew with its own. */
    @Override
    public void clear() {
        tokens.clear();
        exchanged.clear();
        ended.clear();
        noticed.clear();
    }

    /** What is granted where nothing is asked for (RFC 6749 §3.3). */
    String defaultScope() {
        return scopes.isEmpty() ? DEFAULT_SCOPE : String.join(" ", scopes);
    }
}
