package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.DmpChoices.Mode;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.DmpResponse;
import fr.accroche.messages.DmpResponse.Dossier;
import fr.accroche.messages.Ins;
import fr.accroche.messages.MessageException;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.SoapMessage;
import fr.accroche.teleservice.FictivePatient.DmpState;
import java.util.Optional;

/**
 * What the DMP answers a sound call: TD0.2 from {@link FictivePatient}, TD2.1, TD3.1 and TD3.2 from what was deposited. The mode of
 * the VIHF must open the transaction.
 */
final class DmpAnswers implements BuiltInAnswers {

    private final TeleserviceSettings settings;
    private final XdsDesk documents;
    private final Surroundings around;

    DmpAnswers(TeleserviceSettings settings, DocumentStore store, Surroundings around) {
        this.settings = settings;
        this.documents = new XdsDesk(store, this::hasOpenDmp, around);
        this.around = around;
    }

    @Override
    public Optional<Answer> to(Call call, BusinessRequest request) {
        return Optional.of(DmpOperation.of(request)
                .map(operation -> answer(call, request, operation))
                .orElseGet(() -> notSimulated(request)));
    }

    private static Answer notSimulated(BusinessRequest request) {
        return new Refused(
                FaultCause.NOT_SIMULATED,
                BuiltInAnswers.operation(request) + " Simulées : " + DmpOperation.names() + ".");
    }

    private Answer answer(Call call, BusinessRequest request, DmpOperation operation) {
        String path = operation.path(settings.dmp().base());
        if (!call.request().path().equals(path)) {
            return new Refused(FaultCause.WRONG_SERVICE, operation.transaction().label() + " se poste à " + path + ".");
        }
        if (request.messageId().isEmpty()) {
            return new Refused(FaultCause.ADDRESSING_MISSING, "");
        }
        ParsedAssertion vihf = request.assertion(Kind.VIHF).orElseThrow();
        Optional<String> mode = vihf.authentificationMode();
        DmpChoices rights = settings.dmp();
        if (!rights.opens(mode.flatMap(Mode::named), operation.transaction())) {
            return new Refused(
                    FaultCause.RIGHT_MISSING,
                    "Le mode " + mode.orElse("—") + " n'ouvre pas la transaction "
                            + operation.transaction().label() + " (settings.dmp.rights).");
        }
        try {
            return answer(new XdsCall(call, request, vihf), operation);
        } catch (MessageException e) {
            return new Refused(FaultCause.MALFORMED, "Message illisible : " + e.getMessage());
        }
    }

    private Answer answer(XdsCall call, DmpOperation operation) {
        return switch (operation) {
            case EXISTENCE -> existence(call.request());
            case DEPOSIT -> documents.deposit(call);
            case SEARCH -> documents.search(call);
            case RETRIEVAL -> documents.retrieve(call);
        };
    }

    private Answer existence(BusinessRequest request) {
        return request.patient()
                .filter(Ins.class::isInstance)
                .map(Ins.class::cast)
                .<Answer>map(patient -> BuiltInAnswers.served(
                        dossier(patient, request.messageId().orElseThrow())))
                .orElse(new Refused(FaultCause.PATIENT_MISSING, "La requête ne nomme aucun patient."));
    }

    private SoapMessage dossier(Ins patient, String messageId) {
        Optional<Dossier> found = state(patient)
                .filter(state -> state != DmpState.NONE)
                .map(state -> new Dossier("VALIDE", false, Optional.empty(), true, true, state == DmpState.CLOSED));
        return SoapMessage.xml(
                new DmpResponse(around.messageId(), messageId, around.clock().instant(), patient, found).toBytes());
    }

    private boolean hasOpenDmp(Ins patient) {
        return state(patient).equals(Optional.of(DmpState.OPEN));
    }

    private Optional<DmpState> state(Ins patient) {
        return FictivePatient.byDmp(patient, settings.environment()).map(FictivePatient::dmp);
    }
}
