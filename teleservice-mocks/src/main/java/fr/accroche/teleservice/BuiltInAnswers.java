package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.DmpRequest;
import fr.accroche.messages.DmpResponse;
import fr.accroche.messages.DmpResponse.Dossier;
import fr.accroche.messages.Ins;
import fr.accroche.messages.InsiRequest;
import fr.accroche.messages.InsiResponse;
import fr.accroche.messages.InsiResponse.Identity;
import fr.accroche.messages.OnRequest;
import fr.accroche.messages.OnResponse;
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
    record Refused(SoapCause cause, String reason) implements Answer {}

    /** TD0.2: OK, or NF for who has no DMP. */
    static BuiltInAnswers dmp(Environment environment, Surroundings around) {
        return (call, request) -> {
            if (!is(request, DmpRequest.ACTION, DmpRequest.BODY)) {
                return Optional.empty();
            }
            if (request.messageId().isEmpty()) {
                return Optional.of(new Refused(SoapCause.ADDRESSING_MISSING, ""));
            }
            return Optional.of(request.patient()
                    .filter(Ins.class::isInstance)
                    .map(Ins.class::cast)
                    .<Answer>map(patient ->
                            served(dossier(patient, request.messageId().get(), environment, around)))
                    .orElse(new Refused(SoapCause.PATIENT_MISSING, "La requête ne nomme aucun patient.")));
        };
    }

    private static byte[] dossier(Ins patient, String messageId, Environment environment, Surroundings around) {
        Optional<Dossier> found = FictivePatient.ALL.stream()
                .filter(known -> known.dmp() && known.forDmp(environment).equals(patient))
                .map(known -> new Dossier("VALIDE", false, Optional.empty(), true, true))
                .findFirst();
        return new DmpResponse(around.messageId(), messageId, around.clock().instant(), patient, found).toBytes();
    }

    /** WS_INS2: 00, or 01 for nobody, as in production. */
    static BuiltInAnswers insi() {
        return (call, request) -> is(request, InsiRequest.ACTION, InsiRequest.BODY)
                ? Optional.of(served(request.patient()
                        .filter(Traits.class::isInstance)
                        .map(Traits.class::cast)
                        .flatMap(BuiltInAnswers::identity)
                        .map(InsiResponse::found)
                        .orElseGet(InsiResponse::notFound)))
                : Optional.empty();
    }

    private static Optional<Identity> identity(Traits searched) {
        return FictivePatient.ALL.stream()
                .filter(known -> known.is(searched))
                .map(known -> new Identity(known.forInsi(), List.of(), known.traits()))
                .findFirst();
    }

    /** Consultation, in a dialect of ours: the real schemas are not public. */
    static BuiltInAnswers on() {
        return (call, request) -> {
            if (!is(request, OnRequest.ACTION, OnRequest.BODY)) {
                return Optional.empty();
            }
            String asked = OnConsultation.prescription(call.request().body()).orElse("");
            Optional<String> status = FictivePatient.ALL.stream()
                    .filter(known -> known.prescription().equals(Optional.of(asked)))
                    .filter(known -> request.patient().equals(Optional.of(known.forInsi())))
                    .map(known -> "A_DELIVRER")
                    .findFirst();
            Served answer = served(new OnResponse(asked, status).toBytes());
            return Optional.of(new Served(answer.response().with("X-Accroche-Dialect", "fictional")));
        };
    }

    /** The action and the body must agree (docs/sources.md, DMP and INSi samples). */
    private static boolean is(BusinessRequest request, String action, QName body) {
        return request.action().equals(Optional.of(action)) && request.body().equals(body);
    }

    private static Served served(byte[] soap) {
        return new Served(new Response(200, Headers.of("Content-Type", Faults.SOAP), soap));
    }
}
