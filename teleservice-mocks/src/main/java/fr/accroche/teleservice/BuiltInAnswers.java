package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.SoapMessage;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.util.Optional;

/** What a téléservice answers a sound call when no stub does: from {@link FictivePatient}. */
@FunctionalInterface
interface BuiltInAnswers {

    /** The answer, or empty for an operation that is not simulated. */
    Optional<Answer> to(Call call, BusinessRequest request);

    /** What came of the call. */
    sealed interface Answer {}

    /** It was served. */
    record Served(Response response) implements Answer {}

    /** It cannot be served, for a reason that no rule of the chain is about. */
    record Refused(FaultCause cause, String reason) implements Answer {}

    /** It was understood, and fails in the words of its own protocol. */
    record Failed(WireError error) implements Answer {}

    /** Which operation a request asks for, for people. */
    static String operation(BusinessRequest request) {
        return "Opération non simulée : action « " + Call.cut(request.action().orElse("—")) + " », corps « "
                + Call.cut(request.body().getLocalPart()) + " ».";
    }

    static Served served(byte[] soap) {
        return served(SoapMessage.xml(soap));
    }

    static Served served(SoapMessage message) {
        return new Served(response(message));
    }

    static Response response(SoapMessage message) {
        return new Response(200, Headers.of("Content-Type", message.contentType()), message.bytes());
    }
}
