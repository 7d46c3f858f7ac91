package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.DmpChoices.Transaction;
import fr.accroche.messages.AuthorizationRequest;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.DepositRequest;
import fr.accroche.messages.DmpRequest;
import fr.accroche.messages.RetrieveRequest;
import fr.accroche.messages.SearchRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** An operation of the DMP that is simulated, by what its requests are told by (docs/sources.md, DMP and INSi samples). */
enum DmpOperation {
    EXISTENCE(Transaction.TD0_2, "patients", DmpRequest.ACTION, DmpRequest.BODY),
    AUTHORIZATION(Transaction.TD0_3, "habilitations", AuthorizationRequest.ACTION, AuthorizationRequest.BODY),
    DEPOSIT(Transaction.TD2_1, "repository", DepositRequest.ACTION, DepositRequest.BODY),
    SEARCH(Transaction.TD3_1, "registry", SearchRequest.ACTION, SearchRequest.BODY),
    RETRIEVAL(Transaction.TD3_2, "repository", RetrieveRequest.ACTION, RetrieveRequest.BODY);

    /** Of which {@code /patients} comes first: it is the one that a DMP is known by. */
    private static final List<String> SERVICES = List.of(
            "patients", "registry", "repository", "patientsSpecific", "patientCertif", "patientsPDQ", "habilitations");

    private final Transaction transaction;
    private final String service;
    private final String action;
    private final QName body;

    DmpOperation(Transaction transaction, String service, String action, QName body) {
        this.transaction = transaction;
        this.service = service;
        this.action = action;
        this.body = body;
    }

    /** The operation of which both action and body are. */
    static Optional<DmpOperation> of(BusinessRequest request) {
        return Stream.of(values())
                .filter(each -> request.action().equals(Optional.of(each.action))
                        && request.body().equals(each.body))
                .findFirst();
    }

    /** What else a request of this action should hold; empty for an action that is no operation's. */
    static Optional<QName> expectedBody(BusinessRequest request) {
        return Stream.of(values())
                .filter(each -> request.action().equals(Optional.of(each.action)))
                .map(each -> each.body)
                .findFirst();
    }

    Transaction transaction() {
        return transaction;
    }

    /** Where all services are, below this base. */
    static List<String> paths(String base) {
        return SERVICES.stream().map(base::concat).toList();
    }

    String path(String base) {
        return base + service;
    }

    /** All of them, for people: {@code TD0.2 (patients), …}. */
    static String names() {
        return String.join(
                ", ",
                Stream.of(values())
                        .map(each -> each.transaction.label() + " (" + each.service + ")")
                        .toList());
    }
}
