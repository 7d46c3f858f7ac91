package fr.accroche.authserver;

import fr.accroche.compliance.declaration.ClientSecret;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscRegistration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A client that an authorization server knows.
 *
 * @param clientId its client_id, and the CN of its certificate
 * @param secret its secret, if it may use one instead of its certificate
 * @param declaredAt where it is declared
 * @param registration what it registered at PSC
 */
public record Client(String clientId, Optional<String> secret, String declaredAt, PscRegistration registration) {

    public Client {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(declaredAt, "declaredAt");
        Objects.requireNonNull(registration, "registration");
    }

    /** One that registered nothing in particular. */
    public Client(String clientId, Optional<String> secret, String declaredAt) {
        this(clientId, secret, declaredAt, PscRegistration.DEFAULT);
    }

    /** A client that proves itself by its certificate. */
    public static Client ofCertificate(String clientId, String declaredAt) {
        return new Client(clientId, Optional.empty(), declaredAt);
    }

    /** One client per operation of the declaration, with the secret that it may have at PSC. */
    public static List<Client> declared(Declaration declaration) {
        return IntStream.range(0, declaration.operations().size())
                .mapToObj(index -> declared(declaration, index))
                .toList();
    }

    private static Client declared(Declaration declaration, int index) {
        Operation operation = declaration.operations().get(index);
        return new Client(
                operation.clientId().value(),
                operation.secret().map(ClientSecret::value),
                declaration.lines().at("operations[" + index + "].clientId"),
                operation.psc());
    }

    /** The same, which must prove itself by its certificate. */
    public Client byCertificate() {
        return new Client(clientId, Optional.empty(), declaredAt, registration);
    }

    /** The same with another registration. */
    public Client with(PscRegistration other) {
        return new Client(clientId, secret, declaredAt, other);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Client[" + clientId + "]";
    }
}
