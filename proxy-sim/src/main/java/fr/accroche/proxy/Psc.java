package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.time.Duration;

/** Pro Santé Connect as the proxy uses it: discovery, CIBA request and logout. */
final class Psc {

    static final Text NAME = Text.verbatim("PSC");

    private static final long DEFAULT_INTERVAL_SECONDS = 5;

    private final URI discovery;
    private final Upstream withoutCertificate;
    private final AuthenticationForm form;

    /**
     * @param discovery PSC's discovery document
     * @param withoutCertificate for discovery and logout, which bear no client certificate (docs/sources.md, PSC
     *     samples)
     * @param defects what goes wrong
     */
    Psc(URI discovery, Upstream withoutCertificate, ProxyDefects defects) {
        this.discovery = discovery;
        this.form = new AuthenticationForm(defects);
        this.withoutCertificate = withoutCertificate;
    }

    /** OpenID Connect Discovery §4, at each connection: PSC may move. */
    Outcome<Discovered> discover(Identified who) {
        return endpoints(who.asked().trace()).then(psc -> Outcome.next(new Discovered(who, psc)));
    }

    /** CIBA Core §7.1, with the values that PSC asks for (docs/sources.md, ANS proxy). */
    Outcome<Acknowledged> request(Discovered at) {
        Asked asked = at.who().asked();
        Caller caller = at.who().psc();
        return caller.post(at.psc().authentication(), form.of(caller, asked))
                .then(response -> succeeded(new UpstreamAnswer(NAME, response), asked.metadata()))
                .then(answer -> answer.read(body -> acknowledged(at, body)));
    }

    /** Ends PSC's session (OIDC RP-Initiated Logout §2), as the demonstrator does: only the hint, no certificate. */
    Outcome<UpstreamAnswer> logOut(Session session, TraceContext trace) {
        Form form = Form.of("id_token_hint", session.psc().id().value());
        return endpoints(trace)
                .then(psc -> Caller.post(withoutCertificate, psc.endSession(), form, trace))
                .then(response -> accepted(new UpstreamAnswer(NAME, response)));
    }

    private Outcome<PscEndpoints> endpoints(TraceContext trace) {
        return withoutCertificate
                .send(ClientRequest.get(discovery), trace)
                .then(response -> available(new UpstreamAnswer(NAME, response)))
                .then(answer -> answer.read(PscEndpoints::read));
    }

    static Outcome<UpstreamAnswer> succeeded(UpstreamAnswer answer, JsonObject metadata) {
        return answer.succeeded() ? Outcome.next(answer) : Outcome.refused(answer.refused(metadata));
    }

    private static Outcome<UpstreamAnswer> available(UpstreamAnswer answer) {
        return answer.succeeded() ? Outcome.next(answer) : Outcome.refused(answer.failed());
    }

    private static Outcome<UpstreamAnswer> accepted(UpstreamAnswer answer) {
        return answer.response().status() < 400
                ? Outcome.next(answer)
                : Outcome.refused(answer.refused(JsonObject.EMPTY));
    }

    private static Acknowledged acknowledged(Discovered at, JsonObject body) {
        String id = body.text("auth_req_id").orElseThrow(() -> new IllegalArgumentException("auth_req_id is missing"));
        long expiresIn = seconds(body, "expires_in", 0);
        long interval = seconds(body, "interval", DEFAULT_INTERVAL_SECONDS);
        return new Acknowledged(at, new Token(id), Duration.ofSeconds(expiresIn), Duration.ofSeconds(interval));
    }

    private static long seconds(JsonObject body, String name, long missing) {
        long value = body.get(name).isEmpty() ? missing : body.integer(name).orElse(0L);
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be a whole number of seconds, at least 1");
        }
        return value;
    }
}
