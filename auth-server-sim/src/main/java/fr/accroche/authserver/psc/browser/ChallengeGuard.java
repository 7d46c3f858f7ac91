package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.compliance.declaration.PscChoices.Pkce;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import java.util.Optional;

/** The code_challenge of an authorization request (RFC 7636 §4.2, §4.3, §4.4.1). */
final class ChallengeGuard {

    private static final String CHALLENGE = "code_challenge";
    private static final String METHOD = "code_challenge_method";

    private ChallengeGuard() {}

    /** Notes the method, which is {@code plain} where none is said (RFC 7636 §4.3), and refuses what is no challenge. */
    static Optional<Challenge> check(Call call, Pkce pkce) {
        Optional<String> challenge = call.parameter(CHALLENGE);
        Optional<String> said = call.parameter(METHOD);
        String method = said.or(() -> challenge.map(value -> "plain")).orElse("none");
        if (said.isPresent() && challenge.isPresent()) {
            call.note(Fact.CODE_CHALLENGE_METHOD, METHOD);
        } else {
            call.notes().note(Fact.CODE_CHALLENGE_METHOD, said.isPresent() ? "missing" : method, call.where(CHALLENGE));
        }
        if (challenge.isEmpty()) {
            missing(call, pkce, said);
            return Optional.empty();
        }
        boolean hashed = method.equals("S256");
        if (!hashed && !(method.equals("plain") && pkce == Pkce.PLAIN)) {
            AuthorizationGuard.refuse(
                    call,
                    METHOD,
                    pkce == Pkce.PLAIN ? "S256 or plain" : "S256",
                    new Observed(said.isPresent() ? call.observed(METHOD).value() : "plain", ""),
                    OAuthError.invalidRequest("transform algorithm not supported"));
        } else if (!(hashed ? Challenge.HASHED_FORM : Challenge.FORM)
                .matcher(challenge.get())
                .matches()) {
            AuthorizationGuard.refuse(
                    call,
                    CHALLENGE,
                    hashed ? "43 characters, base64url" : "43 to 128 characters",
                    new Observed(challenge.get().length() + " characters", ""),
                    OAuthError.invalidRequest("code_challenge is malformed"));
        }
        return Optional.of(new Challenge(challenge.get(), hashed));
    }

    private static void missing(Call call, Pkce pkce, Optional<String> said) {
        if (said.isPresent() || pkce == Pkce.REQUIRED) {
            AuthorizationGuard.refuse(
                    call, CHALLENGE, "a code_challenge", OAuthError.invalidRequest("code challenge required"));
        }
    }
}
