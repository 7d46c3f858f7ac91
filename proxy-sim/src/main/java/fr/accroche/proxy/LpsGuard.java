package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;

/**
 * Lets only the LPS of a client_id act for it, where that LPS is set to prove itself; elsewhere whoever comes, as with the
 * demonstrator.
 */
final class LpsGuard {

    private static final RuleId OWN_CLIENT = RuleId.of("IDN-08");

    private static final Text BY_SECRET = Text.of(
            "seul le LPS de {0} peut agir pour ce client : envoyez Authorization: Basic, client_id et secret déclaré",
            "only the LPS of {0} may act for this client: send Authorization: Basic, client_id and declared secret");
    private static final Text BY_CERTIFICATE = Text.of(
            "seul le LPS de {0} peut agir pour ce client : présentez un certificat valide au sujet déclaré",
            "only the LPS of {0} may act for this client: present a sound certificate with the declared subject");

    private final LpsProofs proofs;
    private final boolean realistic;

    /** @param realistic whether to hide which client_ids there are from who proves nothing */
    LpsGuard(LpsProofs proofs, boolean realistic) {
        this.proofs = proofs;
        this.realistic = realistic;
    }

    /**
     * Whether this call may act for this client.
     *
     * @param clientId the client that it acts for, once it may
     * @param where who says which client that is: the body, or the session
     * @param wire the refusal if not
     */
    Outcome<String> check(Call call, String clientId, String where, WireError wire) {
        if (proofs.of(clientId).isEmpty()) {
            return Outcome.next(clientId);
        }
        call.notes().note(Fact.CLIENT_ID, clientId, where);
        Observed expected = new Observed(clientId, where);
        Observed came = proofs.proves(call.request(), clientId)
                ? new Observed(clientId, proofs.whoCame(call.request()).where())
                : proofs.whoCame(call.request());
        call.notes().note(Fact.PROXY_CALLER, came.value(), came.where());
        if (came.value().equals(clientId)) {
            return Outcome.next(clientId);
        }
        Text sentence = sentence(clientId);
        return call.refuse(
                new Breach(OWN_CLIENT, sentence, expected, came),
                challenging(new Refused(wire, sentence, new Grounds.RuleBroken(OWN_CLIENT))),
                clientId);
    }

    /** A refusal that names the scheme to prove oneself by, whoever is asked for: it must not tell whose a session is. */
    Refused challenging(Refused refused) {
        return proofs.asksSecret() ? refused.with("WWW-Authenticate", BasicCredentials.CHALLENGE) : refused;
    }

    /** Whether a client_id that is not served is refused as one whose LPS did not prove itself: neither is to be told. */
    boolean hidesUnknown() {
        return realistic && !proofs.byClient().isEmpty();
    }

    private Text sentence(String clientId) {
        boolean secret =
                proofs.of(clientId).filter(LpsProof.Secret.class::isInstance).isPresent();
        return (secret ? BY_SECRET : BY_CERTIFICATE).with(clientId);
    }
}
