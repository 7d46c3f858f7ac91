package fr.accroche.proxy;

import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Exchanges PSC's token for one API token per téléservice (RFC 8693), as the client of the session, and renews those. */
final class TokenExchange {

    private static final String REFRESH_TOKEN = "refresh_token";

    private static final String RETRY_SECONDS = "1";

    private static final Text UNDER_WAY = Text.of(
            "une autre copie du proxy demande un nouveau jeton à {0} et n'a pas fini : réessayez",
            "another copy of the proxy asks {0} for a new token, and has not done yet: try again");
    private static final Text SERVER = Text.of("le serveur d'autorisation de {0}", "the authorization server of {0}");

    private final List<Route> routes;
    private final ProxyDefects defects;
    private final ExchangeForm form;
    private final Renewals renewals;
    private final Clock clock;

    TokenExchange(List<Route> routes, ProxyDefects defects, Renewals renewals, Clock clock) {
        this.routes = routes;
        this.defects = defects;
        this.form = new ExchangeForm(routes, defects);
        this.renewals = renewals;
        this.clock = clock;
    }

    /** One exchange per route, one after the other; the first refusal ends them all (docs/sources.md, ANS proxy). */
    Outcome<Equipped> everyRoute(Authenticated authenticated) {
        if (defects.has(ProxyDefect.CALLS_CREDENTIAL_API)) {
            callCredentialApi(authenticated.who());
        }
        Outcome<Equipped> equipped = Outcome.next(new Equipped(authenticated, Map.of()));
        for (Route route : routes) {
            equipped = equipped.then(soFar -> exchange(route, soFar));
            if (defects.has(ProxyDefect.EXCHANGES_TWICE)) {
                equipped = equipped.then(soFar -> exchange(route, soFar));
            }
        }
        return equipped;
    }

    private Outcome<Equipped> exchange(Route route, Equipped soFar) {
        Authenticated authenticated = soFar.authenticated();
        Identified who = authenticated.who();
        Caller caller = who.client().calling(who.asked().trace());
        Form exchange = form.of(caller, authenticated.tokens(), route);
        JsonObject metadata = metadata(authenticated.tokens(), caller.clientId());
        return tokens(route, caller, exchange, answer -> Psc.succeeded(answer, metadata))
                .then(token -> Outcome.next(soFar.with(route.name(), token)));
    }

    /**
     * The token of a téléservice to send now: the session's, renewed before it ends (RFC 6749 §6), by the certificate that it
     * is bound to.
     */
    Outcome<Token> current(Session session, Route route, TraceContext trace) {
        Route whose = defects.has(ProxyDefect.SENDS_ONE_TOKEN_EVERYWHERE) ? routes.get(0) : route;
        Outcome<ApiToken> token = defects.has(ProxyDefect.NEVER_RENEWS_API_TOKENS)
                ? Outcome.next(session.apiTokens().get(whose.name()).current())
                : renewals.toSend(session, whose.name(), new ByRefreshToken(session, whose, trace));
        return token.then(alive -> Outcome.next(alive.access()));
    }

    /** RFC 6749 §6, as the client of the session. */
    private final class ByRefreshToken implements Renewal.Way {

        private final Session session;
        private final Route route;
        private final Caller caller;

        ByRefreshToken(Session session, Route route, TraceContext trace) {
            this.session = session;
            this.route = route;
            this.caller = session.client().renewing(trace);
        }

        @Override
        public Outcome<ApiToken> redeem(ApiToken ending) {
            Form renewal = caller.form()
                    .plus("grant_type", REFRESH_TOKEN)
                    .plus(REFRESH_TOKEN, ending.renewal().orElseThrow().token().value());
            Outcome<ApiToken> renewed = tokens(route, caller, renewal, answer -> renewed(answer, metadata()));
            if (defects.has(ProxyDefect.RENEWS_ON_TWO_NODES)) {
                renewed = tokens(route, caller, renewal, answer -> renewed(answer, metadata()));
            }
            return renewed.then(token -> Outcome.next(ending.replacedBy(token, clock.instant())));
        }

        @Override
        public Refused refused(HeldToken.Refusal before) {
            return UpstreamAnswer.refused(server(), before.message(), before.rules(), metadata());
        }

        @Override
        public Refused underWay() {
            WireError wire = WireError.empty(503, WireError.UNAVAILABLE).with("Retry-After", RETRY_SECONDS);
            return Refused.byUpstreamFailure(wire, UNDER_WAY.with(server()));
        }

        private Text server() {
            return SERVER.with(route.name());
        }

        private JsonObject metadata() {
            return TokenExchange.metadata(session.psc(), caller.clientId());
        }
    }

    /** An overloaded or failing server has not refused: what it would say is not known yet. */
    private static Outcome<UpstreamAnswer> renewed(UpstreamAnswer answer, JsonObject metadata) {
        int status = answer.response().status();
        return status == 429 || status >= 500 ? Outcome.refused(answer.failed()) : Psc.succeeded(answer, metadata);
    }

    private Outcome<ApiToken> tokens(
            Route route, Caller caller, Form sent, Function<UpstreamAnswer, Outcome<UpstreamAnswer>> success) {
        Text server = SERVER.with(route.name());
        return posted(route, caller, sent)
                .then(response -> success.apply(new UpstreamAnswer(server, response)))
                .then(answer -> answer.read(body -> ApiToken.read(defects.read(body), clock.instant())));
    }

    private Outcome<Response> posted(Route route, Caller caller, Form sent) {
        return defects.has(ProxyDefect.EXCHANGES_IN_JSON)
                ? caller.postJson(route.tokenEndpoint(), sent)
                : caller.post(route.tokenEndpoint(), sent);
    }

    /** The person as PSC names it, no longer as the LPS did (docs/sources.md, ANS proxy). */
    private static JsonObject metadata(PscTokens tokens, String clientId) {
        return JsonObject.EMPTY
                .with("nationalId", tokens.subjectNameId().orElse(null))
                .with("clientId", clientId);
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
