package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** PMT-01: the PMT chapter is validated before the CNDA's environments are asked for. */
public final class PmtComesFirst implements DeclaredRule {

    private static final Text EXPECTED = Text.of(
            "le PMT validé avant la déclaration au CNDA", "the PMT validated before one declares oneself to the CNDA");
    private static final RuleCard CARD = RuleCard.violation(
                    "PMT-01",
                    Text.of(
                            "Le chapitre PMT est validé côté EDC PSC avant la demande d'accès aux environnements du CNDA.",
                            "The PMT chapter is validated on the EDC PSC side before the CNDA's environments are asked for."),
                    Citation.webinar(
                            "« Guichet CNDA »",
                            "Obtention de l'autorisation d'accès aux environnements CNDA, suite à la validation du chapitre PMT"),
                    Text.of(
                            "Déposer d'abord les preuves du chapitre PMT au guichet EDC PSC, puis se déclarer au CNDA : attendu {expected}, trouvé {observed}.",
                            "Hand in the proofs of the PMT chapter at the EDC PSC guichet first, then declare oneself to the CNDA: expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.GUICHET)
            .because(Text.of(
                    "Le CNDA n'ouvre ses environnements de test que sur l'autorisation que l'ANS lui transmet.",
                    "The CNDA opens its test environments only on the authorisation that ANS passes on to it."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return Accrochage.all(dossier)
                .filter(one -> one.steps().anyMatch(day -> day.isPresent()))
                .map(one -> DeclaredFinding.judge(CARD, comesFirst(one.pmt()), one.path(), EXPECTED, one.told()))
                .toList();
    }

    private static boolean comesFirst(Pmt pmt) {
        return pmt.validatedOn()
                .map(validated -> pmt.declaredOn()
                        .map(declared -> !declared.isBefore(validated))
                        .orElse(true))
                .orElse(false);
    }
}
