package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code operations}: one row, one client_id. */
final class OperationReader {

    private final Set<String> actors;
    private final Map<String, Component> components;

    OperationReader(Set<String> actors, Map<String, Component> components) {
        this.actors = actors;
        this.components = components;
    }

    List<Operation> readAll(Cursor cursor) {
        List<Operation> operations = new ArrayList<>();
        Set<ClientId> seen = new HashSet<>();
        for (Cursor row : cursor.someItems()) {
            read(row).ifPresent(operation -> {
                if (seen.add(operation.clientId())) {
                    operations.add(operation);
                } else {
                    row.wrong(Text.of("client_id « {0} » déjà déclaré", "client_id '{0}' is declared already")
                            .with(operation.clientId()));
                }
            });
        }
        return operations;
    }

    private Optional<Operation> read(Cursor row) {
        Optional<ClientId> clientId = row.required("clientId").flatMap(c -> c.text(ClientId::new));
        Optional<String> lps = component(row, "lps", ComposantPrincipal.class);
        Optional<String> operator = actor(row, "operator");
        Optional<String> proxy = component(row, "proxy", ProxyEsante.class);
        Optional<String> proxyOperator = actor(row, "proxyOperator");
        boolean link = row.optional("link")
                .flatMap(c -> c.choice(List.of("validated", "pending"), name -> name))
                .map("validated"::equals)
                .orElse(true);
        Optional<LocalDate> pmt = row.optional("pmt").flatMap(OperationReader::pmt);
        Optional<ClientSecret> secret = row.optional("secret").flatMap(c -> c.text(ClientSecret::new));
        row.refuseUnknownKeys();
        if (clientId.isEmpty() || lps.isEmpty() || operator.isEmpty() || proxy.isEmpty() || proxyOperator.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Operation(
                clientId.get(), lps.get(), operator.get(), proxy.get(), proxyOperator.get(), link, pmt, secret));
    }

    private static Optional<LocalDate> pmt(Cursor cursor) {
        Optional<LocalDate> validatedOn = cursor.required("validatedOn").flatMap(Cursor::date);
        cursor.refuseUnknownKeys();
        return validatedOn;
    }

    private Optional<String> actor(Cursor row, String key) {
        return row.required(key).flatMap(c -> DeclarationReader.reference(c, actors));
    }

    private Optional<String> component(Cursor row, String key, Class<? extends Component> type) {
        return row.required(key).flatMap(cursor -> {
            List<String> fitting = components.values().stream()
                    .filter(type::isInstance)
                    .map(Component::id)
                    .toList();
            return DeclarationReader.reference(cursor, fitting);
        });
    }
}
