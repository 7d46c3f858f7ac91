package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.Ins;
import fr.accroche.messages.InsiRequest;
import fr.accroche.messages.InsiResponse;
import fr.accroche.messages.InsiResponse.Identity;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.Traits;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;

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

    /** WS_INS2: 00 for one, 02 for several, 01 for nobody as in production. */
    static BuiltInAnswers insi() {
        return (call, request) -> is(request, InsiRequest.ACTION, InsiRequest.BODY)
                ? Optional.of(insi(request.patient()
                        .filter(Traits.class::isInstance)
                        .map(Traits.class::cast)
                        .map(FictivePatient::found)
                        .orElse(List.of())))
                : Optional.empty();
    }

    private static Answer insi(List<FictivePatient> found) {
        if (found.size() != 1) {
            return served(found.isEmpty() ? InsiResponse.notFound() : InsiResponse.several());
        }
        FictivePatient patient = found.get(0);
        return patient.has(PatientDeviance.INSI_FAULT)
                ? new Failed(new WireError(
                        "S:siram_40/insi_102",
                        new Response(500, Headers.of("Content-Type", SoapMessage.XML), InsiResponse.technicalError())))
                : served(InsiResponse.found(identity(patient)));
    }

    private static Identity identity(FictivePatient patient) {
        List<Ins> former =
                patient.former().stream().map(FictivePatient.Former::ins).toList();
        return new Identity(patient.forInsi(), former, patient.traits());
    }

    /** The action and the body must agree (docs/sources.md, DMP and INSi samples). */
    private static boolean is(BusinessRequest request, String action, QName body) {
        return request.action().equals(Optional.of(action)) && request.body().equals(body);
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
