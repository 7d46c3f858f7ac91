package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.Ins;
import fr.accroche.messages.OnBody;
import fr.accroche.messages.OnFault;
import fr.accroche.messages.OnOperation;
import fr.accroche.messages.OnPrescription;
import fr.accroche.messages.OnResponse;
import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.SoapMessage;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.util.List;
import java.util.Optional;

/**
 * What ON answers a sound call: a prescription registered, found, shown. The messages are a dialect of this simulator's, since the
 * real ones are not public; what comes before them, header blocks, checks and faults, is a TLSi's.
 *
 * @param store the prescriptions
 */
record OnAnswers(PrescriptionStore store) implements BuiltInAnswers {

    @Override
    public Optional<Answer> to(Call call, BusinessRequest request) {
        return OnOperation.of(request).flatMap(operation -> request.on()).map(body -> answer(call, request, body));
    }

    private Answer answer(Call call, BusinessRequest request, OnBody body) {
        if (body instanceof OnBody.Malformed malformed) {
            return failed("SIM_DemandeIllisible", "Demande illisible : " + malformed.reason());
        }
        Ins patient = body.about().orElseThrow();
        call.notes().note(Fact.BODY_PATIENT, patient.hl7(), "SOAP/Body");
        if (FictivePatient.byIns(patient).isEmpty()) {
            return failed("SIM_PatientInconnu", "Aucun patient n'a cet INS sous cet OID.");
        }
        if (body instanceof OnBody.Registration registration) {
            return store.register(registration, prescriber(request))
                    .map(kept -> served(OnOperation.REGISTER, List.of(kept)))
                    .orElseGet(() -> failed(
                            "SIM_PlacePrise",
                            "Le simulateur garde " + PrescriptionStore.MOST
                                    + " prescriptions : POST /__accroche/reset les oublie."));
        }
        if (body instanceof OnBody.Consultation consultation) {
            return store.get(consultation.prescription(), patient)
                    .map(known -> served(OnOperation.CONSULT, List.of(known)))
                    .orElseGet(() -> failed(
                            "SIM_PrescriptionInconnue", "Aucune prescription de ce patient n'a cet identifiant."));
        }
        List<OnPrescription> found = store.find((OnBody.Search) body).stream()
                .map(OnPrescription::summary)
                .toList();
        return served(OnOperation.SEARCH, found);
    }

    /** Whom the assertion names: the guards have compared them with the token's. */
    private static String prescriber(BusinessRequest request) {
        return request.assertion(Kind.ASSERTION_PS)
                .flatMap(assertion -> assertion.nameId())
                .map(Call::cut)
                .orElse("—");
    }

    private static Answer served(OnOperation operation, List<OnPrescription> prescriptions) {
        return BuiltInAnswers.served(new OnResponse(operation, prescriptions).toBytes());
    }

    /** HTTP 500, as INSi's own faults. */
    private static Answer failed(String code, String text) {
        OnFault fault = new OnFault(code, text);
        Response response = new Response(500, Headers.of("Content-Type", SoapMessage.XML), fault.toBytes());
        return new Failed(new WireError(fault.subcode() + "/" + code, response));
    }
}
