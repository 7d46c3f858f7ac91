package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.FormGuard;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PSC's token endpoint (RFC 6749 §3.2): who asks, for which grant, with what it needs; the grant does the rest. */
final class TokenEndpoint {

    private final ClientAuthenticator authenticator;
    private final Map<String, TokenGrant> grants = new LinkedHashMap<>();

    TokenEndpoint(ClientAuthenticator authenticator, List<TokenGrant> grants) {
        this.authenticator = authenticator;
        grants.forEach(grant -> this.grants.put(grant.type(), grant));
    }

    Reply answer(Call call) {
        call.note(Fact.GRANT_TYPE, "grant_type");
        call.note(Fact.AUTH_REQ_ID, "auth_req_id");
        call.note(Fact.AUTHORIZATION_CODE, "code");
        RuleId rule = call.parameter("grant_type")
                .map(grants::get)
                .map(TokenGrant::rule)
                .orElse(Rules.CIBA_REQUEST);
        FormGuard.check(call, rule);
        Optional<Client> client = authenticator.authenticate(call, rule).flatMap(authenticator::client);
        Optional<TokenGrant> grant = grant(call);
        grant.ifPresent(known -> {
            client.ifPresent(asking -> allowed(call, asking, known));
            known.needed().forEach(parameter -> needed(call, known, parameter));
        });
        boolean passable = client.isPresent()
                && grant.filter(known -> known.needed().stream()
                                .allMatch(parameter -> call.parameter(parameter).isPresent()))
                        .isPresent();
        return call.refusal(passable).orElseGet(() -> grant.orElseThrow().answer(call, client.orElseThrow()));
    }

    private Optional<TokenGrant> grant(Call call) {
        Optional<String> type = call.parameter("grant_type");
        Optional<TokenGrant> grant = type.map(grants::get);
        if (grant.isEmpty()) {
            refuse(
                    call,
                    Rules.CIBA_REQUEST,
                    Text.of("grant_type vaut « {0} ».", "grant_type is '{0}'.")
                            .with(call.observed("grant_type").value()),
                    new Observed(String.join(" | ", grants.keySet()), "PSC/metadata"),
                    call.observed("grant_type"),
                    type.isPresent()
                            ? new OAuthError(400, "unsupported_grant_type", "Unsupported grant_type")
                            : OAuthError.invalidRequest("Missing form parameter: grant_type"));
        }
        return grant;
    }

    private static void allowed(Call call, Client client, TokenGrant grant) {
        if (grant.registered().isPresent()
                && !client.registration().grants().contains(grant.registered().get())) {
            refuse(
                    call,
                    grant.rule(),
                    Text.of("{0} n'a pas enregistré {1}.", "{0} did not register {1}.")
                            .with(client.clientId(), grant.type()),
                    new Observed(grant.type(), client.declaredAt()),
                    call.observed("grant_type"),
                    new OAuthError(400, "unauthorized_client", "Client not allowed for this grant_type"));
        }
    }

    private static void needed(Call call, TokenGrant grant, String parameter) {
        if (call.parameter(parameter).isEmpty()) {
            refuse(
                    call,
                    grant.rule(),
                    Text.of("Le paramètre {0} manque.", "The parameter {0} is missing.")
                            .with(parameter),
                    new Observed(parameter, "RFC 6749 §4, §6; CIBA Core §10.1"),
                    call.observed(parameter),
                    OAuthError.invalidRequest("Missing parameter: " + parameter));
        }
    }

    private static void refuse(
            Call call, RuleId rule, Text sentence, Observed expected, Observed observed, OAuthError wire) {
        call.refuse(OAuthRefusal.of(rule, sentence, expected, observed, wire));
    }
}
