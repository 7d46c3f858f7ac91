package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/** CIBA: polls, and the request that follows a ping (CIBA Core §10.1, §10.2, §11). A client that is told may poll too. */
final class CibaTokenGrant implements TokenGrant {

    static final String TYPE = "urn:openid:params:grant-type:ciba";

    /** The fault on demand that has the next poll answered {@code slow_down}, however late it comes. */
    static final String SLOW_DOWN = "slow-down";

    private static final OAuthError TOO_EARLY = new OAuthError(400, "slow_down", "too early to access");

    private static final String AUTH_REQ_ID = "auth_req_id";
    private static final OAuthError INVALID_AUTH_REQ_ID = OAuthError.invalidGrant("Invalid auth_req_id");

    private final CibaRequests requests;
    private final Issuing issuing;

    CibaTokenGrant(CibaRequests requests, Issuing issuing) {
        this.requests = requests;
        this.issuing = issuing;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<PscRegistration.Grant> registered() {
        return Optional.of(PscRegistration.Grant.CIBA);
    }

    @Override
    public List<String> needed() {
        return List.of(AUTH_REQ_ID);
    }

    @Override
    public Reply answer(Call call, Client client) {
        String authReqId = call.parameter(AUTH_REQ_ID).orElseThrow();
        if (call.onDemand(SLOW_DOWN, client.clientId()) && requests.slowDown(authReqId, client.clientId())) {
            return TOO_EARLY.reply();
        }
        Poll poll = requests.poll(authReqId, client.clientId(), call.explains());
        if (poll instanceof Poll.Known known) {
            return answer(call, client, known);
        }
        if (poll instanceof Poll.OfAnother another) {
            return TokenGrant.ofAnother(call, another.owner(), client, AUTH_REQ_ID, INVALID_AUTH_REQ_ID);
        }
        return TokenGrant.refused(
                call,
                Rules.CIBA_REQUEST,
                Text.of(
                        "auth_req_id est inconnu, ou a déjà servi.",
                        "auth_req_id is unknown, or was already redeemed."),
                new Observed("an auth_req_id not yet redeemed", "CIBA Core §11"),
                new Observed(Fact.AUTH_REQ_ID.redact(authReqId), call.where(AUTH_REQ_ID)),
                INVALID_AUTH_REQ_ID);
    }

    private Reply answer(Call call, Client client, Poll.Known poll) {
        call.notes()
                .note(Fact.POLL_INTERVAL, String.valueOf(poll.interval().toSeconds()), "PSC/interval")
                .note(Fact.POLL_GAP, poll.gap().map(gap -> String.valueOf(gap.toMillis())), "PSC/clock");
        if (poll.early()) {
            refuseEarly(call, poll);
        }
        return call.refusal(true).orElseGet(() -> answered(call, client, poll));
    }

    private Reply answered(Call call, Client client, Poll.Known poll) {
        return switch (poll.state()) {
            case PENDING ->
                error(
                        "authorization_pending",
                        "The authorization request is still pending as the end-user hasn't yet been authenticated.");
            case EXPIRED -> error("expired_token", "authentication timed out");
            case DENIED -> error("access_denied", "not authorized");
            case GRANTED -> granted(call, client, poll.request());
        };
    }

    private Reply granted(Call call, Client client, CibaRequest request) {
        CibaRequest.Asked asked = request.asked();
        PscSession session = issuing.sessions().open(asked.person(), asked.channel());
        return issuing.tokens(call, client, session, asked.scope(), Optional.empty());
    }

    private static Reply error(String code, String description) {
        return new OAuthError(400, code, description).reply();
    }

    /** However often: CIBA Core §11 lets a server say invalid_request of who goes on, and asks none to. */
    private static void refuseEarly(Call call, Poll.Known poll) {
        long gap = poll.gap().orElseThrow().toMillis();
        call.refuse(OAuthRefusal.of(
                Rules.CIBA_REQUEST,
                Text.of(
                                "Interrogation après {0} ms ; PSC demande d'attendre {1} s.",
                                "Polled after {0} ms; PSC asks to wait {1} s.")
                        .with(gap, poll.interval().toSeconds()),
                new Observed(poll.interval().toSeconds() + " s", "PSC/interval"),
                new Observed(gap + " ms", "PSC/clock"),
                TOO_EARLY));
    }
}
