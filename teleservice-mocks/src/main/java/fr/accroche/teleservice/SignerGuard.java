package fr.accroche.teleservice;

import fr.accroche.certs.CertificateJudge;
import fr.accroche.certs.Defect;
import fr.accroche.certs.DefectCode;
import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.DmpChoices.Mode;
import fr.accroche.compliance.declaration.DmpChoices.SignedBy;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.Leniency;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SignatureResult;
import fr.accroche.teleservice.LpsRegister.DeclaredStructure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Wants a VIHF to be signed by a certificate that may (LPS-04): sound, made for signing, and of the structure that was chosen.
 *
 * @param judge what it must be: an ORG SIGN of the environment
 * @param choices what is done of one that is made for something else, and whose it must be
 * @param register who operates the software of each client
 * @param faults the DMP's
 */
record SignerGuard(CertificateJudge judge, DmpChoices choices, LpsRegister register, Faults faults) {

    /** Hexadecimal digits of 20 octets (RFC 5280 §4.1.2.2); a stranger's may be longer. */
    private static final int LONGEST_SERIAL = 40;

    /** What a certificate is made for, apart from whether it is sound. */
    private static final Set<DefectCode> USAGE = Set.of(DefectCode.KEY_USAGE, DefectCode.EXTENDED_KEY_USAGE);

    void check(
            Call call,
            BusinessRequest request,
            ParsedAssertion vihf,
            SignatureResult.Valid valid,
            Optional<ActiveToken> token) {
        String serial = valid.signer().getSerialNumber().toString(16);
        String where =
                "VIHF/Signature/certificate[" + serial.substring(0, Math.min(serial.length(), LONGEST_SERIAL)) + "]";
        List<Defect> defects = judge.judge(valid.chain()).defects().stream()
                .filter(defect -> !isMissingIntermediate(defect))
                .toList();
        String codes = defects.stream().map(defect -> defect.code().name()).collect(Collectors.joining(" "));
        call.note(Fact.ASSERTION_SIGNER_DEFECTS, codes, where);
        Leniency usage = usage(vihf);
        for (Defect defect : defects) {
            if (usage == Leniency.REFUSE || !USAGE.contains(defect.code())) {
                call.refuse(unfit(defect, where, request));
            }
        }
        if (usage == Leniency.WARN && defects.stream().map(Defect::code).anyMatch(USAGE::contains)) {
            call.report(Variant.SIGNER_USAGE, where);
        }
        checkStructure(call, request, valid, where + "/OU", token);
    }

    /** The public sample of this mode is signed by a certificate for authentication. */
    private Leniency usage(ParsedAssertion vihf) {
        boolean air = vihf.authentificationMode().equals(Optional.of(Mode.INDIRECTE_RENFORCEE.name()));
        return air && choices.signerUsage() == Leniency.REFUSE ? Leniency.WARN : choices.signerUsage();
    }

    /** KeyInfo brings the signer's certificate alone; the service has the intermediates of its authorities. */
    private static boolean isMissingIntermediate(Defect defect) {
        return defect.code() == DefectCode.INCOMPLETE_CHAIN;
    }

    private void checkStructure(
            Call call,
            BusinessRequest request,
            SignatureResult.Valid valid,
            String where,
            Optional<ActiveToken> token) {
        String seen = ObservedCertificate.of(valid.signer(), List.of())
                .organisationalUnit()
                .orElse("");
        call.note(Fact.ASSERTION_SIGNER_STRUCTURE, seen, where);
        if (choices.signedBy() == SignedBy.ANY) {
            return;
        }
        token.flatMap(ActiveToken::client)
                .flatMap(register::row)
                .map(row -> choices.signedBy() == SignedBy.PROXY_OPERATOR ? row.proxyOperator() : row.operator())
                .filter(structure -> !structure.idNatStruct().equals(seen))
                .ifPresent(structure -> call.refuse(stranger(structure, new Observed(Call.cut(seen), where), request)));
    }

    private Refusal unfit(Defect defect, String where, BusinessRequest request) {
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

    private Refusal stranger(DeclaredStructure structure, Observed seen, BusinessRequest request) {
        return Refusal.of(
                Level.SAML,
                Rules.ASSERTION_GENUINE,
                Text.of(
                                "le certificat qui signe l'assertion est de la structure {0}, et non de {1}. Signez avec le"
                                        + " cachet de celle-ci (settings.dmp.signedBy)",
                                "the certificate that signs the assertion is of structure {0}, not of {1}. Sign with the"
                                        + " latter's seal (settings.dmp.signedBy)")
                        .with(seen.value(), structure.idNatStruct()),
                new Observed(structure.idNatStruct(), structure.where()),
                seen,
                faults.of(FaultCause.SIGNER_REFUSED, "", request.messageId()));
    }
}
