package fr.accroche.compliance.obligation;

import fr.accroche.compliance.obligation.Obligation.State;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the tables ask of a declared architecture. */
public final class Obligations {

    private Obligations() {}

    /** At the Ségur guichet; at the EDC PSC guichet, the editors' then the operators'; at the CNDA; and the intrusion tests. */
    public static List<Obligation> of(Dossier dossier) {
        return Stream.of(
                        new SegurObligations(dossier).all(),
                        new EditorObligations(dossier).all(),
                        new OperatorObligations(dossier).all(),
                        new CndaObligations(dossier).all(),
                        new IntrusionObligations(dossier).all())
                .flatMap(List::stream)
                .toList();
    }

    /** What the obligations of one rule come to. */
    public static List<DeclaredFinding> findings(RuleCard card, Dossier dossier) {
        return of(dossier).stream()
                .filter(obligation -> obligation.rule().equals(card.id()))
                .filter(obligation -> obligation.state() != State.NOT_ASKED && obligation.state() != State.AHEAD)
                .map(obligation -> finding(card, dossier, obligation))
                .toList();
    }

    private static DeclaredFinding finding(RuleCard card, Dossier dossier, Obligation obligation) {
        Text expected = Text.of("{0} de « {1} » par {2}", "{0} of '{1}' by {2}")
                .with(
                        obligation.title(),
                        obligation.component(),
                        dossier.declaration().actors().get(obligation.actor()).name());
        DeclaredFinding finding = obligation
                .doubt()
                .map(doubt -> DeclaredFinding.review(card, obligation.path(), expected, obligation.found(), doubt))
                .orElseGet(() -> DeclaredFinding.judge(
                        card, obligation.state() == State.HELD, obligation.path(), expected, obligation.found()));
        return finding.status() == Status.PASS ? finding : finding.citing(obligation.basis());
    }
}
