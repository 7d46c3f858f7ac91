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

/**
 * PSC's introspection (RFC 7662): access tokens with SubjectNameID, refresh tokens without (docs/sources.md, PSC
 * samples).
 */
final class IntrospectionEndpoint {

    private final ClientAuthenticator authenticator;
    private final PscTokens tokens;

    IntrospectionEndpoint(ClientAuthenticator authenticator, PscTokens tokens) {
        this.authenticator = authenticator;
        this.tokens = tokens;
    }

    Reply answer(Call call) {
        call.note(Fact.PSC_TOKEN, "token");
        FormGuard.check(call, Rules.PSC_TOKEN_GENUINE);
        authenticator.authenticate(call);
        Optional<String> token = call.parameter("token");
        if (token.isEmpty()) {
            call.refuse(OAuthRefusal.of(
                    Rules.PSC_TOKEN_GENUINE,
                    Text.of("Le paramètre token manque.", "The parameter token is missing."),
                    new Observed("token", "RFC 7662 §2.1"),
                    call.observed("token"),
                    OAuthError.invalidRequest("Token not provided.")));
        }
        return call.refusal().orElseGet(() -> introspect(call, token.orElseThrow()));
    }

    private Reply introspect(Call call, String value) {
        Optional<PscTokens.Token> token = tokens.access(value).or(() -> tokens.refresh(value));
        call.notes().note(Fact.SUBJECT_TOKEN_STATE, token.isPresent() ? "active" : "inactive", "answer/active");
        if (token.isEmpty()) {
            return Reply.json(200, JsonObject.EMPTY.with("active", false));
        }
        PscGrant grant = token.get().grant();
        PscSession session = grant.session();
        JsonObject claims = token.get().claims();
        call.notes()
                .note(Fact.PSC_SESSION, session.id(), "token/sid")
                .note(Fact.TOKEN_PERSON, claims.text("SubjectNameID"), "token/SubjectNameID");
        return Reply.json(
                200,
                claims.with("client_id", grant.client().clientId())
                        .with("username", session.person().nationalId())
                        .with("active", true));
    }
}
