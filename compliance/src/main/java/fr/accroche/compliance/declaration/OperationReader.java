package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
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
        Optional<String> lps = component(row, "lps", LogicielUtilisateur.class);
        Optional<String> operator = actor(row, "operator");
        Optional<String> proxy = component(row, "proxy", ProxyEsante.class);
        Optional<String> proxyOperator = actor(row, "proxyOperator");
        boolean link = row.optional("link")
                .flatMap(c -> c.choice(List.of("validated", "pending"), name -> name))
                .map("validated"::equals)
                .orElse(true);
        Optional<Pmt> pmt = row.optional("pmt").map(OperationReader::pmt);
        List<Teleservice> services = row.optional("teleservices").map(Cursor::someItems).orElse(List.of()).stream()
                .flatMap(item -> item.teleservice().stream())
                .distinct()
                .toList();
        Optional<ClientSecret> secret = row.optional("secret").flatMap(c -> c.text(ClientSecret::new));
        row.refuseUnknownKeys();
        if (clientId.isEmpty() || lps.isEmpty() || operator.isEmpty() || proxy.isEmpty() || proxyOperator.isEmpty()) {
            row.dropped();
            return Optional.empty();
        }
        return Optional.of(new Operation(
                clientId.get(),
                lps.get(),
                operator.get(),
                proxy.get(),
                proxyOperator.get(),
                link,
                pmt,
                services,
                secret));
    }

    private static Pmt pmt(Cursor cursor) {
        Pmt pmt = new Pmt(
                cursor.optional("validatedOn").flatMap(Cursor::date),
                cursor.optional("declaredOn").flatMap(Cursor::date),
                cursor.optional("configuredOn").flatMap(Cursor::date),
                cursor.optional("firstAuthenticationOn").flatMap(Cursor::date),
                cursor.optional("firstApi").flatMap(Cursor::teleservice),
                cursor.optional("testNumber").flatMap(Cursor::text));
        cursor.refuseUnknownKeys();
        return pmt;
    }

    private Optional<String> actor(Cursor row, String key) {
        return row.required(key).flatMap(c -> c.reference(actors));
    }

    private Optional<String> component(Cursor row, String key, Class<? extends Component> type) {
        return row.required(key).flatMap(cursor -> {
            List<String> fitting = components.values().stream()
                    .filter(type::isInstance)
                    .map(Component::id)
                    .toList();
            return cursor.reference(fitting);
        });
    }
}
