package fr.accroche.credential;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.declaration.SourceLines;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.credential.RegisteredClient.Grant;
import fr.accroche.credential.RegisteredClient.Link;
import fr.accroche.credential.RegisteredClient.PmtWindow;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The EDC PSC's register: one row per client_id.
 *
 * @param clients the rows
 */
public record Register(List<RegisteredClient> clients) {

    public Register {
        clients = List.copyOf(clients);
    }

    /** What the EDC PSC holds once everything that is declared was granted as declared. */
    public static Register from(Declaration declaration) {
        return new Register(IntStream.range(0, declaration.operations().size())
                .mapToObj(index -> row(declaration, index))
                .toList());
    }

    /** The row of a client_id. */
    public Optional<RegisteredClient> find(String clientId) {
        return clients.stream()
                .filter(client -> client.clientId().value().equals(clientId))
                .findFirst();
    }

    private static RegisteredClient row(Declaration declaration, int index) {
        Operation operation = declaration.operations().get(index);
        SourceLines lines = declaration.lines();
        String path = "operations[" + index + "]";
        Observed clientId = new Observed(operation.clientId().value(), lines.at(path + ".clientId"));
        Actor proxyOperator = declaration.proxyOperator(operation);
        return new RegisteredClient(
                clientId,
                clientId,
                new Observed(
                        proxyOperator.idNatStruct().value(), lines.at("actors." + proxyOperator.id() + ".idNatStruct")),
                new Observed(declaration.settings().securityLevel(), lines.at("settings.securityLevel")),
                grant(declaration.lps(operation), Profil.ELU, lines),
                grant(declaration.proxy(operation), Profil.ELP, lines),
                new Link(operation.linkValidated(), lines.at(path + ".link")),
                new PmtWindow(operation.pmtUntil(), lines.at(path + ".pmt")));
    }

    private static Grant grant(Component component, Profil profile, SourceLines lines) {
        return new Grant(
                component.habilitations().stream()
                        .filter(habilitation -> habilitation.profile() == profile)
                        .toList(),
                lines.at("components." + component.id() + ".habilitations"));
    }
}
