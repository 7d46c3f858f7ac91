package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.TlsiChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ContexteLps;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.ParsedAssertion;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * INSi's and ON's: the IDAM of {@code ContexteLPS/LPS} is filled in and known (LPS-03, IDN-06, docs/sources.md, DMP
 * and INSi samples).
 *
 * @param numbers compares the IDAM
 * @param contexts looks at the rest of the header blocks
 * @param choices what an IDAM looks like
 * @param faults the gateway's
 */
record ContexteLpsGuard(NumberGuard numbers, ContexteGuard contexts, TlsiChoices choices, Faults faults)
        implements LpsGuard {

    private static final String LPS = "SOAP/ContexteLPS/LPS/";

    /** The form of the two real ones that are in public. */
    private static final Pattern TWELVE = Pattern.compile("[0-9A-Z]{12}");

    @Override
    public LpsIdentity check(
            Call call,
            Optional<BusinessRequest> request,
            Optional<ParsedAssertion> assertion,
            Optional<ActiveToken> token) {
        Optional<ContexteLps> contexte = request.flatMap(BusinessRequest::contexteLps);
        LpsIdentity lps = contexte.map(ContexteLps::lps).orElse(LpsIdentity.NONE);
        call.note(Fact.LPS_NAME, lps.name(), LPS + "Nom").note(Fact.LPS_VERSION, lps.version(), LPS + "Version");
        call.notes().note(Fact.LPS_NUMBER, lps.number(), LPS + "IDAM");
        Optional<String> messageId = request.flatMap(BusinessRequest::messageId);
        request.ifPresent(known -> contexts.check(call, known));
        Optional<String> idam = VihfLpsGuard.filled(lps.number());
        if (idam.isEmpty()) {
            call.refuse(Refusal.of(
                    Level.BUSINESS,
                    Rules.IDAM_PRESENT,
                    Text.of(
                                    "{0}. Mettez-y le numéro de certification du LPS",
                                    "{0}. Put there the LPS's certification number")
                            .with(lacks(contexte)),
                    new Observed("IDAM", LPS + "IDAM"),
                    new Observed("—", LPS + "IDAM"),
                    faults.of(FaultCause.SOFTWARE_UNKNOWN, "", messageId)));
        } else {
            reportForms(call, contexte.get(), idam.get());
            numbers.check(
                    call,
                    idam.get(),
                    LPS + "IDAM",
                    token,
                    cause -> faults.of(
                            cause, "Le numéro d'autorisation n'est pas celui du client du jeton.", messageId));
        }
        return lps;
    }

    private void reportForms(Call call, ContexteLps contexte, String idam) {
        if (choices.idam() == TlsiChoices.Idam.TWELVE && !TWELVE.matcher(idam).matches()) {
            call.report(Variant.IDAM_FORM, LPS + "IDAM");
        }
        if (!contexte.idamR().equals(Optional.of(choices.r()))) {
            call.report(Variant.IDAM_R, LPS + "IDAM/@R");
        }
    }

    private static Text lacks(Optional<ContexteLps> contexte) {
        return contexte.isEmpty()
                ? Text.of("l'en-tête ContexteLPS manque", "the ContexteLPS header block is missing")
                : Text.of("ContexteLPS/LPS/IDAM manque ou est vide", "ContexteLPS/LPS/IDAM is missing or empty");
    }
}
