package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Client;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An authorization request that is sound (OpenID Connect Core §3.1.2.1).
 *
 * @param id PSC's own name of it, for the journal
 * @param client who asks
 * @param answerTo where it is answered
 * @param scopes what is asked for, as far as it is understood, in the order of the request
 * @param nonce goes into the id_token
 * @param challenge what the code's redemption must prove
 * @param prompts what the person must be asked
 * @param maxAge how old an authentication may be
 * @param loginHint whom the client expects, in its own words
 * @param hintedSubject the sub of id_token_hint
 * @param claims claims asked for one by one
 */
public record AuthorizationRequest(
        String id,
        Client client,
        ReturnAddress answerTo,
        List<String> scopes,
        Optional<String> nonce,
        Optional<Challenge> challenge,
        Set<Prompt> prompts,
        Optional<Duration> maxAge,
        Optional<String> loginHint,
        Optional<String> hintedSubject,
        ClaimsRequest claims) {

    public AuthorizationRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(answerTo, "answerTo");
        scopes = List.copyOf(scopes);
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(challenge, "challenge");
        prompts = Set.copyOf(prompts);
        Objects.requireNonNull(maxAge, "maxAge");
        Objects.requireNonNull(loginHint, "loginHint");
        Objects.requireNonNull(hintedSubject, "hintedSubject");
        Objects.requireNonNull(claims, "claims");
    }

    /** What the person is asked for (OpenID Connect Core §3.1.2.1); other words are ignored. */
    public enum Prompt {
        NONE,
        LOGIN,
        CONSENT,
        SELECT_ACCOUNT
    }

    /** The scope of its tokens. */
    public String scope() {
        return String.join(" ", scopes);
    }

    /** What the person is asked to agree to: scopes, then claims asked for one by one (OpenID Connect Core §5.5), which say as much. */
    public List<String> wanted() {
        return Stream.of(
                        scopes.stream(),
                        claims.idToken().stream().sorted(),
                        claims.userInfo().stream().sorted())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    public boolean asks(Prompt prompt) {
        return prompts.contains(prompt);
    }

    /** Whether this subject may answer, by id_token_hint and by claims. */
    public boolean isFor(String subject) {
        return hintedSubject.map(subject::equals).orElse(true)
                && claims.subjects().stream().allMatch(subject::equals);
    }

    /** Neither state nor nonce: they tell one login from another. */
    @Override
    public String toString() {
        return "AuthorizationRequest[" + client.clientId() + "]";
    }
}
