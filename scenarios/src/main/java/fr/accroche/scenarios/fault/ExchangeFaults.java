package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.chain.ChainPlan;
import java.util.List;

/** The token exchange is asked for wrongly. */
final class ExchangeFaults {

    static final List<Fault> ALL = List.of(
            new Fault(
                    "exchange-without-subject-token-type",
                    Text.of("l'échange omet subject_token_type", "the exchange leaves subject_token_type out"),
                    rules("TOK-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.OMITS_SUBJECT_TOKEN_TYPE)),
            new Fault(
                    "exchange-for-another-service",
                    Text.of(
                            "le proxy demande au serveur d'un téléservice un jeton pour un autre (audience)",
                            "the proxy asks one téléservice's server for another's token (audience)"),
                    rules("TOK-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.NAMES_ANOTHER_AUDIENCE)),
            new Fault(
                    "exchange-with-actor-token",
                    Text.of(
                            "le proxy ajoute à l'échange un actor_token, pour dire qu'il agit au nom du professionnel",
                            "the proxy adds an actor_token to the exchange, to say that it acts for the professional"),
                    rules("TOK-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.SENDS_AN_ACTOR_TOKEN)),
            new Fault(
                    "exchange-parameter-twice",
                    Text.of("subject_issuer est deux fois dans l'échange", "subject_issuer is twice in the exchange"),
                    rules("TOK-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.REPEATS_A_PARAMETER)),
            new Fault(
                    "exchange-in-json",
                    Text.of(
                            "le proxy envoie l'échange en JSON, et non en formulaire",
                            "the proxy sends the exchange as JSON, not as a form"),
                    rules("TOK-01", "IDN-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.EXCHANGES_IN_JSON)),
            new Fault(
                    "exchange-subject-issuer-wrong",
                    Text.of(
                            "le proxy nomme PSC par son adresse dans subject_issuer",
                            "the proxy names PSC by its address in subject_issuer"),
                    rules("TOK-01"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.NAMES_PSC_BY_ITS_ADDRESS)),
            new Fault(
                    "id-token-exchanged",
                    Text.of(
                            "le proxy échange l'ID token, et non le jeton d'accès PSC",
                            "the proxy exchanges the ID token, not PSC's access token"),
                    rules("TOK-02"),
                    Status.FAIL,
                    Need.NOTHING,
                    (plan, operation) -> plan.with(ProxyDefect.EXCHANGES_THE_ID_TOKEN)),
            new Fault(
                    "psc-token-exchanged-twice",
                    Text.of(
                            "le proxy échange une seconde fois le jeton PSC là où il n'est échangé qu'une fois",
                            "the proxy exchanges the PSC token a second time where it is exchanged once only"),
                    rules("TOK-02"),
                    Status.FAIL,
                    Need.NOTHING,
                    ExchangeFaults::once));

    private ExchangeFaults() {}

    private static ChainPlan once(ChainPlan plan, Operation operation) {
        return plan.withDeclaredSettings(
                        settings -> settings.withApiPsc(settings.apiPsc().withSubjectTokenOnce()))
                .with(ProxyDefect.EXCHANGES_TWICE);
    }
}
