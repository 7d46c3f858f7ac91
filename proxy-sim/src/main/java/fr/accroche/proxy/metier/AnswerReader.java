package fr.accroche.proxy.metier;

import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.BusinessResponse.Fault;
import fr.accroche.messages.DmpAnswer;
import fr.accroche.messages.DmpResponse.Dossier;
import fr.accroche.messages.InsiAnswer;
import fr.accroche.messages.InsiResponse.Identity;
import fr.accroche.messages.MessageException;
import fr.accroche.messages.OnAnswer;
import fr.accroche.messages.OnOperation;
import fr.accroche.messages.OnPrescription;
import fr.accroche.messages.SearchAnswer;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsException;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads a téléservice's SOAP answer into JSON. */
public final class AnswerReader {

    private AnswerReader() {}

    /**
     * What an answer says. A fault is one whatever the HTTP status: the téléservices answer theirs with 500.
     *
     * @param soap the answer, which a service that speaks MTOM gives as a package
     */
    public static BusinessAnswer read(BusinessOperation operation, SoapMessage soap) {
        try {
            Optional<Fault> fault = BusinessResponse.parse(soap).fault();
            return fault.map(AnswerReader::refused).orElseGet(() -> promised(operation, served(operation, soap)));
        } catch (MessageException | XdsException e) {
            return new BusinessAnswer.Unreadable(e.getMessage());
        }
    }

    /** A téléservice may leave out, or write otherwise, what the LPS was promised. */
    private static BusinessAnswer promised(BusinessOperation operation, BusinessAnswer answer) {
        return answer instanceof BusinessAnswer.Served served
                ? operation.answerFaults(served.body()).stream()
                        .findFirst()
                        .<BusinessAnswer>map(fault -> new BusinessAnswer.Unreadable(fault.toString()))
                        .orElse(answer)
                : answer;
    }

    /** The most telling code and text: the Assurance Maladie's detail, else the subcode and the reason. */
    private static BusinessAnswer refused(Fault fault) {
        String code = fault.siramCode().or(fault::subcode).orElse(fault.code());
        return new BusinessAnswer.Refused(
                fault.code().equals("Sender"), code, fault.siramText().orElse(fault.reason()));
    }

    private static BusinessAnswer served(BusinessOperation operation, SoapMessage soap) {
        return switch (operation) {
            case EXISTENCE_TEST -> existence(DmpAnswer.read(soap.bytes()));
            case DOCUMENT_DEPOSIT -> DocumentAnswers.deposit(XdsAnswer.readDeposit(soap));
            case DOCUMENT_SEARCH -> DocumentAnswers.search(SearchAnswer.read(soap));
            case INS_SEARCH -> new BusinessAnswer.Served(search(InsiAnswer.read(soap.bytes())));
            case CONSULTATION -> consultation(OnAnswer.read(soap.bytes()));
        };
    }

    private static BusinessAnswer existence(DmpAnswer answer) {
        if (answer.error().isPresent()) {
            DmpAnswer.Error error = answer.error().get();
            return new BusinessAnswer.Refused(true, error.code(), error.text());
        }
        if (!List.of("OK", "NF").contains(answer.outcome())) {
            return new BusinessAnswer.Unreadable("queryResponseCode is neither OK nor NF");
        }
        JsonObject exists = JsonObject.EMPTY.with("exists", answer.outcome().equals("OK"));
        return new BusinessAnswer.Served(
                answer.dossier().map(dossier -> existence(exists, dossier)).orElse(exists));
    }

    private static JsonObject existence(JsonObject exists, Dossier dossier) {
        return exists.with("closed", dossier.closed())
                .with("authorization", dossier.authorization().isEmpty() ? null : dossier.authorization())
                .with("treatingPhysician", dossier.treatingPhysician())
                .with("webAccount", dossier.webAccount())
                .with("monEspaceSante", dossier.monEspaceSante());
    }

    private static JsonObject search(InsiAnswer answer) {
        JsonObject outcome = JsonObject.EMPTY.with("code", answer.code()).with("label", answer.label());
        return answer.identity()
                .map(identity -> outcome.with("active", MetierJson.of(identity.active()))
                        .with("former", former(identity))
                        .with("traits", MetierJson.of(identity.traits())))
                .orElse(outcome);
    }

    private static List<JsonObject> former(Identity identity) {
        return identity.former().stream()
                .map(former -> MetierJson.of(former.ins()))
                .toList();
    }

    private static BusinessAnswer consultation(OnAnswer answer) {
        if (answer.operation() != OnOperation.CONSULT) {
            return new BusinessAnswer.Unreadable("the answer is not to a consultation");
        }
        Optional<OnPrescription> shown = answer.prescriptions().stream().findFirst();
        return new BusinessAnswer.Served(JsonObject.EMPTY
                .with("found", shown.isPresent())
                .with("prescription", shown.map(OnPrescription::number).orElse(""))
                .with("status", shown.map(known -> known.status().name()).orElse(null)));
    }
}
