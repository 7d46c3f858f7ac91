package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** TOK-04: The token presented is an API token, active, issued for this API. */
public final class TokenIsForThisApi implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "TOK-04",
                    Phase.BUSINESS,
                    Likeness.exact(
                            Text.of(
                                    "ce que vérifie un service ; les mots du refus suivent la norme",
                                    "what a service checks; the words of the refusal follow the standard"),
                            Basis.of("RFC 6750 §3.1", PublicSource.CI_SIS)),
                    Text.of(
                            "Le jeton présenté est un jeton d'API, actif, délivré pour cette API.",
                            "The token presented is an API token, active, issued for this API."),
                    Citation.standard("RFC 6750 §3.1, RFC 7519 §4.1.3, RFC 7662 §2.2; docs/sources.md, CI-SIS"),
                    Text.of(
                            "Présenter un jeton encore actif, obtenu par échange auprès du serveur d'autorisation de cette API, jamais le jeton PSC : attendu {expected}, trouvé {observed}.",
                            "Present a token that is still active, obtained by exchange at this API's authorization server, never the PSC token: expected {expected}, found {observed}."),
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Le jeton PSC prouve qui s'est connecté, non que ce logiciel est admis à cette API : l'accepter contournerait l'échange de jeton, donc l'API Credential. De même, le jeton délivré pour une API n'a pas passé les contrôles d'une autre.",
                            "The PSC token proves who logged in, not that this software is admitted to this API: taking it would bypass the token exchange, hence the API Credential. Likewise, a token issued for one API has not passed the checks of another."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        Stream<Finding> presented = trial.at(Stage.BUSINESS)
                .flatMap(hop -> Stream.of(kind(hop), state(hop), audience(hop)).flatMap(Optional::stream));
        return Stream.concat(presented, trial.renewals().flatMap(TokenIsForThisApi::renewal))
                .toList();
    }

    /** What renews a token is alive too: a refresh token that came back revokes all that came from it (RFC 9700 §4.14.2). */
    private static Stream<Finding> renewal(Hop hop) {
        return hop
                .fact(Fact.BEARER_STATE)
                .map(state -> CARD.compare(hop, new Observed("active", "RFC 6749 §6"), state))
                .stream();
    }

    private static Optional<Finding> kind(Hop hop) {
        return hop.fact(Fact.BEARER_KIND).map(kind -> CARD.compare(hop, new Observed("api", "RFC 8693 §2.2.1"), kind));
    }

    private static Optional<Finding> state(Hop hop) {
        boolean api = hop.value(Fact.BEARER_KIND).orElse("").equals("api");
        return hop.fact(Fact.BEARER_STATE)
                .filter(state -> api)
                .map(state -> CARD.compare(hop, new Observed("active", "RFC 7662 §2.2"), state));
    }

    private static Optional<Finding> audience(Hop hop) {
        Optional<Teleservice> service = hop.value(Fact.TELESERVICE).flatMap(Teleservice::named);
        return hop.fact(Fact.BEARER_AUDIENCE)
                .map(audience -> CARD.judge(
                        hop,
                        Arrays.stream(audience.value().split(" "))
                                .map(Teleservice::named)
                                .anyMatch(service::equals),
                        new Observed(service.map(Teleservice::route).orElse(""), "realm"),
                        audience));
    }
}
