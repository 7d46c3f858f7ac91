package fr.accroche.authserver;

import fr.accroche.authserver.apipsc.ApiPscSettings;
import fr.accroche.authserver.apipsc.ApiPscSim;
import fr.accroche.authserver.apipsc.PscCredential;
import fr.accroche.authserver.apipsc.Upstream;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The authorization servers of the APIs PSC over real mTLS, with a real PSC and a fake API Credential. */
public final class ApiBench implements AutoCloseable {

    public static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    public static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    public final PscBench psc;
    public final Hops journal = new Hops();
    public final FakeCredentialApi credential;
    public final ApiPscSettings settings;
    public final ApiPscSim api;

    public ApiBench(Declaration declaration, UnaryOperator<ApiPscSettings> change) {
        this(declaration, change, MemoryState::new);
    }

    public ApiBench(Declaration declaration, UnaryOperator<ApiPscSettings> change, Function<Clock, State> state) {
        psc = new PscBench(
                PscBench.settings().withChoices(declaration.settings().psc()));
        credential = new FakeCredentialApi(psc.runtime);
        settings = change.apply(
                ApiPscSettings.from(declaration, upstream(credential.uri()), Set.of("dmp.accroche.invalid")));
        api = copy(state.apply(psc.clock));
        if (settings.choices().followsPscSession()) {
            psc.psc.tellLogouts(
                    "as.accroche.invalid", api.backchannelLogoutUris(), Browser.connection(Optional.empty()));
        }
    }

    public static ApiBench sound() {
        return new ApiBench(Declarations.ville(), settings -> settings);
    }

    /** With settings as a declaration writes them. */
    public static ApiBench with(String settings) {
        return new ApiBench(Declarations.with(settings), same -> same);
    }

    /** A server such as {@link #api}, with the same keys, at a port of its own; only that one is told of PSC's logouts. */
    public ApiPscSim copy(State state) {
        return new ApiPscSim(
                        PscBench.listener("as"),
                        settings,
                        Identities.signing(),
                        journal,
                        state,
                        psc.clock,
                        new SecureRandom(),
                        psc.runtime)
                .start();
    }

    private Upstream upstream(URI credentialApi) {
        return new Upstream(
                psc.psc.issuer(),
                new PscCredential("as.accroche.invalid", Optional.empty()),
                credentialApi,
                Browser.connection(Optional.of(Identities.AUTHORIZATION_SERVER)));
    }

    /** A PSC access token of a client. */
    public String pscToken(HeldCertificate identity, String clientId) throws IOException {
        return psc.connect(identity, clientId).text("access_token").orElseThrow();
    }

    public String pscToken() throws IOException {
        return pscToken(Identities.ALPHA, Identities.ALPHA_ID);
    }

    public static Form exchange(String subjectToken) {
        return Form.of(
                "client_id", Identities.ALPHA_ID,
                "grant_type", EXCHANGE,
                "subject_token", subjectToken,
                "subject_token_type", ACCESS_TOKEN,
                "subject_issuer", "psc");
    }

    public Response exchange(Form form) throws IOException {
        return exchange(Teleservice.DMP, Identities.ALPHA, form);
    }

    public Response exchange(Teleservice service, HeldCertificate identity, Form form) throws IOException {
        return psc.browser.post(identity, api.tokenEndpoint(service), form);
    }

    /** An API token for the DMP. */
    public String apiToken() throws IOException {
        return PscBench.json(exchange(exchange(pscToken())))
                .text("access_token")
                .orElseThrow();
    }

    /** A whole token response for the DMP. */
    public JsonObject tokens() throws IOException {
        return PscBench.json(exchange(exchange(pscToken())));
    }

    public static Form renewal(String refreshToken) {
        return Form.of("client_id", Identities.ALPHA_ID, "grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    /** An endpoint of the DMP's realm. */
    public URI at(String endpoint) {
        return api.tokenEndpoint(Teleservice.DMP).resolve(endpoint);
    }

    public JsonObject introspect(Teleservice service, String token) throws IOException {
        return PscBench.json(psc.browser.post(Identities.TELESERVICE, introspection(service), Form.of("token", token)));
    }

    public URI introspection(Teleservice service) {
        return URI.create(api.tokenEndpoint(service) + "/introspect");
    }

    @Override
    public void close() {
        api.close();
        credential.close();
        psc.close();
    }
}
