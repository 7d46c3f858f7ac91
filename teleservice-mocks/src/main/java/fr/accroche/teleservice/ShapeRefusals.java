package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses one call for the shape of its VIHF (LPS-08).
 *
 * @param call the call
 * @param faults the DMP's
 * @param messageId the request's
 */
record ShapeRefusals(Call call, Faults faults, Optional<String> messageId) {

    /**
     * For an attribute.
     *
     * @param attribute its name
     * @param expected what it should be, and who says so
     * @param seen what it is, as it may be kept
     */
    void attribute(String attribute, Observed expected, String seen) {
        call.refuse(wrongAttribute(attribute, expected, seen));
    }

    /** The same, with a cause and a reason of its own. */
    void attribute(FaultCause cause, String reason, String attribute, Observed expected, String seen) {
        call.refuse(wrongAttribute(cause, reason, attribute, expected, seen));
    }

    /** The refusal of {@link #attribute}, not yet made. */
    Refusal wrongAttribute(String attribute, Observed expected, String seen) {
        String reason = "L'attribut " + attribute + " du VIHF n'a pas la forme attendue.";
        return wrongAttribute(FaultCause.VIHF_SHAPE, reason, attribute, expected, seen);
    }

    private Refusal wrongAttribute(FaultCause cause, String reason, String attribute, Observed expected, String seen) {
        Observed observed = new Observed(seen.isEmpty() ? "—" : Call.cut(seen), where(attribute));
        return refusal(
                cause,
                Text.of(
                                "dans le VIHF, {0} est « {1} » au lieu de {2}. Corrigez-le, puis signez",
                                "in the VIHF, {0} is '{1}' instead of {2}. Correct it, then sign")
                        .with(attribute, observed.value(), expected.value()),
                reason,
                expected,
                observed);
    }

    void refuse(FaultCause cause, Text sentence, String reason, Observed expected, Observed observed) {
        call.refuse(refusal(cause, sentence, reason, expected, observed));
    }

    Refusal refusal(FaultCause cause, Text sentence, String reason, Observed expected, Observed observed) {
        return Refusal.of(
                Level.SAML, Rules.VIHF_SHAPE, sentence, expected, observed, faults.of(cause, reason, messageId));
    }

    /** What a list of the settings takes. */
    static Observed listed(Set<String> taken, String key) {
        return new Observed(String.join(" | ", taken.stream().sorted().toList()), "settings.dmp." + key);
    }

    static String where(String attribute) {
        return "VIHF/" + attribute;
    }
}
