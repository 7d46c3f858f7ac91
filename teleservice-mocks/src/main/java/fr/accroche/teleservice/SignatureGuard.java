package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.AssertionChoices.Signature;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SignatureResult;
import fr.accroche.messages.SignatureVerifier;
import java.util.Optional;

/**
 * Wants the signature that the profile asks for, over the assertion that is read (LPS-04). SHA-1 verifies: whether it
 * is taken is for {@link AssertionFormGuard} to say.
 *
 * @param wanted whether it has to be there; where it need not, one that is there is verified all the same
 * @param signers the guard of whose certificate made it; empty where nothing public says whose, as for the Assertion PS
 * @param place locator of the assertion
 * @param faults the service's
 */
record SignatureGuard(Signature wanted, Optional<SignerGuard> signers, String place, Faults faults) {

    private static final SignatureVerifier VERIFIER = SignatureVerifier.acceptingSha1();

    /** What it is worth, for others to look at how it is made. */
    SignatureResult check(Call call, BusinessRequest request, ParsedAssertion assertion, Optional<ActiveToken> token) {
        SignatureResult result = VERIFIER.verify(assertion);
        if (result instanceof SignatureResult.Valid valid) {
            call.note(Fact.ASSERTION_SIGNATURE, "valid", place + "/Signature" + (valid.sha1() ? "[SHA-1]" : ""));
            signers.ifPresent(guard -> guard.check(call, request, assertion, valid, token));
            if (wanted == Signature.FORBIDDEN) {
                call.refuse(unexpected(request));
            }
        } else if (result instanceof SignatureResult.Invalid invalid) {
            call.note(Fact.ASSERTION_SIGNATURE, "invalid: " + invalid.flaw(), place + "/Signature");
            call.refuse(wrong(invalid, request));
        } else {
            call.note(Fact.ASSERTION_SIGNATURE, "absent", place + "/Signature");
            if (wanted == Signature.REQUIRED) {
                call.refuse(absent(request));
            }
        }
        return result;
    }

    private Refusal wrong(SignatureResult.Invalid invalid, BusinessRequest request) {
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_GENUINE,
                Text.of(
                                "la signature de l'assertion est invalide ({0}) : {1}. Transmettez l'assertion telle qu'elle a"
                                        + " été signée",
                                "the assertion's signature is invalid ({0}): {1}. Forward the assertion as it was signed")
                        .with(
                                invalid.flaw(),
                                Text.of(invalid.reason().fr(), invalid.reason().en())),
                new Observed("valid", place + "/Signature"),
                new Observed(invalid.flaw().name(), place + "/Signature"),
                faults.of(
                        FaultCause.SIGNATURE_WRONG, "La signature de l'assertion est invalide.", request.messageId()));
    }

    private Refusal unexpected(BusinessRequest request) {
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_GENUINE,
                Text.of(
                        "l'assertion est signée, et ce service a été réglé pour n'en prendre que sans signature",
                        "the assertion is signed, and this service was set to take only ones without a signature"),
                new Observed("absent", "settings"),
                new Observed("valid", place + "/Signature"),
                faults.of(
                        FaultCause.ASSERTION_UNEXPECTED,
                        "L'assertion est signée, une assertion sans signature est attendue.",
                        request.messageId()));
    }

    private Refusal absent(BusinessRequest request) {
        boolean vihf = signers.isPresent();
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_GENUINE,
                vihf
                        ? Text.of(
                                "l'assertion n'est pas signée. Signez le VIHF avec un certificat ORG_SIGN",
                                "the assertion is not signed. Sign the VIHF with an ORG_SIGN certificate")
                        : Text.of(
                                "l'assertion n'est pas signée, et les réglages l'exigent. Signez l'Assertion PS",
                                "the assertion is not signed, which the settings ask for. Sign the Assertion PS"),
                new Observed("valid", place + "/Signature"),
                new Observed("absent", place + "/Signature"),
                faults.of(
                        FaultCause.SIGNATURE_MISSING,
                        vihf ? "Le VIHF n'est pas signé." : "L'Assertion PS n'est pas signée.",
                        request.messageId()));
    }
}
