package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.InsiFault;
import fr.accroche.messages.InsiResponse;
import fr.accroche.messages.InsiResponse.FormerIns;
import fr.accroche.messages.InsiResponse.Identity;
import fr.accroche.messages.Patient;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.Traits;
import fr.accroche.messages.VitaleCard;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.util.List;
import java.util.Optional;

/**
 * INSi's two searches, WS_INS1 by carte Vitale and WS_INS2 by traits: CR 00 for one, 02 for several; for nobody CR 01, or the
 * technical fault that the CNDA's test base answers instead (docs/sources.md, DMP and INSi samples).
 *
 * @param settings whose answers it gives
 */
record InsiAnswers(TeleserviceSettings settings) implements BuiltInAnswers {

    private static final String SIMULATED =
            " Sont simulés WS_INS1 (rechercherInsAvecCarteVitale) et WS_INS2" + " (rechercherInsAvecTraitsIdentite).";

    @Override
    public Optional<Answer> to(Call call, BusinessRequest request) {
        if (request.action().isEmpty()) {
            return Optional.of(new Refused(FaultCause.ADDRESSING_MISSING, "L'en-tête wsa:Action manque."));
        }
        return Optional.of(request.action()
                .flatMap(InsiOperation::of)
                .map(operation -> to(operation, request))
                .orElseGet(() -> new Refused(FaultCause.NOT_SIMULATED, BuiltInAnswers.operation(request) + SIMULATED)));
    }

    /** The action and the body must agree. */
    private Answer to(InsiOperation operation, BusinessRequest request) {
        if (!request.body().equals(operation.body())) {
            return new Refused(
                    FaultCause.ACTION_DIFFERS,
                    "Le corps n'est pas celui de l'action : <"
                            + operation.body().getLocalPart() + "> attendu.");
        }
        Patient searched = request.patient().orElseThrow();
        Optional<String> wrong = searched instanceof Traits traits
                ? InsiLexicon.wrong(traits)
                : searched instanceof VitaleCard card ? InsiLexicon.wrong(card) : Optional.empty();
        return wrong.<Answer>map(element -> new Refused(
                        FaultCause.TRAITS_WRONG,
                        element
                                + " n'a pas la forme attendue : majuscules sans accent, espace, apostrophe, trait d'union ;"
                                + " date AAAA-MM-JJ ; clé juste."))
                .orElseGet(() -> found(operation, find(searched)));
    }

    private static List<FictivePatient> find(Patient searched) {
        return searched instanceof Traits traits
                ? FictivePatient.found(traits)
                : searched instanceof VitaleCard card ? FictivePatient.found(card) : List.of();
    }

    private Answer found(InsiOperation operation, List<FictivePatient> found) {
        if (found.isEmpty()) {
            boolean fails = settings.insi().answersIn(settings.environment()) == InsiChoices.Answers.CNDA;
            return fails ? fault(operation) : BuiltInAnswers.served(InsiResponse.notFound());
        }
        if (found.size() > 1) {
            return BuiltInAnswers.served(InsiResponse.several());
        }
        FictivePatient patient = found.get(0);
        return patient.has(PatientDeviance.INSI_FAULT)
                ? fault(operation)
                : BuiltInAnswers.served(InsiResponse.found(identity(patient)));
    }

    private Answer fault(InsiOperation operation) {
        InsiFault fault = InsiFault.technical(
                operation.fault(), Faults.severity(settings.tlsi().severity()));
        return new Failed(new WireError(
                fault.subcode() + "/" + fault.code(),
                new Response(500, Headers.of("Content-Type", SoapMessage.XML), fault.toBytes())));
    }

    private static Identity identity(FictivePatient patient) {
        List<FormerIns> former = patient.former().stream()
                .map(known -> new FormerIns(known.ins(), Optional.of(known.from()), Optional.of(known.until())))
                .toList();
        return new Identity(patient.forInsi(), former, patient.traits());
    }
}
