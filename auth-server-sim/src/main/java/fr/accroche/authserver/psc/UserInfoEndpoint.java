package fr.accroche.authserver.psc;

import fr.accroche.authserver.Bearer;
import fr.accroche.authserver.BearerError;
import fr.accroche.authserver.Call;
import fr.accroche.authserver.CertificateBinding;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.IdTokens;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.PscRegistration.UserInfoForm;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who the bearer of an access token is (OpenID Connect Core §5.3), by GET or POST; the token in the header, or in the form of a POST
 * (RFC 6750 §2.2), never in the address. JSON, or a JWT where the client registered that.
 */
final class UserInfoEndpoint {

    private final PscTokens tokens;
    private final IdTokens signatures;
    private final Supplier<URI> issuer;
    private final BearerError errors = new BearerError(Paths.REALM_NAME);

    UserInfoEndpoint(PscTokens tokens, IdTokens signatures, Supplier<URI> issuer) {
        this.tokens = tokens;
        this.signatures = signatures;
        this.issuer = issuer;
    }

    Reply answer(Call call) {
        Bearer bearer = Bearer.of(call, true);
        if (bearer instanceof Bearer.Shown shown) {
            return answer(call, shown);
        }
        return bearer instanceof Bearer.Malformed malformed
                ? errors.malformed(call, Rules.PSC_TOKEN_GENUINE, malformed)
                : errors.missing(call, Rules.PSC_TOKEN_GENUINE);
    }

    private Reply answer(Call call, Bearer.Shown shown) {
        call.notes().note(Fact.PSC_TOKEN, shown.token(), shown.where());
        Optional<PscTokens.Token> token = tokens.access(shown.token());
        if (token.isEmpty()) {
            return errors.refuse(call, dead(shown));
        }
        PscGrant grant = token.get().grant();
        Optional<OAuthRefusal> unbound =
                CertificateBinding.refusal(call, token.get().claims());
        if (unbound.isPresent()) {
            return errors.refuse(call, unbound.get());
        }
        if (!grant.openId()) {
            return errors.insufficientScope(call, Rules.PSC_TOKEN_GENUINE, Scopes.OPENID, grant.scope());
        }
        call.notes()
                .note(Fact.PSC_SESSION, grant.session().id(), "token/sid")
                .note(Fact.TOKEN_PERSON, grant.session().person().nationalId(), "token/SubjectNameID");
        Professional person = grant.session().person();
        return answer(
                grant.client(),
                IndividualClaims.added(
                        claims(person, grant.scopes()), person, grant.claims().userInfo()));
    }

    /** What the scopes give: of scope_all what PSC says of a professional; sub in any case (OpenID Connect Core §5.3.2, §5.4). */
    static JsonObject claims(Professional person, List<String> scopes) {
        Map<String, Json> claims = new LinkedHashMap<>();
        claims.putAll(JsonObject.EMPTY.with("sub", PscClaims.subject(person)).members());
        if (scopes.contains("scope_all")) {
            claims.putAll(UserInfo.of(person).members());
        }
        claims.putAll(ScopeClaims.of(person, Set.copyOf(scopes)).members());
        return new JsonObject(claims);
    }

    private Reply answer(Client client, JsonObject claims) {
        if (client.registration().userInfo() == UserInfoForm.JSON) {
            return Reply.json(200, claims);
        }
        JsonObject said = claims.with("iss", issuer.get().toString()).with("aud", client.clientId());
        return Reply.of(Response.of(200, "application/jwt", signatures.issue(client, said))
                .with("Cache-Control", "no-store")
                .with("Pragma", "no-cache"));
    }

    private static OAuthRefusal dead(Bearer.Shown shown) {
        return OAuthRefusal.of(
                Rules.PSC_TOKEN_GENUINE,
                Text.of(
                        "userinfo demande un jeton d'accès PSC en cours de validité.",
                        "userinfo asks for a live PSC access token."),
                new Observed("Bearer, a live access token", "RFC 6750 §2.1"),
                new Observed(Fact.PSC_TOKEN.redact(shown.token()), shown.where()),
                BearerError.invalidToken("Token verification failed"));
    }
}
