package fr.accroche.authserver;

import fr.accroche.authserver.psc.ProSanteConnectSim;
import fr.accroche.authserver.psc.PscSettings;
import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Profile;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.Form;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** PSC over real mTLS, its journal, a clock to move, and a client. */
public final class PscBench implements AutoCloseable {

    public static final String SECRET_ID = "secret-edc-bas";
    public static final String SECRET = "correct horse battery staple";
    public static final String PERSON = "899900000011";
    public static final String CIBA_GRANT = "urn:openid:params:grant-type:ciba";

    public final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-11-22T10:00:00Z"));
    public final Hops journal = new Hops();
    public final WireRuntime runtime = WireRuntime.start();
    public final Browser browser = new Browser(runtime);
    public final ProSanteConnectSim psc;

    public PscBench(PscSettings settings) {
        this(settings, MemoryState::new);
    }

    /** One that keeps what outlives a call there. */
    public PscBench(PscSettings settings, Function<Clock, State> state) {
        psc = new ProSanteConnectSim(
                        listener("psc"),
                        settings,
                        Identities.signing(),
                        journal,
                        state.apply(clock),
                        clock,
                        new SecureRandom(),
                        runtime)
                .start();
    }

    public static PscBench sound() {
        return new PscBench(settings());
    }

    public static PscSettings settings() {
        return PscSettings.from(
                Declarations.ville(),
                new Client(SECRET_ID, Optional.of(SECRET), "test"),
                Client.ofCertificate("as.accroche.invalid", "test"));
    }

    /** The same with {@code settings.psc} as a declaration writes it. */
    public static PscSettings settings(String psc) {
        return settings()
                .withChoices(Declarations.choices("psc: { " + psc + " }").psc());
    }

    /** The same with more of {@code settings}. */
    public static PscSettings settings(String psc, String more) {
        Settings chosen = Declarations.choices("psc: { " + psc + " }, " + more);
        return settings().withChoices(chosen.psc()).withCnf(chosen.cnf());
    }

    /** A pedagogic listener on a free port. */
    public static ServerSettings listener(String name) {
        return new ServerSettings(
                name,
                new InetSocketAddress("127.0.0.1", 0),
                Identities.SERVER,
                new ClientAuthentication.Pedagogic(Identities.IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST)),
                Limits.DEFAULT);
    }

    public URI at(String path) {
        return URI.create(psc.issuer() + "/protocol/openid-connect/" + path);
    }

    public static Form ciba(String clientId) {
        return Form.of(
                "client_id", clientId,
                "channel", "CARD",
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "login_hint", PERSON,
                "binding_message", "42");
    }

    /** Asks for an authentication; the auth_req_id. */
    public String ask(HeldCertificate identity, String clientId) throws IOException {
        Response response = browser.post(identity, at("ext/ciba/auth"), ciba(clientId));
        return json(response).text("auth_req_id").orElseThrow();
    }

    public Response poll(HeldCertificate identity, String clientId, String authReqId) throws IOException {
        return browser.post(
                identity, at("token"), "client_id", clientId, "grant_type", CIBA_GRANT, "auth_req_id", authReqId);
    }

    /** Goes through CIBA; the token response. */
    public JsonObject connect(HeldCertificate identity, String clientId) throws IOException {
        String authReqId = ask(identity, clientId);
        clock.advance(Duration.ofSeconds(1));
        return json(poll(identity, clientId, authReqId));
    }

    public static JsonObject json(Response response) {
        return Json.parseObject(response.body());
    }

    @Override
    public void close() {
        browser.close();
        psc.close();
        runtime.close();
    }
}
