package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;

/** PSC's token endpoint: CIBA in poll mode (CIBA Core §10.1, §11), and refresh with rotation (RFC 6749 §6). */
final class TokenEndpoint {

    static final String CIBA_GRANT = "urn:openid:params:grant-type:ciba";
    static final String REFRESH_GRANT = "refresh_token";

    private static final String AUTH_REQ_ID = "auth_req_id";
    private static final OAuthError INVALID_AUTH_REQ_ID = OAuthError.invalidGrant("Invalid auth_req_id");

    private final ClientAuthenticator authenticator;
    private final CibaRequests requests;
    private final PscTokens tokens;

    TokenEndpoint(ClientAuthenticator authenticator, CibaRequests requests, PscTokens tokens) {
        this.authenticator = authenticator;
        this.requests = requests;
        this.tokens = tokens;
    }

    Reply answer(Call call) {
        call.note(Fact.GRANT_TYPE, "grant_type");
        call.note(Fact.AUTH_REQ_ID, AUTH_REQ_ID);
        FormGuard.check(call, Rules.CIBA_REQUEST);
        Optional<String> clientId = authenticator.authenticate(call);
        Optional<String> grant = grant(call);
        String needed = grant.filter(REFRESH_GRANT::equals).isPresent() ? REFRESH_GRANT : AUTH_REQ_ID;
        if (grant.isPresent() && call.parameter(needed).isEmpty()) {
            refuse(
                    call,
                    Text.of("Le paramètre {0} manque.", "The parameter {0} is missing.")
                            .with(needed),
                    new Observed(needed, "PSC CIBA"),
                    call.observed(needed),
                    OAuthError.invalidRequest("Missing parameter: " + needed));
        }
        return call.refusal().orElseGet(() -> redeem(call, needed, clientId.orElseThrow()));
    }

    private static Optional<String> grant(Call call) {
        Optional<String> grant = call.parameter("grant_type");
        if (grant.filter(CIBA_GRANT::equals).isPresent()
                || grant.filter(REFRESH_GRANT::equals).isPresent()) {
            return grant;
        }
        refuse(
                call,
                Text.of("grant_type vaut « {0} ».", "grant_type is \"{0}\".")
                        .with(call.observed("grant_type").value()),
                new Observed(CIBA_GRANT, "PSC CIBA"),
                call.observed("grant_type"),
                grant.isPresent()
                        ? new OAuthError(400, "unsupported_grant_type", "Unsupported grant_type")
                        : OAuthError.invalidRequest("Missing form parameter: grant_type"));
        return Optional.empty();
    }

    private Reply redeem(Call call, String parameter, String clientId) {
        String value = call.parameter(parameter).orElseThrow();
        return parameter.equals(REFRESH_GRANT) ? refresh(call, value, clientId) : poll(call, value, clientId);
    }

    private Reply poll(Call call, String authReqId, String clientId) {
        Poll poll = requests.poll(authReqId, clientId);
        if (poll instanceof Poll.Known known) {
            return answer(call, known);
        }
        if (poll instanceof Poll.OfAnother another) {
            ofAnother(call, another.owner(), clientId, AUTH_REQ_ID, INVALID_AUTH_REQ_ID);
        } else {
            refuse(
                    call,
                    Text.of(
                            "auth_req_id est inconnu, ou a déjà servi.",
                            "auth_req_id is unknown, or was already redeemed."),
                    new Observed("an auth_req_id not yet redeemed", "CIBA Core §11"),
                    new Observed(Fact.AUTH_REQ_ID.redact(authReqId), call.where(AUTH_REQ_ID)),
                    INVALID_AUTH_REQ_ID);
        }
        return call.refusal().orElseThrow();
    }

    private Reply answer(Call call, Poll.Known poll) {
        call.notes()
                .note(Fact.POLL_INTERVAL, String.valueOf(poll.interval().toSeconds()), "PSC/interval")
                .note(Fact.POLL_GAP, String.valueOf(poll.gap().toMillis()), "PSC/clock");
        return switch (poll.state()) {
            case PENDING ->
                error(
                        "authorization_pending",
                        "The authorization request is still pending as the end-user hasn't yet been authenticated.");
            case EXPIRED -> error("expired_token", "authentication timed out");
            case DENIED -> error("access_denied", "not authorized");
            case TOO_EARLY -> tooEarly(call, poll);
            case GRANTED -> granted(call, tokens.open(poll.request()));
        };
    }

    private static Reply error(String code, String description) {
        return new OAuthError(400, code, description).reply();
    }

    private static Reply tooEarly(Call call, Poll.Known poll) {
        refuse(
                call,
                Text.of(
                                "Interrogation après {0} ms ; PSC demande d'attendre {1} s.",
                                "Polled after {0} ms; PSC asks to wait {1} s.")
                        .with(poll.gap().toMillis(), poll.interval().toSeconds()),
                new Observed(poll.interval().toSeconds() + " s", "PSC/interval"),
                new Observed(poll.gap().toMillis() + " ms", "PSC/clock"),
                new OAuthError(400, "slow_down", "too early to access"));
        return call.refusal().orElseThrow();
    }

    private Reply refresh(Call call, String refreshToken, String clientId) {
        Optional<PscTokens.Token> token = tokens.refresh(refreshToken);
        OAuthError wire = OAuthError.invalidGrant("Invalid refresh token");
        if (token.isEmpty()) {
            refuse(
                    call,
                    Text.of(
                            "Le refresh_token est inconnu, a expiré ou a déjà servi.",
                            "The refresh_token is unknown, has expired or was already redeemed."),
                    new Observed("a refresh_token alive", "RFC 6749 §6"),
                    new Observed("none", call.where(REFRESH_GRANT)),
                    wire);
            return call.refusal().orElseThrow();
        }
        String owner = token.get().session().clientId();
        if (!owner.equals(clientId)) {
            ofAnother(call, owner, clientId, REFRESH_GRANT, wire);
            return call.refusal().orElseThrow();
        }
        return tokens.redeem(refreshToken)
                .map(redeemed -> granted(call, redeemed.session()))
                .orElseGet(wire::reply);
    }

    private Reply granted(Call call, PscSession session) {
        JsonObject answer = tokens.issue(session);
        call.notes()
                .note(Fact.PSC_TOKEN, answer.text("access_token"), "answer/access_token")
                .note(Fact.PSC_SESSION, session.id(), "answer/session_state")
                .note(Fact.TOKEN_PERSON, session.person().nationalId(), "token/SubjectNameID");
        return Reply.json(200, answer);
    }

    private static void ofAnother(Call call, String owner, String clientId, String parameter, OAuthError wire) {
        call.refuse(OAuthRefusal.of(
                Rules.SAME_CLIENT,
                Text.of("{0} a été remis à {1} ; c'est {2} qui le présente.", "{0} was given to {1}; {2} presents it.")
                        .with(parameter, owner, clientId),
                new Observed(owner, "PSC/" + parameter),
                new Observed(clientId, call.where("client_id")),
                wire));
    }

    private static void refuse(Call call, Text sentence, Observed expected, Observed observed, OAuthError wire) {
        call.refuse(OAuthRefusal.of(Rules.CIBA_REQUEST, sentence, expected, observed, wire));
    }
}
