package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.Ids;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.PscChoices.Pkce;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads authorization requests, by GET or POST (OpenID Connect Core §3.1.2.1): notes them, and has every guard speak. */
public final class AuthorizationReader {

    private static final int LONGEST_STATE = 2048;

    private final ClientGuard clients;
    private final AuthorizationGuard guard;
    private final Pkce pkce;
    private final Set<String> known;
    private final Supplier<URI> issuer;
    private final Function<String, Optional<String>> hints;
    private final ErrorPage errors;
    private final Ids ids;

    /**
     * @param hints the sub of an id_token that this issuer gave, an expired one too
     */
    public AuthorizationReader(
            ClientGuard clients,
            Offer offer,
            Supplier<URI> issuer,
            Function<String, Optional<String>> hints,
            ErrorPage errors,
            Ids ids) {
        this.clients = clients;
        this.guard = new AuthorizationGuard(offer.scopes(), offer.acr());
        this.pkce = offer.pkce();
        this.known = offer.claims();
        this.issuer = issuer;
        this.hints = hints;
        this.errors = errors;
        this.ids = ids;
    }

    public Reading read(Call call) {
        note(call);
        FormGuard.check(call, Rules.AUTHORIZATION_REQUEST);
        Optional<Client> client = clients.client(call);
        return client.map(known -> read(call, known)).orElseGet(() -> new Reading.Refused(errors.refused(call, 400)));
    }

    private Reading read(Call call, Client client) {
        Optional<String> redirectUri = clients.redirectUri(call, client);
        guard.check(call, client);
        Optional<Challenge> challenge = ChallengeGuard.check(call, pkce);
        Optional<String> hinted = hinted(call);
        ClaimsRequest claims = claims(call);
        if (redirectUri.isEmpty()) {
            return new Reading.Refused(errors.refused(call, 400));
        }
        ReturnAddress answerTo = answerTo(call, redirectUri.get());
        return call.refusal(AuthorizationGuard.bounded(call), refusal -> sentBack(answerTo, refusal.wire()))
                .<Reading>map(refused ->
                        new Reading.Refused(answerTo.error(call.error().orElseThrow())))
                .orElseGet(() -> new Reading.Sound(sound(call, client, answerTo, challenge, hinted, claims)));
    }

    /** An error goes back with the browser: its status is that of the answer that sends it there. */
    private static OAuthError sentBack(ReturnAddress answerTo, OAuthError error) {
        return new OAuthError(answerTo.error(error).response().status(), error.error(), error.description());
    }

    private static void note(Call call) {
        call.note(Fact.CLIENT_ID, "client_id");
        call.note(Fact.RESPONSE_TYPE, "response_type");
        call.note(Fact.SCOPE, "scope");
        call.note(Fact.ACR_VALUES, "acr_values");
        call.note(Fact.NONCE, "nonce");
        call.note(Fact.LOGIN_HINT, "login_hint");
    }

    private AuthorizationRequest sound(
            Call call,
            Client client,
            ReturnAddress answerTo,
            Optional<Challenge> challenge,
            Optional<String> hinted,
            ClaimsRequest claims) {
        String id = ids.opaque();
        call.notes().note(Fact.AUTHORIZATION, id, "PSC/authorization");
        return new AuthorizationRequest(
                id,
                client,
                answerTo,
                guard.understood(call),
                call.parameter("nonce"),
                challenge,
                prompts(call),
                AuthorizationGuard.maxAge(call),
                call.parameter("login_hint"),
                hinted,
                claims);
    }

    private ReturnAddress answerTo(Call call, String redirectUri) {
        return new ReturnAddress(
                issuer.get().toString(),
                redirectUri,
                call.parameter("response_mode").flatMap(ResponseMode::named).orElse(ResponseMode.QUERY),
                call.parameter("state").filter(state -> state.length() <= LONGEST_STATE),
                Languages.of(call));
    }

    private Optional<String> hinted(Call call) {
        Optional<String> hint = call.parameter("id_token_hint");
        Optional<String> subject = hint.flatMap(hints);
        if (hint.isPresent() && subject.isEmpty()) {
            AuthorizationGuard.refuse(
                    call,
                    "id_token_hint",
                    "an id_token of this PSC",
                    new Observed("something else", ""),
                    OAuthError.invalidRequest("Invalid parameter: id_token_hint"));
        }
        return subject;
    }

    private ClaimsRequest claims(Call call) {
        Optional<String> written = call.parameter("claims");
        Optional<ClaimsRequest> read = written.flatMap(text -> ClaimsRequest.parse(text, known));
        if (written.isPresent() && read.isEmpty()) {
            AuthorizationGuard.refuse(
                    call, "claims", "a JSON object", OAuthError.invalidRequest("claims is no JSON object of claims"));
        }
        return read.orElse(ClaimsRequest.NONE);
    }

    private static Set<AuthorizationRequest.Prompt> prompts(Call call) {
        Set<String> asked = new HashSet<>(Words.in(call, "prompt"));
        return Arrays.stream(AuthorizationRequest.Prompt.values())
                .filter(prompt -> asked.contains(prompt.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
