package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** IDN-05: The technical link between this LPS and this proxy is declared and validated. */
public final class LinkIsValidated implements Rule, DeclaredRule {

    private static final Text VALIDATED = Text.of("un lien validé par l'EDC PSC", "a link that the EDC PSC validated");
    private static final Text PENDING = Text.of("un lien en attente (link: pending)", "a pending link (link: pending)");

    private static final RuleCard CARD = RuleCard.violation(
                    "IDN-05",
                    Phase.CREDENTIAL,
                    Likeness.exact(
                            Text.of(
                                    "l'API Credential valide ce lien ; les mots de son refus sont inventés",
                                    "the API Credential validates this link; the words of its refusal are invented"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "Le lien technique entre ce LPS et ce proxy est déclaré et validé.",
                            "The technical link between this LPS and this proxy is declared and validated."),
                    Citation.webinar(
                            "annexe, double niveau de contrôle",
                            "valide à la fois le logiciel utilisateur (LPS), le proxy e-santé, ainsi que le lien technique entre les deux."),
                    Text.of(
                            "Déclarer ce proxy dans le dossier EDC PSC du LPS et faire valider le lien : un dossier par proxy.",
                            "Declare this proxy in the LPS's EDC PSC file and have the link validated: one file per proxy."),
                    Owner.EDITEUR_LPS,
                    Owner.GUICHET)
            .because(
                    Text.of(
                            "Un LPS habilité et un proxy habilité ne suffisent pas : tant que leur lien n'est pas validé, l'API Credential refuse l'échange. C'est ce qu'on découvre en changeant de proxy, ou en en ajoutant un second, sans nouveau dossier.",
                            "A habilité LPS and a habilité proxy are not enough: as long as their link is not validated, the API Credential refuses the exchange. It is what one finds out after changing or adding a proxy without a new file."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().couloir().asksCredential();
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return dossier.declaration().operations().stream()
                .map(operation -> DeclaredFinding.judge(
                        CARD,
                        operation.linkValidated(),
                        dossier.declaration().path(operation) + ".link",
                        VALIDATED,
                        operation.linkValidated() ? VALIDATED : PENDING))
                .toList();
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.CREDENTIAL)
                .flatMap(hop -> CARD.compare(
                        hop,
                        trial.operation(hop).map(operation -> trial.declared(operation, "link", "valid")),
                        hop.fact(Fact.REGISTER_LINK)))
                .toList();
    }
}
