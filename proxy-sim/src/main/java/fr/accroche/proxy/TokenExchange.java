package fr.accroche.proxy;

import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.JsonObject;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exchanges PSC's token for one API token per téléservice (RFC 8693), as the client of the session. */
final class TokenExchange {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private static final Text SERVER = Text.of("le serveur d'autorisation de {0}", "the authorization server of {0}");

    private final List<Route> routes;
    private final ProxyDefects defects;

    TokenExchange(List<Route> routes, ProxyDefects defects) {
        this.routes = routes;
        this.defects = defects;
    }

    /** One exchange per route, one after the other; the first refusal ends them all (docs/sources.md, ANS proxy). */
    Outcome<Equipped> everyRoute(Authenticated authenticated) {
        if (defects.has(ProxyDefect.CALLS_CREDENTIAL_API)) {
            callCredentialApi(authenticated.who());
        }
        Outcome<Equipped> equipped = Outcome.next(new Equipped(authenticated, Map.of()));
        for (Route route : routes) {
            equipped = equipped.then(soFar -> exchange(route, soFar));
        }
        return equipped;
    }

    private Outcome<Equipped> exchange(Route route, Equipped soFar) {
        Authenticated authenticated = soFar.authenticated();
        Identified who = authenticated.who();
        Caller caller = who.client().calling(who.asked().trace());
        Text server = SERVER.with(route.name());
        return caller.post(
                        route.tokenEndpoint(),
                        form(caller, authenticated.tokens().access()))
                .then(response -> Psc.succeeded(new UpstreamAnswer(server, response), metadata(authenticated)))
                .then(answer -> answer.read(TokenExchange::apiToken))
                .then(token -> Outcome.next(soFar.with(route.name(), token)));
    }

    /** RFC 8693 §2.1; {@code subject_issuer} names the identity provider to a Keycloak (docs/sources.md, ANS proxy). */
    private Form form(Caller caller, Token subject) {
        Form form = caller.form().plus("grant_type", GRANT).plus("subject_token", subject.value());
        if (!defects.has(ProxyDefect.OMITS_SUBJECT_TOKEN_TYPE)) {
            form = form.plus("subject_token_type", ACCESS_TOKEN);
        }
        return form.plus("subject_issuer", "psc");
    }

    /** RFC 8693 §2.2.1, without issued_token_type, which public samples lack (docs/sources.md, ANS proxy). */
    private static Token apiToken(JsonObject body) {
        String type = PscPolling.required(body, "token_type");
        if (!type.equalsIgnoreCase("Bearer") && !type.equals("N_A")) {
            throw new IllegalArgumentException("token_type must be Bearer");
        }
        return new Token(PscPolling.required(body, "access_token"));
    }

    /** The person as PSC names it, no longer as the LPS did (docs/sources.md, ANS proxy). */
    private static JsonObject metadata(Authenticated authenticated) {
        return JsonObject.EMPTY
                .with("nationalId", authenticated.tokens().subjectNameId().orElse(null))
                .with("clientId", authenticated.who().client().clientId());
    }

    private void callCredentialApi(Identified who) {
        Optional<SubjectName> subject = who.client()
                .certificate()
                .map(X509Certificate::getSubjectX500Principal)
                .map(SubjectName::of);
        String body = JsonObject.EMPTY
                .with("clientId", who.client().clientId())
                .with("certificateCN", subject.flatMap(SubjectName::commonName).orElse(""))
                .with(
                        "certificateOU",
                        subject.flatMap(SubjectName::organisationalUnit).orElse(""))
                .with("securityLevel", "15")
                .compact();
        ClientRequest request = ClientRequest.post(defects.credentialApi().orElseThrow(), "application/json", body);
        who.client().exchange().send(request, who.asked().trace());
    }
}
