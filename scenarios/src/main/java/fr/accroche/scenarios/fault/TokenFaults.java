package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.chain.CertificatePlan;
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
                    "one-token-for-every-service",
                    Text.of(
                            "le proxy envoie à tous les téléservices le jeton du premier",
                            "the proxy sends every téléservice the token of the first"),
                    rules("TOK-04"),
                    Status.FAIL,
                    Need.SEVERAL_SERVICES,
                    (plan, operation) -> plan.with(ProxyDefect.SENDS_ONE_TOKEN_EVERYWHERE)),
            new Fault(
                    "bearer-scheme-missing",
                    Text.of(
                            "le proxy envoie le jeton d'API sans le mot « Bearer »",
                            "the proxy sends the API token without the word 'Bearer'"),
                    rules("TOK-04"),
                    Status.FAIL,
                    Need.PASSE_PLAT,
                    (plan, operation) -> plan.with(ProxyDefect.SENDS_THE_BARE_TOKEN)),
            new Fault(
                    "session-used-after-disconnect",
                    Text.of(
                            "le proxy laisse vivre une session close, et en envoie le jeton révoqué",
                            "the proxy lets a closed session live, and sends its token, which is revoked"),
                    rules("TOK-04"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.KEEPS_SESSION_AFTER_DISCONNECT)
                            .with(LpsDefect.SENDS_AFTER_DISCONNECTING)),
            new Fault(
                    "refresh-token-redeemed-twice",
                    Text.of(
                            "deux nœuds du proxy renouvellent la même session, avec le même refresh_token",
                            "two nodes of the proxy renew one session, with the same refresh_token"),
                    rules("TOK-04"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> renewing(plan).with(ProxyDefect.RENEWS_ON_TWO_NODES)),
            new Fault(
                    "renewal-with-another-certificate",
                    Text.of(
                            "le certificat a été renouvelé, et le proxy s'en sert pour renouveler un jeton lié à l'ancien",
                            "the certificate was renewed, and the proxy renews with it a token that is bound to the old one"),
                    rules("TOK-03"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> renewing(plan).withCertificate(CertificatePlan.SOUND.afterExchange())));

    private TokenFaults() {}

    /** API tokens of {@link #SHORT_LIFE}, and a first business request so late that they are renewed. */
    private static ChainPlan renewing(ChainPlan plan) {
        return plan.withSettings(settings -> settings.withApiTokenLife(SHORT_LIFE))
                .withFault(
                        Participant.PROXY, FaultOrder.next("send", new FaultAct.Advance(SHORT_LIFE.minusSeconds(10))));
    }

    /** API tokens of {@link #SHORT_LIFE}, and a first business request that comes once they have ended. */
    private static ChainPlan shortTokens(ChainPlan plan) {
        return plan.withSettings(settings -> settings.withApiTokenLife(SHORT_LIFE))
                .withFault(Participant.PROXY, FaultOrder.next("send", new FaultAct.Advance(SHORT_LIFE.plusSeconds(1))));
    }
}
