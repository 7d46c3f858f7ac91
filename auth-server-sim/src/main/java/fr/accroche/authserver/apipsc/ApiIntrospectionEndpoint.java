package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.CertificateGuard;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A realm's introspection (RFC 7662), for téléservices known by the CN of their certificate. A token that is unknown, has
 * expired or is another realm's is {@code {"active":false}}.
 */
final class ApiIntrospectionEndpoint {

    private final Realm realm;
    private final Set<String> introspectors;

    ApiIntrospectionEndpoint(Realm realm, Set<String> introspectors) {
        this.realm = realm;
        this.introspectors = introspectors;
    }

    Reply answer(Call call) {
        call.notes().note(Fact.TELESERVICE, realm.service().label(), "realm");
        call.note(Fact.API_TOKEN, "token");
        FormGuard.check(call, Rules.API_TOKEN_ALIVE);
        CertificateGuard.check(call);
        call.certificate().presented().ifPresent(seen -> known(call, seen));
        Optional<String> token = call.parameter("token");
        if (token.isEmpty()) {
            call.refuse(OAuthRefusal.of(
                    Rules.API_TOKEN_ALIVE,
                    Text.of("Le paramètre token manque.", "The parameter token is missing."),
                    new Observed("token", "RFC 7662 §2.1"),
                    call.observed("token"),
                    OAuthError.invalidRequest("Token not provided.")));
        }
        return call.refusal().orElseGet(() -> introspect(call, token.orElseThrow()));
    }

    private void known(Call call, ObservedCertificate seen) {
        if (seen.commonName().map(introspectors::contains).orElse(false)) {
            return;
        }
        String caller = seen.commonName().orElse(seen.subject());
        call.refuse(OAuthRefusal.of(
                Rules.CLIENT_REGISTERED,
                Text.of("{0} n'est pas un téléservice connu ici.", "{0} is no téléservice known here.")
                        .with(caller),
                new Observed(String.join(", ", new TreeSet<>(introspectors)), "API-PSC/introspectors"),
                new Observed(caller, seen.where("CN")),
                OAuthError.invalidClient("Client not allowed.")));
    }

    private Reply introspect(Call call, String value) {
        Optional<ApiToken> token = realm.tokens().get(value);
        if (token.isEmpty()) {
            return Reply.json(200, JsonObject.EMPTY.with("active", false));
        }
        JsonObject claims = token.get().claims();
        call.notes()
                .note(Fact.TOKEN_PERSON, claims.text("SubjectNameID"), "token/SubjectNameID")
                .note(Fact.TOKEN_CNF, token.get().boundTo(), "token/cnf");
        return Reply.json(
                200,
                claims.with("client_id", claims.text("azp").orElseThrow())
                        .with("username", claims.text("preferred_username").orElseThrow())
                        .with("active", true));
    }
}
