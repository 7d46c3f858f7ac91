package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.util.Optional;

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
        Observed observed = new Observed(seen.isEmpty() ? "—" : Call.cut(seen), where(attribute));
        refuse(
                FaultCause.VIHF_SHAPE,
                Text.of(
                                "dans le VIHF, {0} est « {1} » au lieu de {2}. Corrigez-le, puis signez",
                                "in the VIHF, {0} is \"{1}\" instead of {2}. Correct it, then sign")
                        .with(attribute, observed.value(), expected.value()),
                "L'attribut " + attribute + " du VIHF n'a pas la forme attendue.",
                expected,
                observed);
    }

    void refuse(FaultCause cause, Text sentence, String reason, Observed expected, Observed observed) {
        call.refuse(Refusal.of(
                Level.SAML, Rules.VIHF_SHAPE, sentence, expected, observed, faults.of(cause, reason, messageId)));
    }

    static String where(String attribute) {
        return "VIHF/" + attribute;
    }
}
