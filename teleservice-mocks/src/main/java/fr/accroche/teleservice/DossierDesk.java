package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.DmpChoices.Mode;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.messages.AuthorizationAnswer;
import fr.accroche.messages.AuthorizationRequest;
import fr.accroche.messages.DmpError;
import fr.accroche.messages.DmpResponse;
import fr.accroche.messages.DmpResponse.Dossier;
import fr.accroche.messages.Ins;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SamlNames;
import fr.accroche.messages.SoapMessage;
import fr.accroche.teleservice.Authorizations.Authorization;
import fr.accroche.teleservice.BuiltInAnswers.Answer;
import fr.accroche.teleservice.BuiltInAnswers.Failed;
import fr.accroche.teleservice.BuiltInAnswers.Refused;
import fr.accroche.teleservice.FictivePatient.DmpState;
import java.util.Optional;

/**
 * TD0.2 and TD0.3: whether there is a DMP, and who may read it.
 *
 * @param environment whose patients
 * @param authorizations what TD0.3 changed
 * @param around makes the ids and dates of answers
 */
record DossierDesk(Environment environment, Authorizations authorizations, Surroundings around) {

    /** The only code that is public. */
    private static final String VALID = "VALIDE";

    /** The simulator's own. */
    private static final String NONE = "INEXISTANTE";

    Answer existence(XdsCall call) {
        return call.request()
                .patient()
                .filter(Ins.class::isInstance)
                .map(Ins.class::cast)
                .<Answer>map(patient -> BuiltInAnswers.served(SoapMessage.xml(new DmpResponse(
                                around.messageId(),
                                call.messageId(),
                                around.clock().instant(),
                                patient,
                                dossier(patient, call.vihf()))
                        .toBytes())))
                .orElseGet(() -> failed(call, "La requête ne nomme aucun patient."));
    }

    private Optional<Dossier> dossier(Ins patient, ParsedAssertion vihf) {
        Authorization authorization = authorizations.of(patient, holder(vihf));
        return state(patient)
                .filter(state -> state != DmpState.NONE)
                .map(state -> new Dossier(
                        authorization.valid() ? VALID : NONE,
                        authorization.treatingPhysician(),
                        Optional.empty(),
                        true,
                        true,
                        state == DmpState.CLOSED));
    }

    /** In the words of HL7, which its readers look for. */
    private Answer failed(XdsCall call, String text) {
        byte[] soap = new DmpError(
                        around.messageId(), call.messageId(), around.clock().instant(), text)
                .toBytes();
        return new Failed(new WireError(DmpError.CODE, BuiltInAnswers.response(SoapMessage.xml(soap))));
    }

    /** The VIHF alone says whose DMP it is. */
    Answer authorize(XdsCall call) {
        AuthorizationRequest.Order order = AuthorizationRequest.read(call.message());
        Optional<Ins> patient = call.patient();
        if (patient.isEmpty()) {
            return new Refused(FaultCause.PATIENT_MISSING, "Le VIHF ne nomme aucun patient, TD0.3 non plus.");
        }
        return switch (state(patient.get()).orElse(DmpState.NONE)) {
            case NONE -> new Refused(FaultCause.PATIENT_MISSING, "Aucun DMP n'a l'INS que nomme le VIHF.");
            case CLOSED ->
                new Failed(new WireError(
                        AuthorizationAnswer.CLOSED,
                        BuiltInAnswers.response(
                                answer(call, AuthorizationAnswer.CLOSED, "Le DMP de ce patient est fermé."))));
            case OPEN -> {
                authorizations.change(patient.get(), holder(call.vihf()), order);
                yield BuiltInAnswers.served(answer(call, AuthorizationAnswer.OK, "Autorisation enregistrée."));
            }
        };
    }

    private SoapMessage answer(XdsCall call, String status, String context) {
        return SoapMessage.xml(new AuthorizationAnswer(status, context).toBytes(around.messageId(), call.messageId()));
    }

    /** In mode INDIRECTE the structure acts, in the others the person. */
    private static String holder(ParsedAssertion vihf) {
        return vihf.authentificationMode().equals(Optional.of(Mode.INDIRECTE.name()))
                ? "structure " + vihf.text(SamlNames.IDENTIFIANT_STRUCTURE).orElse("")
                : "person " + Call.cut(vihf.nameId().orElse(""));
    }

    boolean hasOpenDmp(Ins patient) {
        return state(patient).equals(Optional.of(DmpState.OPEN));
    }

    private Optional<DmpState> state(Ins patient) {
        return FictivePatient.byDmp(patient, environment).map(FictivePatient::dmp);
    }
}
