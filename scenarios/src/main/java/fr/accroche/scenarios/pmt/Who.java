package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Several people, in one text. */
final class Who {

    private static final Text BOTH = Text.verbatim("{0}, {1}");

    private Who() {}

    /** Those who can apply a remedy, most likely first. */
    static Text of(List<Owner> owners) {
        return listed(owners.stream().map(Owner::title).toList());
    }

    static Text listed(List<Text> texts) {
        return texts.stream()
                .reduce((first, second) -> BOTH.with(first, second))
                .orElse(Text.verbatim("—"));
    }
}
