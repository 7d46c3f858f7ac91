package fr.accroche.compliance.cause;

import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.text.Text;
import java.util.List;

/**
 * A form of request beside the usual one, known by its name: taken and reported (LPS-11), or refused by the setting that has it
 * refused (LPS-10 of INSi and ON).
 *
 * @param variant the form
 * @param expected what most write, as a person reads it
 * @param observed what was written instead
 * @param likely the likely cause; {@code {2}} is the field
 * @param repair what to do, with the same
 */
record VariantSign(Variant variant, String expected, String observed, Text likely, Text repair) implements Recogniser {

    @Override
    public List<Suspicion> recognise(Clues clues) {
        return Clues.by(clues.of("LPS-10", "LPS-11").filter(this::shows), finding -> Field.of(finding.observed()))
                .stream()
                .map(findings -> suspicion(clues, findings))
                .toList();
    }

    private boolean shows(Finding finding) {
        return finding.observed().value().equals(variant.name());
    }

    private Suspicion suspicion(Clues clues, List<Finding> findings) {
        Finding telling = findings.get(0);
        Text field = Field.of(telling.observed());
        return new Suspicion(
                        field,
                        telling,
                        clues.author(),
                        likely.with(expected, observed, field),
                        repair.with(expected, observed, field),
                        findings)
                .reading(expected, observed);
    }
}
