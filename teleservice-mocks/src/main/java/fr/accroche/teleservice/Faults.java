package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.TlsiChoices;
import fr.accroche.messages.DmpFault;
import fr.accroche.messages.InsiFault;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.TlsiFault;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The SOAP faults of a téléservice, in its own dialect. */
@FunctionalInterface
interface Faults {

    String SOAP = SoapMessage.XML;

    /**
     * The fault for a cause.
     *
     * @param reason in French, as the real ones are; one sentence without secrets
     * @param messageId the request's wsa:MessageID
     */
    WireError of(FaultCause cause, String reason, Optional<String> messageId);

    /**
     * The DMP's (docs/sources.md, DMP and INSi samples).
     *
     * @param codes those of the user, by cause
     */
    static Faults dmp(Surroundings around, Map<FaultCause, String> codes) {
        return (cause, reason, messageId) -> {
            String id = around.messageId();
            DmpFault usual = switch (cause) {
                case SIGNER_REFUSED -> DmpFault.invalidCertificate(id, messageId);
                case ADDRESSING_MISSING -> DmpFault.addressingHeaderMissing(id, messageId);
                default -> new DmpFault("soap:" + cause.code(), reason, id, messageId);
            };
            DmpFault fault = Optional.ofNullable(codes.get(cause))
                    .map(code -> new DmpFault("soap:" + code, usual.reason(), id, messageId))
                    .orElse(usual);
            return error(cause, fault.subcode(), fault.toBytes());
        };
    }

    /**
     * The gateway's in front of INSi and ON; what INSi itself refuses is in the dialect of that (docs/sources.md, DMP and INSi
     * samples).
     */
    static Faults tlsi(TlsiChoices choices) {
        return (cause, reason, messageId) -> {
            Optional<String> chosen = Optional.ofNullable(choices.faults().get(cause));
            if (cause == FaultCause.TRAITS_WRONG) {
                InsiFault fault = new InsiFault(
                        chosen.orElse(cause.code()),
                        severity(choices.severity()),
                        "Les critères de recherche ne sont pas recevables.",
                        reason);
                return error(cause, fault.subcode() + "/" + fault.code(), fault.toBytes());
            }
            TlsiFault usual = switch (cause) {
                case SOFTWARE_INCOMPLETE, SOFTWARE_UNKNOWN -> TlsiFault.unknownSoftware(messageId);
                case NOT_SIMULATED, MALFORMED -> new TlsiFault(cause.code(), cause.code(), reason, reason, messageId);
                default -> TlsiFault.refused(cause.code(), reason, messageId);
            };
            TlsiFault fault = chosen.map(
                            code -> new TlsiFault("siram_100", code, usual.reason(), usual.detail(), messageId))
                    .orElse(usual);
            return error(cause, "soap:" + fault.subcode() + "/" + fault.code(), fault.toBytes());
        };
    }

    /** As the business faults spell it. */
    static String severity(TlsiChoices.Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** SOAP 1.2 Part 2 §7.5.2.2: 400 for a message that is not one, and 500 as the real services do for all others. */
    private static WireError error(FaultCause cause, String terse, byte[] body) {
        int status = cause == FaultCause.MALFORMED ? 400 : 500;
        return new WireError(terse, new Response(status, Headers.of("Content-Type", SOAP), body));
    }
}
