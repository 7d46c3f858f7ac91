package fr.accroche.authserver;

import fr.accroche.authserver.psc.PscSettings;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.PscRegistration.Demand;
import fr.accroche.compliance.declaration.PscRegistration.Grant;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PSC with clients that log people in by browser. */
public final class CodeBench implements AutoCloseable {

    public static final String CALLBACK = "https://lps.accroche.invalid/retour";
    public static final String CALLBACK_WITH_QUERY = "https://lps.accroche.invalid/retour?lps=alpha";
    public static final String GOODBYE = "https://lps.accroche.invalid/au-revoir";
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    /** RFC 7636 appendix B. */
    public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /** A plain OpenID client, by secret. */
    public static final String PLAIN_ID = "plain-rp";
    /** One that asks for the person's agreement. */
    public static final String CONSENT_ID = "consent-rp";
    /** One that registered addresses but not the code flow. */
    public static final String CIBA_ONLY_ID = "ciba-only";

    public static final String SECRET = PscBench.SECRET;

    public final PscBench bench;

    public CodeBench(PscSettings settings) {
        this(new PscBench(settings));
    }

    public CodeBench(PscBench bench) {
        this.bench = bench;
    }

    public static CodeBench sound() {
        return new CodeBench(settings(""));
    }

    /** With {@code settings.psc} as a declaration writes it. */
    public static PscSettings settings(String psc) {
        PscRegistration strict =
                registration(Set.of(Grant.CIBA, Grant.AUTHORIZATION_CODE), Set.of(Demand.values()), false);
        PscRegistration plain = registration(Set.of(Grant.AUTHORIZATION_CODE), Set.of(), false);
        PscSettings usual = psc.isEmpty() ? PscBench.settings() : PscBench.settings(psc);
        return usual.withClients(List.of(
                Client.ofCertificate(Identities.ALPHA_ID, "test").with(strict),
                Client.ofCertificate(Identities.GAMMA_ID, "test").with(strict),
                new Client(PLAIN_ID, Optional.of(SECRET), "test", plain),
                new Client(
                        CONSENT_ID,
                        Optional.of(SECRET),
                        "test",
                        registration(Set.of(Grant.AUTHORIZATION_CODE), Set.of(), true)),
                Client.ofCertificate(CIBA_ONLY_ID, "test").with(registration(Set.of(Grant.CIBA), Set.of(), false))));
    }

    /** Alpha, with this address alone. */
    public static PscSettings comingBackTo(String redirectUri) {
        PscRegistration registration =
                registration(Set.of(Grant.AUTHORIZATION_CODE), Set.of(Demand.values()), false, List.of(redirectUri));
        return PscBench.settings()
                .withClients(List.of(
                        Client.ofCertificate(Identities.ALPHA_ID, "test").with(registration)));
    }

    private static PscRegistration registration(Set<Grant> grants, Set<Demand> demands, boolean consent) {
        return registration(
                grants,
                demands,
                consent,
                List.of(
                        CALLBACK,
                        CALLBACK_WITH_QUERY,
                        "javascript:alert(1)",
                        "https://lps.accroche.invalid/retour#ici",
                        "http://127.0.0.1:8000/retour"));
    }

    private static PscRegistration registration(
            Set<Grant> grants, Set<Demand> demands, boolean consent, List<String> redirectUris) {
        PscRegistration def = PscRegistration.DEFAULT;
        return new PscRegistration(
                grants,
                redirectUris,
                List.of(GOODBYE),
                demands,
                consent,
                def.subjectDn(),
                def.idTokenAlgorithm(),
                def.idTokenEncryption(),
                def.userInfo(),
                def.requestObject(),
                def.jwksFile(),
                def.delivery(),
                def.notificationEndpoint());
    }

    public Surfer surfer() {
        return new Surfer(bench.browser);
    }

    /** A request as PSC wants it. */
    public static Form request(String clientId) {
        return Form.of(
                "response_type", "code",
                "client_id", clientId,
                "redirect_uri", CALLBACK,
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "state", "s-123",
                "nonce", "n-456",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256");
    }

    public URI authorization(Form request) {
        return URI.create(bench.at("auth") + "?" + request.encoded());
    }

    /** Logs the first professional in by card; the parameters that come back. */
    public Form byCard(Surfer surfer, Form request) throws IOException {
        return surfer.open(authorization(request))
                .submit("login-form", "person", PscBench.PERSON, "method", "card", "action", "login")
                .leftFor(request.first("redirect_uri").orElseThrow());
    }

    /** The redemption of a code by alpha. */
    public static Form redemption(String code) {
        return Form.of(
                "grant_type", "authorization_code",
                "client_id", Identities.ALPHA_ID,
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER);
    }

    public Response redeem(Form redemption) throws IOException {
        return bench.browser.post(Identities.ALPHA, bench.at("token"), redemption);
    }

    /** A code for alpha, fresh. */
    public String code() throws IOException {
        return byCard(surfer(), request(Identities.ALPHA_ID)).first("code").orElseThrow();
    }

    @Override
    public void close() {
        bench.close();
    }
}
