package fr.accroche.compliance.cause;

import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Optional;

/** INSi and ON receive no number: what they should receive is declared, and compared by what may be kept of it. */
final class NumberMissing implements Recogniser {

    private static final Text MISSING = Text.of(
            "Le numéro de certification manque dans ContexteLPS : il n'est pas configuré, ou l'élément n'est pas écrit.",
            "The certification number is missing from ContexteLPS: it is not set up, or the element is not written.");
    private static final Text WRITE = Text.of(
            "Écrire dans ContexteLPS/LPS/IDAM le numéro de certification du LPS pour ce téléservice [{0}].",
            "Write in ContexteLPS/LPS/IDAM the LPS's certification number for this téléservice [{0}].");

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return clues.byObserved("LPS-03").stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private static Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        Suspicion suspicion = new Suspicion(
                Field.of(telling.observed()),
                telling,
                clues.author(),
                MISSING,
                WRITE.with(telling.expected().where()),
                findings);
        return declared(clues, telling)
                .map(number -> suspicion.reading(number, telling.observed().value()))
                .orElse(suspicion);
    }

    private static Optional<String> declared(Clues clues, Finding finding) {
        Optional<Teleservice> service = clues.hops(finding)
                .flatMap(hop -> hop.value(Fact.TELESERVICE).flatMap(Teleservice::named).stream())
                .findFirst();
        return clues.operation()
                .map(clues.declaration()::lps)
                .flatMap(lps -> service.flatMap(lps::number))
                .map(NumeroHomologation::value)
                .map(Fact.LPS_NUMBER::redact);
    }
}
