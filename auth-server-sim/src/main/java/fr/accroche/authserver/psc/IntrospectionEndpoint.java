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
import java.util.Set;

/**
 * PSC's introspection (RFC 7662): access tokens with SubjectNameID, refresh tokens without (docs/sources.md, PSC
 * samples). A client of the declaration learns of its own tokens only; authorization servers, of every access token. Any other
 * is inactive to them (§2.2, §4), as one that has expired is.
 */
final class IntrospectionEndpoint {

    private final ClientAuthenticator authenticator;
    private final PscTokens tokens;
    private final Set<String> servers;

    /**
     * @param servers the clients that may ask about others' access tokens
     */
    IntrospectionEndpoint(ClientAuthenticator authenticator, PscTokens tokens, Set<String> servers) {
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.servers = Set.copyOf(servers);
    }

    Reply answer(Call call) {
        call.note(Fact.PSC_TOKEN, "token");
        FormGuard.check(call, Rules.PSC_TOKEN_GENUINE);
        Optional<String> client = authenticator.authenticate(call);
        Optional<String> token = call.parameter("token");
        if (token.isEmpty()) {
            call.refuse(OAuthRefusal.of(
                    Rules.PSC_TOKEN_GENUINE,
                    Text.of("Le paramètre token manque.", "The parameter token is missing."),
                    new Observed("token", "RFC 7662 §2.1"),
                    call.observed("token"),
                    OAuthError.invalidRequest("Token not provided.")));
        }
        return call.refusal().orElseGet(() -> introspect(call, client.orElseThrow(), token.orElseThrow()));
    }

    /** Whatever {@code token_type_hint} says: each type is looked for (RFC 7662 §2.1). */
    private Optional<PscTokens.Token> find(String clientId, String value) {
        return tokens.access(value)
                .filter(token -> servers.contains(clientId) || own(token.grant(), clientId))
                .or(() ->
                        tokens.refresh(value) instanceof RefreshTokens.Found.Alive alive && own(alive.grant(), clientId)
                                ? Optional.of(new PscTokens.Token(alive.grant(), alive.claims()))
                                : Optional.empty());
    }

    private static boolean own(PscGrant grant, String clientId) {
        return grant.client().clientId().equals(clientId);
    }

    private Reply introspect(Call call, String clientId, String value) {
        Optional<PscTokens.Token> token = find(clientId, value);
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
        boolean access = claims.text("typ").equals(Optional.of("Bearer"));
        return Reply.json(
                200,
                claims.with("client_id", grant.client().clientId())
                        .with("username", session.person().nationalId())
                        .with("token_type", access ? "Bearer" : null)
                        .with("active", true));
    }
}
