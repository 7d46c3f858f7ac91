package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.util.Optional;

/** Who the bearer of an access token is (OpenID Connect Core §5.3). */
final class UserInfoEndpoint {

    private static final String SCHEME = "Bearer ";
    private static final String WHERE = "header/Authorization";

    private final PscTokens tokens;

    UserInfoEndpoint(PscTokens tokens) {
        this.tokens = tokens;
    }

    Reply answer(Call call) {
        Optional<String> bearer = call.request()
                .headers()
                .first("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).trim());
        call.notes().note(Fact.PSC_TOKEN, bearer, WHERE);
        Optional<PscTokens.Token> token = bearer.flatMap(tokens::access);
        if (token.isEmpty()) {
            return refuse(call, bearer);
        }
        PscSession session = token.get().grant().session();
        call.notes()
                .note(Fact.PSC_SESSION, session.id(), "token/sid")
                .note(Fact.TOKEN_PERSON, session.person().nationalId(), "token/SubjectNameID");
        return Reply.json(200, UserInfo.of(session.person()));
    }

    /** RFC 6750 §3: a challenge, with an error code only if there was a token. */
    private static Reply refuse(Call call, Optional<String> bearer) {
        call.refuse(OAuthRefusal.of(
                Rules.PSC_TOKEN_GENUINE,
                Text.of(
                        "userinfo demande un jeton d'accès PSC en cours de validité.",
                        "userinfo asks for a live PSC access token."),
                new Observed("Bearer, a live access token", "RFC 6750 §2.1"),
                new Observed(bearer.map(Fact.PSC_TOKEN::redact).orElse(Observed.NOTHING.value()), WHERE),
                new OAuthError(
                        401,
                        "invalid_token",
                        bearer.isPresent() ? "Token verification failed" : "Token not provided")));
        return call.refusal()
                .orElseThrow()
                .with("WWW-Authenticate", bearer.isPresent() ? "Bearer error=\"invalid_token\"" : "Bearer");
    }
}
