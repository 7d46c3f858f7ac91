package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/** One {@code grant_type} of PSC's token endpoint. */
interface TokenGrant {

    /** Its name on the wire. */
    String type();

    /** What a client must have registered to use it; empty if nothing. */
    Optional<PscRegistration.Grant> registered();

    /** The parameters that it cannot do without. */
    List<String> needed();

    /** The rule that asks for its parameters. */
    default RuleId rule() {
        return Rules.CIBA_REQUEST;
    }

    /** Answers a call of this client that is sound so far, or is only to be explained. */
    Reply answer(Call call, Client client);

    /** What was given to one client is presented by another (RFC 6749 §5.2, {@code invalid_grant}). */
    static Reply ofAnother(Call call, String owner, Client client, String parameter, OAuthError wire) {
        call.refuse(OAuthRefusal.of(
                Rules.SAME_CLIENT,
                Text.of("{0} a été remis à {1} ; c'est {2} qui le présente.", "{0} was given to {1}; {2} presents it.")
                        .with(parameter, owner, client.clientId()),
                new Observed(owner, "PSC/" + parameter),
                new Observed(client.clientId(), call.where("client_id")),
                wire));
        return call.refusal().orElseThrow();
    }

    /** A refusal by rule. */
    static Reply refused(Call call, RuleId rule, Text sentence, Observed expected, Observed observed, OAuthError wire) {
        call.refuse(OAuthRefusal.of(rule, sentence, expected, observed, wire));
        return call.refusal().orElseThrow();
    }
}
