package fr.accroche.compliance.declaration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the authorization servers of the APIs PSC behave where public documents are silent or disagree. Each has a default and
 * its reason in docs/settings.md.
 *
 * @param errors whose error bodies they answer
 * @param subjectTokenCheck how they verify a PSC token
 * @param subjectIssuer the only value that {@code subject_issuer} may have
 * @param subjectIssuerRequired whether a token exchange without it is refused
 * @param sameClient whether the PSC token must have been issued to the client that exchanges it
 * @param subjectTokenOnce whether a PSC token is exchanged once only at each
 * @param scopeRequired whether a token exchange without {@code scope} is refused
 * @param issuedTokenType whether answers have {@code issued_token_type}
 * @param refreshTokenLife of a refresh token
 * @param followsPscSession whether tokens die with the PSC session that they come from
 * @param onRefused what is answered when the API Credential refuses
 * @param onUnavailable what is answered when it does not answer
 * @param onWrongClient what is answered to a caller that is not the client it says it is
 * @param skew tolerated in the dates of what PSC signs
 * @param scopes what may be asked for at each téléservice's server; anything where it has no line
 * @param tokenLife of an access token of each, where it is not {@link Settings#apiTokenLife}
 */
public record ApiPscChoices(
        Errors errors,
        SubjectTokenCheck subjectTokenCheck,
        String subjectIssuer,
        boolean subjectIssuerRequired,
        boolean sameClient,
        boolean subjectTokenOnce,
        boolean scopeRequired,
        boolean issuedTokenType,
        Duration refreshTokenLife,
        boolean followsPscSession,
        OnRefused onRefused,
        OnUnavailable onUnavailable,
        OnWrongClient onWrongClient,
        Duration skew,
        Map<Teleservice, List<String>> scopes,
        Map<Teleservice, Duration> tokenLife) {

    public ApiPscChoices {
        scopes = Map.copyOf(scopes);
        tokenLife = Map.copyOf(tokenLife);
    }

    public static final ApiPscChoices DEFAULT = new ApiPscChoices(
            Errors.RFC,
            SubjectTokenCheck.INTROSPECTION,
            "psc",
            false,
            true,
            false,
            false,
            true,
            Duration.ofMinutes(30),
            false,
            OnRefused.ACCESS_DENIED,
            OnUnavailable.UNAVAILABLE,
            OnWrongClient.UNAUTHORIZED,
            Duration.ZERO,
            Map.of(),
            Map.of());

    /** The same where a PSC token is exchanged once only at each. */
    public ApiPscChoices withSubjectTokenOnce() {
        return new ApiPscChoices(
                errors,
                subjectTokenCheck,
                subjectIssuer,
                subjectIssuerRequired,
                sameClient,
                true,
                scopeRequired,
                issuedTokenType,
                refreshTokenLife,
                followsPscSession,
                onRefused,
                onUnavailable,
                onWrongClient,
                skew,
                scopes,
                tokenLife);
    }

    /** Whose error bodies are answered. */
    public enum Errors {
        /** RFC 6749 §5.2 and RFC 8693 §2.2.2. */
        RFC,
        /** Keycloak, which the test authorization server of the EDC runs on. */
        KEYCLOAK
    }

    /** How a PSC token is verified. */
    public enum SubjectTokenCheck {
        /** By asking PSC (RFC 7662), as the CI-SIS guide says. */
        INTROSPECTION,
        /** By calling PSC's userinfo with it, as Keycloak does. */
        USERINFO,
        /** By PSC's keys, without a call for each token. */
        LOCAL_JWKS
    }

    /** What is answered when the API Credential refuses. */
    public enum OnRefused {
        /** 403 {@code access_denied}, as Keycloak says of a client not allowed to exchange. */
        ACCESS_DENIED,
        /** 400 {@code invalid_request}, as RFC 8693 §2.2.2 says of a token unacceptable by policy. */
        INVALID_REQUEST
    }

    /** What is answered when the API Credential does not answer. */
    public enum OnUnavailable {
        /** 503. */
        UNAVAILABLE,
        /** As if it had refused. */
        REFUSE,
        /** As if it had agreed. */
        ALLOW
    }

    /** What is answered to a caller whose certificate is not the client's, or of no client. */
    public enum OnWrongClient {
        /** 401, RFC 6749 §5.2. */
        UNAUTHORIZED,
        /** 400, as the gateway of the agency answers. */
        BAD_REQUEST
    }
}
