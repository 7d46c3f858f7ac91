package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.lps.LpsDefect;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.time.Duration;
import java.util.List;

/** PSC, the token exchange or the API token are misused. */
final class TokenFaults {

    /** The example of the CI-SIS guide. */
    private static final Duration SHORT_LIFE = Duration.ofMinutes(1);

    static final List<Fault> ALL = List.of(
            new Fault(
                    "token-of-another-client",
                    Text.of(
                            "le proxy échange un jeton que PSC a délivré à un autre de ses clients",
                            "the proxy exchanges a token that PSC issued to another of its clients"),
                    rules("IDN-04", "IDN-07"),
                    Status.FAIL,
                    Need.ANOTHER_CLIENT,
                    (plan, operation) -> plan.with(ProxyDefect.EXCHANGES_TOKEN_OF_ANOTHER_CLIENT)),
            new Fault(
                    "psc-token-sent-to-api",
                    Text.of(
                            "le proxy envoie au téléservice le jeton PSC au lieu du jeton d'API",
                            "the proxy sends the téléservice the PSC token instead of the API token"),
                    rules("TOK-04"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.SENDS_PSC_TOKEN)),
            new Fault(
                    "psc-token-expired",
                    Text.of(
                            "le proxy échange le jeton PSC une seconde après la fin de sa vie",
                            "the proxy exchanges the PSC token a second after its life has ended"),
                    rules("TOK-02"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.withFault(
                            Participant.API_PSC,
                            FaultOrder.next(
                                    "exchange",
                                    new FaultAct.Advance(
                                            plan.settings().pscTokenLife().plusSeconds(1))))),
            new Fault(
                    "psc-token-born-expired",
                    Text.of(
                            "PSC délivre un jeton déjà expiré, que le proxy échange sans le voir",
                            "PSC issues a token that has expired already, and the proxy exchanges it unseeing"),
                    rules("TOK-02"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.withFault(
                            Participant.PSC, FaultOrder.next("token", new FaultAct.Mark("expired-token")))),
            new Fault(
                    "session-outlives-api-token",
                    Text.of(
                            "le proxy ne renouvelle pas le jeton d'API, qui finit avant la session, et l'envoie encore",
                            "the proxy does not renew the API token, which ends before the session does, and sends it on"),
                    rules("TOK-04"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> shortTokens(plan).with(ProxyDefect.NEVER_RENEWS_API_TOKENS)),
            new Fault(
                    "exchange-without-subject-token-type",
                    Text.of("l'échange omet subject_token_type", "the exchange leaves subject_token_type out"),
                    rules("TOK-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.OMITS_SUBJECT_TOKEN_TYPE)),
            new Fault(
                    "binding-message-in-words",
                    Text.of(
                            "le message affiché sur la e-CPS n'est pas un nombre de deux chiffres",
                            "the message shown on the e-CPS is no two-digit number"),
                    rules("TOK-05"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(LpsDefect.SENDS_WORDS_AS_BINDING_MESSAGE)),
            new Fault(
                    "redirect-uri-not-registered",
                    Text.of(
                            "le LPS envoie un navigateur à PSC, et le veut de retour à une adresse qu'il n'a pas enregistrée",
                            "the LPS sends a browser to PSC, and wants it back at an address that it did not register"),
                    rules("TOK-06"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(LpsDefect.LOGS_IN_FROM_AN_UNREGISTERED_ADDRESS)));

    private TokenFaults() {}

    /** API tokens of {@link #SHORT_LIFE}, and a first business request that comes once they have ended. */
    private static ChainPlan shortTokens(ChainPlan plan) {
        return plan.withSettings(settings -> settings.withApiTokenLife(SHORT_LIFE))
                .withFault(Participant.PROXY, FaultOrder.next("send", new FaultAct.Advance(SHORT_LIFE.plusSeconds(1))));
    }
}
