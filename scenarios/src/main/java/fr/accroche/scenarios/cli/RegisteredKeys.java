package fr.accroche.scenarios.cli;

import fr.accroche.authserver.Client;
import fr.accroche.authserver.ClientKeysException;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscRegistration;
import java.nio.file.Path;

/** The key files that clients registered at PSC: found from the declaration's folder, and read before anything starts. */
final class RegisteredKeys {

    private RegisteredKeys() {}

    /** The same declaration, with whole paths. */
    static Declaration located(Declaration declaration, Path folder) {
        Declaration located = declaration.withOperations(declaration.operations().stream()
                .map(operation -> located(operation, folder))
                .toList());
        try {
            Client.declared(located).forEach(Client::withRegisteredKeys);
            return located;
        } catch (ClientKeysException e) {
            throw UserException.environment(e.text());
        }
    }

    private static Operation located(Operation operation, Path folder) {
        PscRegistration registered = operation.psc();
        return registered
                .jwksFile()
                .map(file -> operation.withPsc(
                        registered.withJwksFile(folder.resolve(file).toString())))
                .orElse(operation);
    }
}
