package fr.accroche.proxy;

import fr.accroche.proxy.metier.MetierLps;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a proxy is set up with.
 *
 * @param discovery PSC's discovery document
 * @param trusted the roots that the chains of PSC, authorization servers and téléservices must end at
 * @param clients the certificates of each client_id: one (LPS, operator) pair each
 * @param routes the téléservices, each with its authorization server
 * @param sessionLife how long sessions last
 * @param upstreamAnswer how long a server behind the proxy may take to answer, and to send or take the next piece of a body
 * @param realistic whether to leave out what the real proxy does not send: the headers that explain a refusal
 * @param defects how it misbehaves
 * @param lps what the LPS of each client_id proves itself with; one that is not there is believed without, as by the
 *     demonstrator
 * @param metier the LPS whose business requests the proxy builds, by client_id; those of the others it forwards
 * @param breaking when a téléservice that fails is left alone
 * @param traces the file that they are kept in; empty: in memory, until the proxy is closed
 */
public record ProxySettings(
        URI discovery,
        List<X509Certificate> trusted,
        Map<String, ClientIdentity> clients,
        List<Route> routes,
        SessionLife sessionLife,
        Duration upstreamAnswer,
        boolean realistic,
        ProxyDefects defects,
        Map<String, LpsProof> lps,
        Map<String, MetierLps> metier,
        Breaking breaking,
        Optional<Path> traces) {

    public ProxySettings {
        Route.requireHttps("discovery", discovery);
        trusted = List.copyOf(trusted);
        clients = Map.copyOf(clients);
        routes = List.copyOf(routes);
        lps = Map.copyOf(lps);
        metier = Map.copyOf(metier);
        requireDistinct(routes);
        requireServed(lps.keySet(), clients);
        requireServed(metier.keySet(), clients);
        requireConfigured(defects, clients);
        Objects.requireNonNull(sessionLife, "sessionLife");
        Objects.requireNonNull(breaking, "breaking");
        Objects.requireNonNull(traces, "traces");
    }

    /** A sound proxy, whose sessions last as long as PSC's. */
    public static ProxySettings of(
            URI discovery, List<X509Certificate> trusted, Map<String, ClientIdentity> clients, List<Route> routes) {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                SessionLife.USUAL,
                Duration.ofSeconds(30),
                false,
                ProxyDefects.NONE,
                Map.of(),
                Map.of(),
                Breaking.USUAL,
                Optional.empty());
    }

    public ProxySettings withSessionLife(SessionLife life) {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                life,
                upstreamAnswer,
                realistic,
                defects,
                lps,
                metier,
                breaking,
                traces);
    }

    public ProxySettings withUpstreamAnswer(Duration limit) {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                sessionLife,
                limit,
                realistic,
                defects,
                lps,
                metier,
                breaking,
                traces);
    }

    public ProxySettings asRealistic() {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                sessionLife,
                upstreamAnswer,
                true,
                defects,
                lps,
                metier,
                breaking,
                traces);
    }

    public ProxySettings withDefects(ProxyDefects misbehaviour) {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                sessionLife,
                upstreamAnswer,
                realistic,
                misbehaviour,
                lps,
                metier,
                breaking,
                traces);
    }

    /** With LPS that prove themselves. */
    public ProxySettings withLps(Map<String, LpsProof> proofs) {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                sessionLife,
                upstreamAnswer,
                realistic,
                defects,
                proofs,
                metier,
                breaking,
                traces);
    }

    /** With LPS whose business requests it builds. */
    public ProxySettings withMetier(Map<String, MetierLps> built) {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                sessionLife,
                upstreamAnswer,
                realistic,
                defects,
                lps,
                built,
                breaking,
                traces);
    }

    public ProxySettings withBreaking(Breaking other) {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                sessionLife,
                upstreamAnswer,
                realistic,
                defects,
                lps,
                metier,
                other,
                traces);
    }

    /** Whose traces survive it, as lines of this file. */
    public ProxySettings withTraces(Path file) {
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                sessionLife,
                upstreamAnswer,
                realistic,
                defects,
                lps,
                metier,
                breaking,
                Optional.of(file));
    }

    private static void requireServed(Set<String> lps, Map<String, ClientIdentity> clients) {
        if (!clients.keySet().containsAll(lps)) {
            throw new IllegalArgumentException("an LPS is none of the clients: " + lps);
        }
    }

    private static void requireDistinct(List<Route> routes) {
        if (routes.stream().map(Route::name).distinct().count() != routes.size()) {
            throw new IllegalArgumentException("two routes have one name: "
                    + routes.stream().map(Route::name).toList());
        }
    }

    private static void requireConfigured(ProxyDefects defects, Map<String, ClientIdentity> clients) {
        defects.otherClient().filter(other -> !clients.containsKey(other)).ifPresent(other -> {
            throw new IllegalArgumentException("otherClient '" + other + "' is none of the clients");
        });
    }
}
