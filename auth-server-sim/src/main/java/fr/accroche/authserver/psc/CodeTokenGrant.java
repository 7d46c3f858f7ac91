package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.authserver.psc.browser.AuthorizationCode;
import fr.accroche.authserver.psc.browser.AuthorizationCodes;
import fr.accroche.authserver.psc.browser.AuthorizationRequest;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The code of a login by browser (RFC 6749 §4.1.3, OpenID Connect Core §3.1.3, RFC 7636 §4.5, §4.6). */
final class CodeTokenGrant implements TokenGrant {

    static final String TYPE = "authorization_code";

    private static final String CODE = "code";
    private static final String REDIRECT_URI = "redirect_uri";
    private static final String VERIFIER = "code_verifier";
    private static final Text ANOTHER_ADDRESS = Text.of(
            "redirect_uri n'est pas celui de la demande d'autorisation.",
            "redirect_uri is not the one of the authorization request.");
    private static final Text ANOTHER_VERIFIER = Text.of(
            "code_verifier n'est pas celui que la demande d'autorisation annonçait.",
            "code_verifier is not the one that the authorization request announced.");
    private static final OAuthError INVALID = OAuthError.invalidGrant("Code not valid");

    /**
     * What is wrong with a redemption.
     *
     * @param state as the journal names it
     * @param parameter where it shows
     */
    private record Flaw(String state, String parameter, Text sentence, String expected) {}

    private static final Flaw UNKNOWN = new Flaw(
            "unknown", CODE, Text.of("Le code est inconnu de PSC.", "The code is unknown to PSC."), "a code of PSC");
    private static final Flaw USED = new Flaw(
            "used",
            CODE,
            Text.of(
                    "Le code a déjà servi ; les jetons qu'il avait donnés sont révoqués.",
                    "The code was used already; the tokens that it gave are revoked."),
            "a code not yet used");
    private static final Flaw EXPIRED =
            new Flaw("expired", CODE, Text.of("Le code a expiré.", "The code has expired."), "a code alive");
    private static final Flaw OUT_OF_SESSION = new Flaw(
            "session",
            CODE,
            Text.of("La session de ce code est close.", "The session of this code is over."),
            "a code alive");

    private final AuthorizationCodes<PscSession> codes;
    private final PscSessions sessions;
    private final PscTokens tokens;
    private final Issuing issuing;
    private final Clock clock;

    CodeTokenGrant(
            AuthorizationCodes<PscSession> codes,
            PscSessions sessions,
            PscTokens tokens,
            Issuing issuing,
            Clock clock) {
        this.codes = codes;
        this.sessions = sessions;
        this.tokens = tokens;
        this.issuing = issuing;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<PscRegistration.Grant> registered() {
        return Optional.of(PscRegistration.Grant.AUTHORIZATION_CODE);
    }

    @Override
    public List<String> needed() {
        return List.of(CODE, REDIRECT_URI);
    }

    @Override
    public RuleId rule() {
        return Rules.AUTHORIZATION_REQUEST;
    }

    @Override
    public Reply answer(Call call, Client client) {
        Optional<AuthorizationCodes.Shown<PscSession>> shown =
                codes.show(call.parameter(CODE).orElseThrow());
        if (shown.isEmpty()) {
            return refused(call, UNKNOWN);
        }
        AuthorizationCode<PscSession> code = shown.get().code();
        AuthorizationRequest request = code.request();
        call.notes().note(Fact.AUTHORIZATION, request.id(), "PSC/authorization");
        PscGrant grant = grant(code);
        if (shown.get().again()) {
            tokens.revoke(grant);
            return refused(call, USED);
        }
        String owner = request.client().clientId();
        if (!owner.equals(client.clientId())) {
            return TokenGrant.ofAnother(call, owner, client, CODE, INVALID);
        }
        return redeemed(call, code, grant);
    }

    private PscGrant grant(AuthorizationCode<PscSession> code) {
        AuthorizationRequest request = code.request();
        return new PscGrant(
                request.id(),
                code.session(),
                request.client(),
                request.scope(),
                request.nonce(),
                Optional.empty(),
                request.claims());
    }

    private Reply redeemed(Call call, AuthorizationCode<PscSession> code, PscGrant grant) {
        boolean inSession = sessions.find(grant.session().id()).isPresent();
        List<Flaw> flaws = new ArrayList<>();
        if (!clock.instant().isBefore(code.until())) {
            flaws.add(EXPIRED);
        } else if (!inSession) {
            flaws.add(OUT_OF_SESSION);
        }
        AuthorizationRequest request = code.request();
        if (!sameAddress(call, request)) {
            flaws.add(new Flaw(
                    REDIRECT_URI,
                    REDIRECT_URI,
                    ANOTHER_ADDRESS,
                    request.answerTo().redirectUri()));
        }
        if (!proved(call, request)) {
            flaws.add(new Flaw(
                    VERIFIER,
                    VERIFIER,
                    ANOTHER_VERIFIER,
                    request.challenge().isPresent() ? "the verifier of code_challenge" : "no code_verifier"));
        }
        noteState(call, flaws);
        flaws.forEach(flaw -> refuse(call, flaw));
        return call.refusal(inSession).orElseGet(() -> issuing.tokens(call, grant));
    }

    private static boolean sameAddress(Call call, AuthorizationRequest request) {
        return call.parameter(REDIRECT_URI)
                .filter(request.answerTo().redirectUri()::equals)
                .isPresent();
    }

    /** A verifier without a challenge means that the challenge was taken out on the way (RFC 9700 §4.8.2). */
    private static boolean proved(Call call, AuthorizationRequest request) {
        Optional<String> verifier = call.parameter(VERIFIER);
        return request.challenge()
                .map(asked -> verifier.filter(asked::accepts).isPresent())
                .orElse(verifier.isEmpty());
    }

    private static void noteState(Call call, List<Flaw> flaws) {
        String state = flaws.isEmpty() ? "sound" : flaws.get(0).state();
        String parameter = flaws.isEmpty() ? CODE : flaws.get(0).parameter();
        call.notes().note(Fact.CODE_STATE, state, call.where(parameter));
    }

    private static Reply refused(Call call, Flaw flaw) {
        noteState(call, List.of(flaw));
        refuse(call, flaw);
        return call.refusal().orElseThrow();
    }

    private static void refuse(Call call, Flaw flaw) {
        boolean shown = flaw.parameter().equals(REDIRECT_URI);
        String state = call.parameter(flaw.parameter()).isPresent() ? flaw.state() : "";
        call.refuse(OAuthRefusal.of(
                Rules.AUTHORIZATION_REQUEST,
                flaw.sentence(),
                new Observed(flaw.expected(), "RFC 6749 §4.1.3"),
                shown ? call.observed(REDIRECT_URI) : new Observed(state, call.where(flaw.parameter())),
                INVALID));
    }
}
