package fr.accroche.scenarios.watch;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Text;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose turn it is.
 *
 * @param text who, and what is to be done
 */
record Turn(Text text) {

    private static final Text FIRST = Text.of(
            "aucun trafic vu ; à votre LPS, client_id {0} : se connecter à {1}",
            "no traffic seen; your LPS, client_id {0}: connect at {1}");
    private static final Text CONNECT =
            Text.of("à votre LPS, client_id {0} : se connecter à {1}", "your LPS, client_id {0}: connect at {1}");
    private static final Text AGAIN = Text.of(
            "à votre LPS, client_id {0} : le proxy a refusé la connexion ; corriger, puis se connecter à {1}",
            "your LPS, client_id {0}: the proxy refused the connection; put it right, then connect at {1}");
    private static final Text APPROVE =
            Text.of("au professionnel, pour {0} : accepter sur {1}", "the professional, for {0}: approve at {1}");
    private static final Text SEND =
            Text.of("à votre LPS, client_id {0} : appeler {1}", "your LPS, client_id {0}: call {1}");
    private static final Text DISCONNECT =
            Text.of("à votre LPS, client_id {0} : se déconnecter", "your LPS, client_id {0}: disconnect");
    private static final Text DONE = Text.of("tout a été appelé une fois", "everything was called once");

    /**
     * Tells it.
     *
     * @param all how far each client_id is, in the order of the declaration
     * @param proxy where the LPS connects
     * @param eCps where the professional approves
     */
    static Turn of(List<Progress> all, URI proxy, URI eCps) {
        boolean silent = all.stream().allMatch(one -> one.sessions().isEmpty());
        for (Progress one : all) {
            if (one.waitsForProfessional()) {
                return new Turn(APPROVE.with(one.operation().clientId(), eCps));
            }
        }
        for (Progress one : all) {
            Text client = Text.verbatim(one.operation().clientId().value());
            if (one.open()) {
                return new Turn(
                        one.missing().isEmpty() ? DISCONNECT.with(client) : SEND.with(client, names(one.missing())));
            }
        }
        return all.stream()
                .filter(one -> !one.missing().isEmpty())
                .findFirst()
                .map(one -> (silent ? FIRST : one.stoppedAtTheProxy() ? AGAIN : CONNECT)
                        .with(one.operation().clientId(), proxy))
                .map(Turn::new)
                .orElse(new Turn(DONE));
    }

    private static String names(List<Teleservice> services) {
        return services.stream().map(Teleservice::label).collect(Collectors.joining(", "));
    }
}
