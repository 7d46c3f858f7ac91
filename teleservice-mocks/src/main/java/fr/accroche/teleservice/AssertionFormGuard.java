package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.AssertionChoices;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.Leniency;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.ParsedAssertion.SignaturePlace;
import fr.accroche.messages.SamlNames;
import fr.accroche.messages.SignatureResult;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at how an assertion is written, whatever it says: what most do not do is reported, or refused where the settings say so
 * (settings.assertions; LPS-11, LPS-04).
 *
 * @param choices the settings
 * @param place locator of the assertion
 * @param faults the service's
 */
record AssertionFormGuard(AssertionChoices choices, String place, Faults faults) {

    /** xs:ID, of the characters that are in use (SAML 2.0 Core §1.3.4). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

    void check(Call call, BusinessRequest request, ParsedAssertion assertion, SignatureResult signature) {
        if (assertion.id().filter(NAME.asMatchPredicate()).isEmpty()) {
            call.report(Variant.ID_IS_NO_NAME, place + "/ID");
        }
        if (!assertion.issuerFormat().equals(Optional.of(SamlNames.X509_SUBJECT))) {
            call.report(Variant.ISSUER_FORMAT, place + "/Issuer/@Format");
        }
        if (assertion.signature() == SignaturePlace.MISPLACED) {
            variant(call, request, Variant.SIGNATURE_PLACE, "Signature", choices.signaturePlace());
        }
        if (signature instanceof SignatureResult.Valid valid) {
            checkSigned(call, request, assertion, valid);
        }
    }

    private void checkSigned(
            Call call, BusinessRequest request, ParsedAssertion assertion, SignatureResult.Valid signature) {
        if (signature.sha1()) {
            variant(call, request, Variant.SIGNED_WITH_SHA1, "Signature", choices.sha1());
        }
        SubjectName signer = SubjectName.of(signature.signer().getSubjectX500Principal());
        boolean same = signer.isName()
                && assertion
                        .issuer()
                        .map(SubjectName::of)
                        .filter(signer::equals)
                        .isPresent();
        if (!same) {
            variant(call, request, Variant.ISSUER_IS_NOT_SIGNER, "Issuer", choices.issuer());
        }
    }

    private void variant(Call call, BusinessRequest request, Variant variant, String part, Leniency leniency) {
        String where = place + "/" + part;
        call.variant(variant, where, leniency, () -> refusal(variant, where, request));
    }

    private Refusal refusal(Variant variant, String where, BusinessRequest request) {
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_GENUINE,
                Text.of(
                                "l'assertion est d'une forme que les réglages refusent ({0}). Écrivez plutôt : {1}",
                                "the assertion is of a form that the settings refuse ({0}). Rather write: {1}")
                        .with(variant.name(), variant.usual().value()),
                variant.usual(),
                new Observed(variant.name(), where),
                faults.of(
                        FaultCause.SIGNATURE_WRONG,
                        "L'assertion a une forme qui n'est pas acceptée : " + where + ".",
                        request.messageId()));
    }
}
