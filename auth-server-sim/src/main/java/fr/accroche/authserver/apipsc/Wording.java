package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Reply;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.ApiPscChoices;
import fr.accroche.compliance.declaration.ApiPscChoices.Errors;
import fr.accroche.compliance.declaration.ApiPscChoices.OnWrongClient;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.Optional;
import java.util.Set;

/**
 * Answers errors in the words of one profile; what the guards shared with PSC say is said in that profile's words too.
 *
 * @param profile whose words
 * @param onWrongClient the status for a caller that is not the client it says it is
 * @param unproven what is said of a caller that does not prove itself
 */
record Wording(Errors profile, OnWrongClient onWrongClient, WireError unproven) {

    private static final String INVALID_CLIENT = "invalid_client";
    private static final int UNAUTHORIZED = 401;

    /** Rules about which client it is, where the certificate itself is sound. */
    private static final Set<RuleId> WRONG_CLIENT = Set.of(Rules.CN_IS_CLIENT_ID, Rules.CLIENT_REGISTERED);

    static Wording of(ApiPscChoices choices) {
        return new Wording(choices.errors(), choices.onWrongClient(), WireError.CLIENT_UNPROVEN);
    }

    /** As the introspection endpoint speaks, where Keycloak has words of its own. */
    Wording atIntrospection() {
        return new Wording(profile, onWrongClient, WireError.INTROSPECTION_UNPROVEN);
    }

    void refuse(Call call, WireError error, RuleId rule, Text sentence, Observed expected, Observed observed) {
        call.refuse(OAuthRefusal.of(rule, sentence, expected, observed, error.in(profile)));
    }

    /** Of a parameter of an exchange that is missing or not the right one (TOK-01). */
    void refuseParameter(Call call, WireError error, String parameter, Observed expected, Observed observed) {
        refuse(
                call,
                error,
                Rules.EXCHANGE_PARAMETERS,
                Text.of(
                                "Échange de jeton : {0} vaut « {1} », attendu : {2}.",
                                "Token exchange: {0} is '{1}', expected: {2}.")
                        .with(parameter, observed.value(), expected.value()),
                expected,
                observed);
    }

    /** The answer of the first refusal, which ends the call. */
    Optional<Reply> refusal(Call call) {
        return refusal(call, false);
    }

    /**
     * The same; empty too if it is withheld.
     *
     * @param passable whether there is enough to go on with, if the call is only to be explained
     */
    Optional<Reply> refusal(Call call, boolean passable) {
        return call.refusal(passable, this::worded);
    }

    private OAuthError worded(OAuthRefusal refusal) {
        OAuthError wire = refusal.wire();
        RuleId rule = refusal.breach().rule();
        if (wire.error().equals("invalid_request") && rule.equals(Rules.CN_IS_CLIENT_ID)) {
            return WireError.CLIENT_ID_MISSING.in(profile);
        }
        if (wire.status() != UNAUTHORIZED || !wire.error().equals(INVALID_CLIENT)) {
            return wire;
        }
        return WRONG_CLIENT.contains(rule) ? wrongClient() : unproven.in(profile);
    }

    private OAuthError wrongClient() {
        OAuthError said = (unproven == WireError.CLIENT_UNPROVEN ? WireError.CLIENT_WRONG : unproven).in(profile);
        return onWrongClient == OnWrongClient.BAD_REQUEST
                ? new OAuthError(400, said.error(), said.description())
                : said;
    }

    /** The answer where a server that must be asked is of no help: nobody's fault here, so no rule is broken. */
    Reply reply(UpstreamFailure failure) {
        OAuthError said = failure.wire().in(profile);
        boolean telling = said.status() == 503;
        return (telling ? new OAuthError(said.status(), said.error(), failure.getMessage()) : said).reply();
    }
}
