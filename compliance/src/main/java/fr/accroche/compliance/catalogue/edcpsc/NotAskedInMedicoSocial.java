package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Fact;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CRD-05: In the médico-social corridor the API Credential control is not asked for: the exchange goes on without it. */
public final class NotAskedInMedicoSocial implements Rule {

    private static final RuleCard CARD = RuleCard.info(
                    "CRD-05",
                    Phase.CREDENTIAL,
                    Likeness.exact(
                            Text.of("le webinaire le dit de ce couloir", "the webinar says so of this couloir"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "Dans le couloir médico-social, le contrôle par l'API Credential n'est pas demandé : l'échange se fait sans lui.",
                            "In the médico-social corridor the API Credential control is not asked for: the exchange goes on without it."),
                    Citation.webinar(
                            "annexe, double niveau de contrôle",
                            "Dans le cadre du couloir médico-social, ce contrôle complémentaire n'est pas demandé."),
                    Text.of(
                            "Vérifier le couloir déclaré, ou le réglage du serveur d'autorisation qui appelle l'API Credential sans nécessité.",
                            "Check the declared corridor, or the setting of the authorization server that calls the API Credential needlessly."),
                    Owner.EDITEUR_LPS,
                    Owner.SERVICE)
            .because(
                    Text.of(
                            "Appelée à tort, l'API Credential peut refuser un LPS que son couloir dispense de ce contrôle. À l'inverse, un essai réussi dans ce couloir ne prouve ni les habilitations ni le lien avec le proxy.",
                            "Called by mistake, the API Credential may refuse an LPS whose corridor exempts it from this control. Conversely, a successful run in this corridor proves neither the habilitations nor the link with the proxy."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Set<Stage> seenAt() {
        return Set.of(Stage.EXCHANGE);
    }

    @Override
    public boolean applies(Trial trial) {
        return !trial.declaration().couloir().asksCredential();
    }

    @Override
    public List<Finding> check(Trial trial) {
        Observed skipped = new Observed("skipped", trial.declaration().lines().at("couloir"));
        return trial.at(Stage.EXCHANGE)
                .flatMap(hop -> CARD.compare(hop, Optional.of(skipped), hop.fact(Fact.CREDENTIAL_OUTCOME)))
                .toList();
    }
}
