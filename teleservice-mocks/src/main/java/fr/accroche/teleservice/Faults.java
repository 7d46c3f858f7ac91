package fr.accroche.teleservice;

import fr.accroche.messages.DmpFault;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.TlsiFault;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
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
    WireError of(SoapCause cause, String reason, Optional<String> messageId);

    /** The DMP's (docs/sources.md, DMP and INSi samples). */
    static Faults dmp(Surroundings around) {
        return (cause, reason, messageId) -> {
            String id = around.messageId();
            DmpFault fault = switch (cause) {
                case SIGNER_REFUSED -> DmpFault.invalidCertificate(id, messageId);
                case ADDRESSING_MISSING -> DmpFault.addressingHeaderMissing(id, messageId);
                default -> new DmpFault("soap:" + cause.code(), reason, id, messageId);
            };
            return error(cause, fault.subcode(), fault.toBytes());
        };
    }

    /** The gateway's in front of INSi and ON (docs/sources.md, DMP and INSi samples). */
    static Faults tlsi() {
        return (cause, reason, messageId) -> {
            TlsiFault fault = switch (cause) {
                case SOFTWARE_INCOMPLETE, SOFTWARE_UNKNOWN -> TlsiFault.unknownSoftware(messageId);
                case NOT_SIMULATED, MALFORMED -> new TlsiFault(cause.code(), cause.code(), reason, reason, messageId);
                default -> TlsiFault.refused(cause.code(), reason, messageId);
            };
            return error(cause, "soap:" + fault.subcode() + "/" + fault.code(), fault.toBytes());
        };
    }

    /** SOAP 1.2 Part 2 §7.5.2.2: 400 for a message that is not one, and 500 as the real services do for all others. */
    private static WireError error(SoapCause cause, String terse, byte[] body) {
        int status = cause == SoapCause.MALFORMED ? 400 : 500;
        return new WireError(terse, new Response(status, Headers.of("Content-Type", SOAP), body));
    }
}
