package fr.accroche.proxy;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The clients that the proxy serves, by client_id. No two share a certificate or a connection. */
final class Clients implements AutoCloseable {

    private static final Text UNKNOWN = Text.of(
            "clientId {0} n'est pas servi par ce proxy, qui sert {1} : corrigez la demande, ou la configuration du proxy",
            "clientId {0} is not served by this proxy, which serves {1}: correct the request, or the proxy's settings");

    /** Without authenticated encryption, so that no server here takes it; a JDK offers it, as it no longer does TLS_RSA. */
    private static final String REFUSED_SUITE = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";

    /** For each client and server: as many business requests of one client_id are under way at once, more wait for a while. */
    private static final int CONNECTIONS = 64;

    private final ProxySettings settings;
    private final Map<String, Client> clients = new TreeMap<>();

    Clients(ProxySettings settings, WireRuntime runtime) {
        this.settings = settings;
        for (String clientId : settings.clients().keySet()) {
            clients.put(clientId, connect(clientId, presentedBy(clientId), runtime));
        }
    }

    /** How the proxy calls a server that trusts its roots, without a certificate of its own. */
    static ClientSettings connections(ProxySettings settings) {
        ClientSettings usual = ClientSettings.trusting(settings.trusted());
        return new ClientSettings(
                usual.identity(),
                usual.trusted(),
                usual.connect(),
                settings.upstreamAnswer(),
                settings.upstreamAnswer(),
                usual.bodyBytes(),
                CONNECTIONS,
                settings.defects().has(ProxyDefect.OFFERS_ONLY_A_REFUSED_SUITE)
                        ? Optional.of(REFUSED_SUITE)
                        : Optional.empty());
    }

    /** The one that calls itself so, if it is served here. */
    Optional<Client> calling(String name) {
        return clients.values().stream()
                .filter(client -> client.clientId().equals(name))
                .findFirst();
    }

    /** Whose session this will be. */
    Outcome<Identified> identify(Asked asked) {
        Client client = clients.get(asked.clientId());
        return client == null ? Outcome.refused(unknown(asked)) : Outcome.next(identified(asked, client));
    }

    private Identified identified(Asked asked, Client client) {
        Client atPsc = settings.defects().has(ProxyDefect.EXCHANGES_TOKEN_OF_ANOTHER_CLIENT) ? other() : client;
        return new Identified(asked, atPsc.calling(asked.trace()), client);
    }

    private ClientIdentity presentedBy(String clientId) {
        boolean mixedUp = settings.defects().has(ProxyDefect.PRESENTS_CERTIFICATE_OF_ANOTHER_CLIENT);
        return settings.clients().get(mixedUp ? settings.defects().otherClient().orElseThrow() : clientId);
    }

    private Client other() {
        return clients.get(settings.defects().otherClient().orElseThrow());
    }

    private Client connect(String clientId, ClientIdentity held, WireRuntime runtime) {
        ClientIdentity identity = settings.defects().has(ProxyDefect.SHOWS_SERVICES_NO_CERTIFICATE)
                ? new ClientIdentity(held.exchange(), Optional.empty())
                : held;
        Upstream exchange = upstream(identity.exchange(), runtime);
        Upstream business =
                identity.business().equals(identity.exchange()) ? exchange : upstream(identity.business(), runtime);
        return new Client(
                settings.defects().has(ProxyDefect.WRITES_CLIENT_IDS_IN_CAPITALS)
                        ? clientId.toUpperCase(Locale.ROOT)
                        : clientId,
                identity.exchange().map(HeldCertificate::certificate),
                exchange,
                identity.business().map(HeldCertificate::certificate),
                business,
                !settings.defects().has(ProxyDefect.LETS_THE_CERTIFICATE_NAME_THE_CLIENT));
    }

    private Upstream upstream(Optional<HeldCertificate> held, WireRuntime runtime) {
        ClientSettings bare = connections(settings);
        return new Upstream(new WireClient(runtime, held.map(bare::presenting).orElse(bare)));
    }

    private Refused unknown(Asked asked) {
        WireError wire =
                WireError.descriptor(404, "User National ID or Software Client ID Not Found.", asked.metadata());
        return Refused.byContract(wire, UNKNOWN.with(asked.clientId(), new TreeSet<>(clients.keySet())));
    }

    @Override
    public void close() {
        clients.values().forEach(Client::close);
    }
}
