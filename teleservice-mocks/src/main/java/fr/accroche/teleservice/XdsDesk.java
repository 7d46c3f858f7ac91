package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.messages.Deposit;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.DocumentReference;
import fr.accroche.messages.Ins;
import fr.accroche.messages.RetrieveAnswer;
import fr.accroche.messages.RetrieveRequest;
import fr.accroche.messages.SamlNames;
import fr.accroche.messages.SearchAnswer;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsError;
import fr.accroche.messages.XdsException;
import fr.accroche.teleservice.BuiltInAnswers.Answer;
import fr.accroche.teleservice.BuiltInAnswers.Failed;
import fr.accroche.teleservice.BuiltInAnswers.Refused;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * TD2.1, TD3.1 and TD3.2 on one store. What is wrong is answered as ITI TF-3 §4.2.4 has it: HTTP 200, and an error of XDS.
 *
 * @param store the documents
 * @param hasDmp who has an open DMP
 * @param around makes the ids of answers
 */
record XdsDesk(DocumentStore store, Predicate<Ins> hasDmp, Surroundings around) {

    private static final List<XdsError> NOBODY =
            List.of(XdsError.of(XdsError.Code.UNKNOWN_PATIENT_ID, "no open DMP has this INS"));

    Answer deposit(XdsCall call) {
        List<XdsError> errors = deposited(call);
        SoapMessage answer = new XdsAnswer(errors, false).toDeposit(around.messageId(), call.messageId());
        return answered(answer, errors);
    }

    private List<XdsError> deposited(XdsCall call) {
        try {
            Deposit deposit = Deposit.read(call.message());
            if (!hasDmp.test(deposit.set().patient())) {
                return NOBODY;
            }
            return authorFits(deposit, call)
                    ? store.keep(deposit)
                    : List.of(XdsError.of(
                            XdsError.Code.REGISTRY_METADATA_ERROR,
                            "Aucun AuthorInstitution ne correspond à l'utilisateur du VIHF [indirecte]"));
        } catch (XdsException e) {
            return e.errors();
        }
    }

    /** The DMP's own text is public, its rule only by that text: one of the authors is of the structure that the VIHF names. */
    private static boolean authorFits(Deposit deposit, XdsCall call) {
        boolean indirect = call.vihf()
                .authentificationMode()
                .filter(mode -> mode.startsWith("INDIRECTE"))
                .isPresent();
        String structure = call.vihf().text(SamlNames.IDENTIFIANT_STRUCTURE).orElse("");
        return !indirect
                || Stream.concat(
                                Stream.of(deposit.set().author()),
                                deposit.documents().stream()
                                        .map(document -> document.entry().author()))
                        .anyMatch(author -> author.institution().nationalId().equals(structure));
    }

    Answer search(XdsCall call) {
        try {
            DocumentQuery query = DocumentQuery.read(call.message());
            if (!query.notSimulated().isEmpty()) {
                return new Refused(
                        FaultCause.NOT_SIMULATED,
                        "Paramètres de FindDocuments non simulés : "
                                + String.join(
                                        ", ",
                                        query.notSimulated().stream().sorted().toList())
                                + ".");
            }
            return hasDmp.test(query.patient()) ? found(call, query) : failed(call, NOBODY);
        } catch (XdsException e) {
            return failed(call, e.errors());
        }
    }

    private Answer found(XdsCall call, DocumentQuery query) {
        List<DocumentEntry> entries = store.find(query);
        List<String> references = entries.stream().map(DocumentEntry::id).toList();
        SearchAnswer answer = query.onlyReferences()
                ? new SearchAnswer(XdsAnswer.SUCCESS, List.of(), references)
                : new SearchAnswer(XdsAnswer.SUCCESS, entries, List.of());
        return answered(answer.toMessage(around.messageId(), call.messageId()), List.of());
    }

    private Answer failed(XdsCall call, List<XdsError> errors) {
        return answered(SearchAnswer.failure(errors).toMessage(around.messageId(), call.messageId()), errors);
    }

    Answer retrieve(XdsCall call) {
        List<DocumentReference> asked = RetrieveRequest.read(call.message());
        Optional<Ins> patient = call.patient();
        if (patient.isEmpty()) {
            return new Refused(FaultCause.PATIENT_MISSING, "Le VIHF ne nomme aucun patient, TD3.2 non plus.");
        }
        Retrieval retrieval = new Retrieval(store, store.of(patient.get()));
        asked.stream().distinct().forEach(retrieval::add);
        RetrieveAnswer answer = retrieval.answer();
        return answered(
                answer.toMessage(around.messageId(), call.messageId()),
                answer.answer().partial() ? List.of() : answer.answer().errors());
    }

    private static Answer answered(SoapMessage message, List<XdsError> errors) {
        return errors.isEmpty()
                ? BuiltInAnswers.served(message)
                : new Failed(new WireError(errors.get(0).code(), BuiltInAnswers.response(message)));
    }
}
