package fr.accroche.authserver;

import fr.accroche.authserver.psc.PscSettings;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** PSC, and what clients do with its tokens. */
public final class TokenBench implements AutoCloseable {

    public final PscBench psc;

    public TokenBench(PscSettings settings) {
        this(new PscBench(settings));
    }

    public TokenBench(PscBench psc) {
        this.psc = psc;
    }

    public static TokenBench sound() {
        return new TokenBench(PscBench.settings());
    }

    /** With {@code settings.psc} as a declaration writes it. */
    public static TokenBench with(String choices) {
        return new TokenBench(PscBench.settings(choices));
    }

    /** With more clients. */
    public static TokenBench with(Client... more) {
        PscSettings settings = PscBench.settings();
        return new TokenBench(settings.withClients(
                Stream.concat(settings.clients().stream(), Stream.of(more)).toList()));
    }

    public Response post(Caller caller, String path, Form form) throws IOException {
        return psc.browser.send(caller.identity(), Browser.form(psc.at(path), form));
    }

    /** Goes through CIBA; the token response. */
    public JsonObject connect(Caller caller) throws IOException {
        return connect(caller, "openid scope_all");
    }

    public JsonObject connect(Caller caller, String scope) throws IOException {
        Form asked = caller.form(
                "channel", "CARD",
                "scope", scope,
                "acr_values", "eidas1",
                "login_hint", PscBench.PERSON,
                "binding_message", "42");
        String id = PscBench.json(post(caller, "ext/ciba/auth", asked))
                .text("auth_req_id")
                .orElseThrow();
        psc.clock.advance(Duration.ofSeconds(1));
        return PscBench.json(post(caller, "token", caller.form("grant_type", PscBench.CIBA_GRANT, "auth_req_id", id)));
    }

    public Response refresh(Caller caller, String refreshToken) throws IOException {
        return post(caller, "token", caller.form("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public Response refresh(Caller caller, String refreshToken, String scope) throws IOException {
        return post(
                caller,
                "token",
                caller.form("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", scope));
    }

    public Response revoke(Caller caller, String token) throws IOException {
        return post(caller, "revoke", caller.form("token", token));
    }

    public JsonObject introspect(Caller caller, String token) throws IOException {
        return PscBench.json(post(caller, "token/introspect", caller.form("token", token)));
    }

    /** Whether the authorization server, or the client itself, finds a token active. */
    public boolean active(Caller caller, String token) throws IOException {
        return introspect(caller, token).bool("active").orElseThrow();
    }

    public Response userInfo(Optional<HeldCertificate> identity, String token) throws IOException {
        return psc.browser.send(
                identity, ClientRequest.get(psc.at("userinfo")).with("Authorization", "Bearer " + token));
    }

    public Response resource(Optional<HeldCertificate> identity, String token) throws IOException {
        return psc.browser.send(
                identity,
                ClientRequest.get(psc.psc.uri().resolve(ResourceEndpoint.PATH))
                        .with("Authorization", "Bearer " + token));
    }

    public static String access(JsonObject tokens) {
        return tokens.text("access_token").orElseThrow();
    }

    public static String refreshToken(JsonObject tokens) {
        return tokens.text("refresh_token").orElseThrow();
    }

    @Override
    public void close() {
        psc.close();
    }
}
