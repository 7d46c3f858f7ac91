package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Something that the EDC PSC's register holds of a client, or lacks: each has its own way to be repaired. */
final class RegisterRefuses implements Recogniser {

    private final Fact noted;
    private final Text field;
    private final Owner owner;
    private final Text likely;
    private final Text repair;

    private RegisterRefuses(Fact noted, Text field, Owner owner, Text likely, Text repair) {
        this.noted = noted;
        this.field = field;
        this.owner = owner;
        this.likely = likely;
        this.repair = repair;
    }

    /** The link first: two rules tell of it. */
    static final List<Recogniser> ALL = List.of(
            new RegisterRefuses(
                    Fact.REGISTER_CLIENT,
                    Text.verbatim("client_id {0}"),
                    Owner.GUICHET,
                    Text.of(
                            "Le client_id n'est pas au registre de l'EDC PSC : dossier non déposé, non traité, ou déposé sous un autre client_id.",
                            "The client_id is not in the EDC PSC's register: a file not handed in, not processed, or handed in under another client_id."),
                    Text.of(
                            "Enregistrer {0} pour ce couple (éditeur, opérateur) ; l'opérateur du LPS vérifie d'abord sa candidature.",
                            "Register {0} for this pair (editor, operator); the LPS's operator first checks the candidature.")),
            new RegisterRefuses(
                    Fact.REGISTER_LINK,
                    Text.of("lien LPS ↔ proxy ({0})", "link LPS ↔ proxy ({0})"),
                    Owner.EDITEUR_LPS,
                    Text.of(
                            "L'EDC PSC n'a pas validé le lien entre ce LPS et ce proxy : le proxy n'est pas au dossier du LPS, ou le dossier attend.",
                            "The EDC PSC has not validated the link between this LPS and this proxy: the proxy is not in the LPS's file, or the file is pending."),
                    Text.of(
                            "Déclarer ce proxy dans le dossier EDC PSC du LPS, un dossier par proxy, et demander au guichet la validation du lien de {0}.",
                            "Declare this proxy in the LPS's EDC PSC file, one file per proxy, and ask the guichet to validate the link of {0}.")),
            new RegisterRefuses(
                    Fact.REGISTER_PMT_UNTIL,
                    Text.of("fin du PMT ({0})", "end of the PMT ({0})"),
                    Owner.EDITEUR_LPS,
                    Text.of(
                            "L'autorisation provisoire du PMT a duré ses trois mois, et aucune habilitation définitive ne l'a suivie.",
                            "The provisional authorisation of the PMT has lasted its three months, and no final habilitation followed it."),
                    Text.of(
                            "Achever l'habilitation de {0} au guichet EDC PSC, ou lui demander une nouvelle validation du PMT.",
                            "Complete the habilitation of {0} at the EDC PSC guichet, or ask it to validate the PMT again.")),
            new RegisterRefuses(
                    Fact.REGISTER_ELU,
                    Text.verbatim("habilitation ELU ({0})"),
                    Owner.EDITEUR_LPS,
                    Text.of(
                            "L'éditeur du LPS n'a pas l'habilitation ELU, ou elle est suspendue.",
                            "The LPS's editor does not have the habilitation ELU, or it is suspended."),
                    Text.of(
                            "Obtenir du guichet EDC PSC l'habilitation ELU du LPS de {0}, ou la levée de sa suspension.",
                            "Obtain from the EDC PSC guichet the habilitation ELU of {0}'s LPS, or the end of its suspension.")),
            new RegisterRefuses(
                    Fact.REGISTER_ELP,
                    Text.verbatim("habilitation ELP ({0})"),
                    Owner.EDITEUR_PROXY,
                    Text.of(
                            "L'éditeur du proxy n'a pas l'habilitation ELP, ou elle est suspendue.",
                            "The proxy's editor does not have the habilitation ELP, or it is suspended."),
                    Text.of(
                            "Obtenir du guichet EDC PSC l'habilitation ELP du proxy de {0}, ou la levée de sa suspension.",
                            "Obtain from the EDC PSC guichet the habilitation ELP of {0}'s proxy, or the end of its suspension.")));

    @Override
    public List<Suspicion> recognise(Clues clues) {
        List<Finding> findings = clues.of("IDN-03", "IDN-05", "CRD-06")
                .filter(finding -> clues.hops(finding)
                        .flatMap(hop -> hop.fact(noted).stream())
                        .anyMatch(finding.observed()::equals))
                .sorted(Comparator.comparing(Finding::rule).reversed())
                .toList();
        return Optional.of(findings).filter(found -> !found.isEmpty()).stream()
                .map(found -> suspicion(clues, found))
                .toList();
    }

    private Suspicion suspicion(Clues clues, List<Finding> findings) {
        String client = clues.exchange().clientId().map(Observed::plain).orElse("—");
        return new Suspicion(
                field.with(client), findings.get(0), owner, likely.with(client), repair.with(client), findings);
    }
}
