package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ContexteLps;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.ParsedAssertion;
import java.util.Optional;

/**
 * INSi's and ON's: the IDAM of {@code ContexteLPS/LPS} is filled in and known (LPS-03, IDN-06, docs/sources.md, DMP
 * and INSi samples).
 *
 * @param numbers compares the IDAM
 * @param faults the gateway's
 */
record ContexteLpsGuard(NumberGuard numbers, Faults faults) implements LpsGuard {

    private static final String LPS = "SOAP/ContexteLPS/LPS/";

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
        WireError unknown = faults.of(FaultCause.SOFTWARE_UNKNOWN, "", request.flatMap(BusinessRequest::messageId));
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
                    unknown));
        } else {
            numbers.check(call, idam.get(), LPS + "IDAM", token, unknown);
        }
        return lps;
    }

    private static Text lacks(Optional<ContexteLps> contexte) {
        return contexte.isEmpty()
                ? Text.of("l'en-tête ContexteLPS manque", "the ContexteLPS header block is missing")
                : Text.of("ContexteLPS/LPS/IDAM manque ou est vide", "ContexteLPS/LPS/IDAM is missing or empty");
    }
}
