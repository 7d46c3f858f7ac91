package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.DmpChoices.Mode;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.MessageException;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.ParsedAssertion.Kind;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * What the DMP answers a sound call: TD0.2 and TD0.3 from {@link FictivePatient}, TD2.1, TD3.1 and TD3.2 from what was deposited. The
 * mode of the VIHF must open the transaction.
 */
final class DmpAnswers implements BuiltInAnswers {

    private final TeleserviceSettings settings;
    private final DossierDesk dossiers;
    private final XdsDesk documents;

    DmpAnswers(TeleserviceSettings settings, DocumentStore store, Authorizations authorizations, Surroundings around) {
        this.settings = settings;
        this.dossiers = new DossierDesk(settings.environment(), authorizations, around);
        this.documents = new XdsDesk(store, dossiers::hasOpenDmp, around);
    }

    @Override
    public Optional<Answer> to(Call call, BusinessRequest request) {
        if (request.action().isEmpty()) {
            return Optional.of(new Refused(FaultCause.ADDRESSING_MISSING, ""));
        }
        return Optional.of(DmpOperation.of(request)
                .map(operation -> answer(call, request, operation))
                .orElseGet(() -> notSimulated(request, OtherTransactions.named(request))));
    }

    private static Answer notSimulated(BusinessRequest request, Optional<String> transaction) {
        Optional<QName> expected = DmpOperation.expectedBody(request).filter(body -> !body.equals(request.body()));
        return new Refused(
                FaultCause.NOT_SIMULATED,
                transaction.map(name -> "Transaction " + name + ". ").orElse("")
                        + BuiltInAnswers.operation(request)
                        + expected.map(body -> " Cette action attend le corps « " + body.getLocalPart() + " » de « "
                                        + body.getNamespaceURI() + " ».")
                                .orElse("")
                        + " Simulées : " + DmpOperation.names() + ".");
    }

    private Answer answer(Call call, BusinessRequest request, DmpOperation operation) {
        String path = operation.path(settings.dmp().base());
        if (!call.request().path().equals(path)) {
            return new Refused(FaultCause.WRONG_SERVICE, operation.transaction().label() + " se poste à " + path + ".");
        }
        if (lacksAddressing(request)) {
            return new Refused(FaultCause.ADDRESSING_MISSING, "");
        }
        Optional<ParsedAssertion> vihf = request.assertion(Kind.VIHF);
        if (vihf.isEmpty()) {
            return new Refused(FaultCause.ASSERTION_MISSING, "");
        }
        Optional<String> mode = vihf.get().authentificationMode();
        DmpChoices rights = settings.dmp();
        if (!rights.opens(mode.flatMap(Mode::named), operation.transaction())) {
            return new Refused(
                    FaultCause.RIGHT_MISSING,
                    "Le mode " + mode.orElse("—") + " n'ouvre pas la transaction "
                            + operation.transaction().label() + " (settings.dmp.rights).");
        }
        try {
            return answer(new XdsCall(call, request, vihf.get()), operation);
        } catch (MessageException e) {
            return new Refused(FaultCause.MALFORMED, "Message illisible : " + e.getMessage());
        }
    }

    /** A To that is there and empty will do, as in the samples. */
    private static boolean lacksAddressing(BusinessRequest request) {
        return request.messageId().isEmpty()
                || request.to().isEmpty()
                || request.replyTo().isEmpty();
    }

    private Answer answer(XdsCall call, DmpOperation operation) {
        return switch (operation) {
            case EXISTENCE ->
                OtherTransactions.byReason(call)
                        .map(other -> notSimulated(call.request(), Optional.of(other)))
                        .orElseGet(() -> dossiers.existence(call));
            case AUTHORIZATION -> dossiers.authorize(call);
            case DEPOSIT -> documents.deposit(call);
            case SEARCH -> documents.search(call);
            case RETRIEVAL -> documents.retrieve(call);
        };
    }
}
