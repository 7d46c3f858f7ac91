package fr.accroche.authserver;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import fr.accroche.compliance.declaration.ClientSecret;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.text.Text;
import java.nio.file.Path;
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
 * @param keys the keys that it registered, once they are read
 */
public record Client(
        String clientId,
        Optional<String> secret,
        String declaredAt,
        PscRegistration registration,
        Optional<ClientKeys> keys) {

    private static final Text NO_KEY =
            Text.of("aucune clé RSA pour {0} (use « enc » ou absent)", "no RSA key for {0} (use 'enc' or none)");

    public Client {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(declaredAt, "declaredAt");
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(keys, "keys");
    }

    /** One of whose keys nothing is known yet. */
    public Client(String clientId, Optional<String> secret, String declaredAt, PscRegistration registration) {
        this(clientId, secret, declaredAt, registration, Optional.empty());
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
        return new Client(clientId, Optional.empty(), declaredAt, registration, keys);
    }

    /** The same with another registration. */
    public Client with(PscRegistration other) {
        return new Client(clientId, secret, declaredAt, other, keys);
    }

    /** The same with these keys. */
    public Client with(ClientKeys others) {
        return new Client(clientId, secret, declaredAt, registration, Optional.of(others));
    }

    /**
     * The same with the keys of the file that it registered, if it did.
     *
     * @throws ClientKeysException if that file cannot be used, or has no key for what is registered
     */
    public Client withRegisteredKeys() {
        try {
            Client known = registration
                    .jwksFile()
                    .map(file -> with(ClientKeys.read(Path.of(file))))
                    .orElse(this);
            known.encryption();
            return known;
        } catch (ClientKeysException e) {
            throw e.of(clientId);
        }
    }

    /**
     * How its id_tokens are encrypted; empty if they are not.
     *
     * @throws ClientKeysException if it registered no key for that
     */
    public Optional<Encryption> encryption() {
        if (registration.idTokenEncryption() == PscRegistration.IdTokenEncryption.NONE) {
            return Optional.empty();
        }
        JWEAlgorithm algorithm =
                JWEAlgorithm.parse(registration.idTokenEncryption().written());
        return Optional.of(new Encryption(
                algorithm,
                keys.flatMap(known -> known.encryption(algorithm))
                        .orElseThrow(() -> new ClientKeysException(
                                registration.jwksFile().orElse("—"), NO_KEY.with(algorithm.getName())))));
    }

    /**
     * How tokens are encrypted for a client (RFC 7518 §4.3).
     *
     * @param algorithm of the content key
     * @param key the client's
     */
    public record Encryption(JWEAlgorithm algorithm, RSAKey key) {}

    /** Without the secret. */
    @Override
    public String toString() {
        return "Client[" + clientId + "]";
    }
}
