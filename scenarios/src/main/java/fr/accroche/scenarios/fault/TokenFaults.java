package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.lps.LpsDefect;
import java.time.Duration;
import java.util.List;

/** PSC, the token exchange or the API token are misused. */
final class TokenFaults {

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
                    Text.of("le jeton PSC a expiré avant l'échange", "the PSC token expired before the exchange"),
                    rules("TOK-02"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.withSettings(settings -> settings.withPscTokenLife(Duration.ZERO))),
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
                    (plan, operation) -> plan.with(LpsDefect.SENDS_WORDS_AS_BINDING_MESSAGE)));

    private TokenFaults() {}
}
