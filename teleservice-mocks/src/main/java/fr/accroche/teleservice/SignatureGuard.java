package fr.accroche.teleservice;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SignatureResult;
import fr.accroche.messages.SignatureVerifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Wants the signature that the profile asks for, over the assertion that is read (LPS-04). SHA-1 passes: old software uses
 * it and what the real services do with it is not public; the locator in the notes tells.
 *
 * @param signers what the signer's certificate must be; empty where the assertion need not be signed, as the Assertion PS
 *     in PSC mode (docs/sources.md, DMP and INSi samples): a signature is then only verified if there is one
 * @param place locator of the assertion
 * @param faults the service's
 */
record SignatureGuard(Optional<CertificateJudge> signers, String place, Faults faults) {

    /** Hexadecimal digits of 20 octets (RFC 5280 §4.1.2.2); a stranger's may be longer. */
    private static final int LONGEST_SERIAL = 40;

    private static final SignatureVerifier VERIFIER = SignatureVerifier.acceptingSha1();

    void check(Call call, BusinessRequest request, ParsedAssertion assertion) {
        SignatureResult result = VERIFIER.verify(assertion);
        if (result instanceof SignatureResult.Valid valid) {
            call.note(Fact.ASSERTION_SIGNATURE, "valid", place + "/Signature" + (valid.sha1() ? "[SHA-1]" : ""));
            signers.ifPresent(judge -> checkSigner(call, request, valid, judge));
        } else if (result instanceof SignatureResult.Invalid invalid) {
            call.note(Fact.ASSERTION_SIGNATURE, "invalid: " + invalid.flaw(), place + "/Signature");
            call.refuse(wrong(invalid, request));
        } else {
            call.note(Fact.ASSERTION_SIGNATURE, "absent", place + "/Signature");
            signers.ifPresent(judge -> call.refuse(absent(request)));
        }
    }

    private void checkSigner(Call call, BusinessRequest request, SignatureResult.Valid valid, CertificateJudge judge) {
        String serial = valid.signer().getSerialNumber().toString(16);
        String shown = serial.substring(0, Math.min(serial.length(), LONGEST_SERIAL));
        String where = place + "/Signature/certificate[" + shown + "]";
        List<Defect> defects = judge.judge(valid.chain()).defects().stream()
                .filter(defect -> !isMissingIntermediate(defect))
                .toList();
        String codes = defects.stream().map(defect -> defect.code().name()).collect(Collectors.joining(" "));
        call.note(Fact.ASSERTION_SIGNER_DEFECTS, codes, where);
        defects.forEach(defect -> call.refuse(signer(defect, where, request)));
    }

    /** KeyInfo brings the signer's certificate alone; the service has the intermediates of its authorities. */
    private static boolean isMissingIntermediate(Defect defect) {
        return defect.code() == DefectCode.INCOMPLETE_CHAIN;
    }

    private Refusal signer(Defect defect, String where, BusinessRequest request) {
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_GENUINE,
                Text.of(
                                "le certificat qui signe l'assertion ne convient pas : {0}. Signez avec un certificat ORG_SIGN"
                                        + " de cet environnement",
                                "the certificate that signs the assertion does not fit: {0}. Sign with an ORG_SIGN"
                                        + " certificate of this environment")
                        .with(Text.of(defect.code().fr(), defect.code().en())),
                new Observed(defect.expected(), "IGC-Santé/ORG_SIGN"),
                new Observed(defect.observed(), where),
                faults.of(FaultCause.SIGNER_REFUSED, "", request.messageId()));
    }

    private Refusal wrong(SignatureResult.Invalid invalid, BusinessRequest request) {
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_GENUINE,
                Text.of(
                                "la signature de l'assertion est invalide ({0}) : {1}. Transmettez l'assertion telle qu'elle a"
                                        + " été signée",
                                "the assertion's signature is invalid ({0}): {1}. Forward the assertion as it was signed")
                        .with(invalid.flaw(), invalid.reason()),
                new Observed("valid", place + "/Signature"),
                new Observed(invalid.flaw().name(), place + "/Signature"),
                faults.of(
                        FaultCause.SIGNATURE_WRONG, "La signature de l'assertion est invalide.", request.messageId()));
    }

    private Refusal absent(BusinessRequest request) {
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_GENUINE,
                Text.of(
                        "l'assertion n'est pas signée. Signez le VIHF avec un certificat ORG_SIGN",
                        "the assertion is not signed. Sign the VIHF with an ORG_SIGN certificate"),
                new Observed("valid", place + "/Signature"),
                new Observed("absent", place + "/Signature"),
                faults.of(FaultCause.SIGNATURE_MISSING, "Le VIHF n'est pas signé.", request.messageId()));
    }
}
