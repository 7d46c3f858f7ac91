package fr.accroche.messages;

import java.util.Arrays;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * What can be asked of the Ordonnance Numérique here, in a dialect of this simulator's: the real names, schemas and actions are not
 * public.
 */
public enum OnOperation {
    REGISTER("enregistrerPrescription"),
    SEARCH("rechercherPrescription"),
    CONSULT("consulterPrescription");

    private final String wireName;

    OnOperation(String wireName) {
        this.wireName = wireName;
    }

    /** wsa:Action. */
    public String action() {
        return Namespaces.ON_FICTIONAL + ":" + wireName;
    }

    /** The element in the Body of a request. */
    public QName body() {
        return new QName(Namespaces.ON_FICTIONAL, wireName);
    }

    /** The element in the Body of an answer. */
    QName answer() {
        return new QName(Namespaces.ON_FICTIONAL, wireName + "Reponse");
    }

    /** The operation of a request: as for INSi, action and body must agree. */
    public static Optional<OnOperation> of(BusinessRequest request) {
        return Arrays.stream(values())
                .filter(each -> each.body().equals(request.body()))
                .filter(each -> request.action().equals(Optional.of(each.action())))
                .findFirst();
    }
}
