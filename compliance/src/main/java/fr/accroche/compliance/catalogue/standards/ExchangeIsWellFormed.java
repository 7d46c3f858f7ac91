package fr.accroche.compliance.catalogue.standards;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** TOK-01: The exchange has the right grant_type, subject_token and subject_token_type, once each. */
public final class ExchangeIsWellFormed implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "TOK-01",
                    Phase.EXCHANGE,
                    Text.of(
                            "L'échange porte grant_type, subject_token et subject_token_type, corrects et une seule fois chacun.",
                            "The exchange has the right grant_type, subject_token and subject_token_type, once each."),
                    Citation.standard("RFC 8693 §2.1"),
                    Text.of(
                            "Corriger la demande d'échange : attendu {expected}, une seule fois ; trouvé {observed}.",
                            "Correct the exchange request: expected {expected}, once; found {observed}."),
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Sans subject_token_type, le serveur d'autorisation ne sait pas comment vérifier le jeton. Répété, un paramètre peut être lu d'une façon par qui contrôle et d'une autre par qui délivre ; dans les deux cas, la réponse est invalid_request.",
                            "Without subject_token_type the authorization server cannot tell how to verify the token. A repeated parameter may be read one way by what checks and another way by what issues; either way the answer is invalid_request."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

    /** A token that was exchanged before is renewed at the same endpoint (RFC 6749 §6). */
    private static final String RENEWAL = "refresh_token";

    private static final Set<String> TYPES =
            Set.of("urn:ietf:params:oauth:token-type:access_token", "urn:ietf:params:oauth:token-type:jwt");

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.EXCHANGE).flatMap(ExchangeIsWellFormed::check).toList();
    }

    private static Stream<Finding> check(Hop hop) {
        Finding once = once(hop);
        boolean renewal = hop.value(Fact.GRANT_TYPE).filter(RENEWAL::equals).isPresent();
        return renewal ? Stream.of(once) : Stream.concat(exchange(hop), Stream.of(once));
    }

    private static Stream<Finding> exchange(Hop hop) {
        Observed grant = hop.fact(Fact.GRANT_TYPE).orElse(new Observed("", "form/grant_type"));
        Observed type = hop.fact(Fact.SUBJECT_TOKEN_TYPE).orElse(new Observed("", "form/subject_token_type"));
        Observed token = hop.fact(Fact.PSC_TOKEN).orElse(new Observed("", "form/subject_token"));
        return Stream.of(
                CARD.compare(hop, new Observed(GRANT, "RFC 8693 §2.1"), grant),
                CARD.judge(
                        hop,
                        TYPES.contains(type.value()),
                        new Observed(
                                "subject_token_type=urn:ietf:params:oauth:token-type:access_token", "RFC 8693 §2.1"),
                        type),
                CARD.judge(hop, !token.value().isEmpty(), new Observed("subject_token", "RFC 8693 §2.1"), token));
    }

    private static Finding once(Hop hop) {
        Observed repeated = hop.fact(Fact.REPEATED_PARAMETERS).orElse(new Observed("", "form"));
        return CARD.judge(hop, repeated.value().isEmpty(), new Observed("1 ×", "RFC 6749 §3.2"), repeated);
    }
}
