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

    private static final Text ABOUT_NOTHING =
            Text.of("« {0} » va avec « {1} », qui n'est pas là", "'{0}' goes with '{1}', which is not there");

    /** What says nothing without the file that it is about. */
    private static final Map<String, String> ABOUT = Map.of(
            "key", "certificate",
            "alias", "certificate",
            "passwordFile", "certificate",
            "sealPasswordFile", "seal",
            "truststorePasswordFile", "truststore");

    private final Set<String> actors;
    private final Set<String> software;
    private final Set<String> proxies;

    OperationReader(Set<String> actors, Map<String, Component> components) {
        this.actors = actors;
        this.software = Component.keys(components.values(), LogicielUtilisateur.class);
        this.proxies = Component.keys(components.values(), ProxyEsante.class);
    }

    List<Operation> readAll(Cursor root) {
        List<Operation> operations = new ArrayList<>();
        Set<ClientId> seen = new HashSet<>();
        for (Cursor row : root.items("operations")) {
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
        Optional<ClientId> clientId = row.member("clientId").flatMap(c -> c.text(ClientId::new));
        Optional<String> lps = reference(row, "lps", software);
        Optional<String> operator = reference(row, "operator", actors);
        Optional<String> proxy = reference(row, "proxy", proxies);
        Optional<String> proxyOperator = reference(row, "proxyOperator", actors);
        boolean link = row.member("link")
                .flatMap(Cursor::text)
                .map("validated"::equals)
                .orElse(true);
        Optional<Pmt> pmt = row.member("pmt").map(OperationReader::pmt);
        List<Teleservice> services = row.items("teleservices").stream()
                .flatMap(item -> item.teleservice().stream())
                .distinct()
                .toList();
        Optional<ClientSecret> secret = row.member("secret").flatMap(c -> c.text(ClientSecret::new));
        PscRegistration psc = row.member("psc")
                .map(registered -> PscRegistrationReader.read(registered, secret))
                .orElse(PscRegistration.DEFAULT);
        Optional<BroughtFiles> files =
                row.member("files").map(OperationReader::files).filter(brought -> !brought.isEmpty());
        LpsAuthentication authentication = row.member("lpsAuthentication")
                .map(declared -> LpsAuthenticationReader.read(declared, clientId))
                .orElseGet(LpsAuthentication.None::new);
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
                secret,
                psc,
                files,
                authentication));
    }

    private static BroughtFiles files(Cursor cursor) {
        ABOUT.forEach((key, file) -> cursor.member(key)
                .filter(about -> cursor.member(file).isEmpty())
                .ifPresent(about -> about.wrong(ABOUT_NOTHING.with(key, file))));
        return new BroughtFiles(
                cursor.member("certificate").flatMap(Cursor::text),
                cursor.member("key").flatMap(Cursor::text),
                cursor.member("alias").flatMap(Cursor::text),
                cursor.member("passwordFile").flatMap(Cursor::text),
                cursor.member("seal").flatMap(Cursor::text),
                cursor.member("sealPasswordFile").flatMap(Cursor::text),
                cursor.member("truststore").flatMap(Cursor::text),
                cursor.member("truststorePasswordFile").flatMap(Cursor::text));
    }

    private static Pmt pmt(Cursor cursor) {
        return new Pmt(
                cursor.member("validatedOn").flatMap(Cursor::date),
                cursor.member("declaredOn").flatMap(Cursor::date),
                cursor.member("configuredOn").flatMap(Cursor::date),
                cursor.member("firstAuthenticationOn").flatMap(Cursor::date),
                cursor.member("firstApi").flatMap(Cursor::teleservice),
                cursor.member("testNumber").flatMap(Cursor::text));
    }

    private static Optional<String> reference(Cursor row, String key, Set<String> known) {
        return row.member(key).flatMap(c -> c.reference(known));
    }
}
