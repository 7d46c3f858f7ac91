package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.declaration.Operation;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CRD-06: The ELU and ELP habilitations and the link are valid and not suspended, and the PMT's provisional authorisation has not run out. */
public final class HabilitationsHold implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "CRD-06",
                    Phase.CREDENTIAL,
                    Likeness.exact(
                            Text.of(
                                    "ce que l'API valide, et les trois mois du PMT ; ce qu'elle répond alors est inventé",
                                    "what the API validates, and the three months of the PMT; what it then answers is invented"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "Les habilitations ELU et ELP et le lien sont valides et non suspendus, et l'autorisation provisoire du PMT n'est pas échue.",
                            "The ELU and ELP habilitations and the link are valid and not suspended, and the PMT's provisional authorisation has not run out."),
                    Citation.webinar(
                            "« Prérequis de maturité technique »",
                            "L'autorisation délivrée par l'ANS dans le cadre du PMT est provisoire et valable pour une durée de 3 mois."),
                    Text.of(
                            "Obtenir ou faire renouveler ce droit auprès du guichet EDC PSC : attendu {expected}, trouvé {observed}.",
                            "Obtain or renew this right at the EDC PSC guichet: expected {expected}, found {observed}."),
                    Owner.GUICHET,
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "L'API Credential est consultée à chaque échange de jeton, non une fois pour toutes : ce qui marchait hier est refusé dès qu'une habilitation est suspendue, ou passé les trois mois du PMT.",
                            "The API Credential is consulted at each token exchange, not once for all: what worked yesterday is refused as soon as a habilitation is suspended, or once the PMT's three months are over."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.declaration().couloir().asksCredential();
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.at(Stage.CREDENTIAL)
                .flatMap(hop -> check(trial, hop).stream())
                .toList();
    }

    private static List<Finding> check(Trial trial, Hop hop) {
        Optional<Operation> operation = trial.operation(hop);
        if (operation.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        standing(trial, hop, Fact.REGISTER_ELU, "components." + operation.get().lps() + ".habilitations", findings);
        standing(trial, hop, Fact.REGISTER_ELP, "components." + operation.get().proxy() + ".habilitations", findings);
        hop.fact(Fact.REGISTER_LINK)
                .ifPresent(link ->
                        findings.add(CARD.compare(hop, trial.declared(operation.get(), "link", "valid"), link)));
        hop.fact(Fact.REGISTER_PMT_UNTIL)
                .ifPresent(until -> findings.add(
                        CARD.judge(hop, pmtOpen(hop), trial.declared(operation.get(), "pmt", "≥ " + day(hop)), until)));
        return findings;
    }

    private static void standing(Trial trial, Hop hop, Fact fact, String path, List<Finding> findings) {
        hop.fact(fact)
                .ifPresent(observed -> findings.add(CARD.compare(
                        hop, new Observed("valid", trial.declaration().lines().at(path)), observed)));
    }

    /** Whether the provisional authorisation still runs on the day of the call, or none is needed. */
    static boolean pmtOpen(Hop hop) {
        String until = hop.value(Fact.REGISTER_PMT_UNTIL).orElse("none");
        return until.equals("none") || !day(hop).isAfter(LocalDate.parse(until));
    }

    private static LocalDate day(Hop hop) {
        return LocalDate.ofInstant(hop.at(), ZoneOffset.UTC);
    }
}
