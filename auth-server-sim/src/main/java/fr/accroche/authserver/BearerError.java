package fr.accroche.authserver;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;

/**
 * How a resource refuses (RFC 6750 §3): the challenge and the body say the same; without a token nothing is said but that one is
 * needed.
 *
 * @param realm of the challenge
 */
public record BearerError(String realm) {

    private static final OAuthError MISSING = new OAuthError(401, "token_missing", "Token not provided");

    /** No token at all: no error code (RFC 6750 §3.1). */
    public Reply missing(Call call, RuleId rule) {
        call.refuse(OAuthRefusal.of(
                rule,
                Text.of("L'appel ne porte pas de jeton d'accès.", "The call bears no access token."),
                new Observed("Authorization: Bearer", "RFC 6750 §2.1"),
                new Observed(Observed.NOTHING.value(), Bearer.HEADER),
                MISSING));
        return Reply.of(Response.of(MISSING.status())
                        .with("Cache-Control", "no-store")
                        .with("WWW-Authenticate", "Bearer realm=\"" + realm + "\""))
                .failing(MISSING.error());
    }

    /** A call that is malformed: 400 {@code invalid_request}. */
    public Reply malformed(Call call, RuleId rule, Bearer.Malformed bearer) {
        return refuse(
                call,
                OAuthRefusal.of(
                        rule,
                        Text.of("Le jeton d'accès est mal présenté : {0}.", "The access token is badly presented: {0}.")
                                .with(bearer.problem()),
                        new Observed("one token, in the Authorization header", "RFC 6750 §2, §3.1"),
                        new Observed(bearer.problem(), bearer.where()),
                        OAuthError.invalidRequest(bearer.problem())));
    }

    /** 401 {@code invalid_token}. */
    public static OAuthError invalidToken(String description) {
        return new OAuthError(401, "invalid_token", description);
    }

    /** The refusal as an answer, with its challenge. */
    public Reply refuse(Call call, OAuthRefusal refusal) {
        return refuse(call, refusal, "");
    }

    /** 403 {@code insufficient_scope}, with the scope that is needed. */
    public Reply insufficientScope(Call call, RuleId rule, String needed, String observed) {
        return refuse(
                call,
                OAuthRefusal.of(
                        rule,
                        Text.of("Le jeton n'a pas le scope {0}.", "The token does not have the scope {0}.")
                                .with(needed),
                        new Observed(needed, "RFC 6750 §3.1"),
                        new Observed(observed, "token/scope"),
                        new OAuthError(403, "insufficient_scope", "The access token lacks a scope")),
                ", scope=\"" + needed + "\"");
    }

    private Reply refuse(Call call, OAuthRefusal refusal, String more) {
        call.refuse(refusal);
        OAuthError wire = refusal.wire();
        return wire.reply()
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"" + realm + "\", error=\"" + wire.error() + "\", error_description=\""
                                + wire.description() + "\"" + more);
    }
}
