package fr.accroche.proxy;

import fr.accroche.compliance.declaration.Settings.Enforcement;
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
import java.util.function.Consumer;

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
 * @param enforcement whether a call that breaks a rule which it guards itself is refused, or only explained
 * @param defects how it misbehaves
 * @param lps what the LPS of each client_id proves itself with; one that is not there is believed without, as by the
 *     demonstrator
 * @param metier the LPS whose business requests the proxy builds, by client_id; those of the others it forwards
 * @param breaking when a téléservice that fails is left alone
 * @param traces the file that they are kept in; empty: where all else is that outlives a call
 */
public record ProxySettings(
        URI discovery,
        List<X509Certificate> trusted,
        Map<String, ClientIdentity> clients,
        List<Route> routes,
        SessionLife sessionLife,
        Duration upstreamAnswer,
        boolean realistic,
        Enforcement enforcement,
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
        Objects.requireNonNull(enforcement, "enforcement");
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
                Enforcement.STRICT,
                ProxyDefects.NONE,
                Map.of(),
                Map.of(),
                Breaking.USUAL,
                Optional.empty());
    }

    public ProxySettings withSessionLife(SessionLife life) {
        return changed(copy -> copy.sessionLife = life);
    }

    public ProxySettings withUpstreamAnswer(Duration limit) {
        return changed(copy -> copy.upstreamAnswer = limit);
    }

    public ProxySettings asRealistic() {
        return changed(copy -> copy.realistic = true);
    }

    public ProxySettings with(Enforcement asked) {
        return changed(copy -> copy.enforcement = asked);
    }

    public ProxySettings withDefects(ProxyDefects misbehaviour) {
        return changed(copy -> copy.defects = misbehaviour);
    }

    /** With LPS that prove themselves. */
    public ProxySettings withLps(Map<String, LpsProof> proofs) {
        return changed(copy -> copy.lps = proofs);
    }

    /** With LPS whose business requests it builds. */
    public ProxySettings withMetier(Map<String, MetierLps> built) {
        return changed(copy -> copy.metier = built);
    }

    public ProxySettings withBreaking(Breaking other) {
        return changed(copy -> copy.breaking = other);
    }

    /** Whose traces survive it, as lines of this file. */
    public ProxySettings withTraces(Path file) {
        return changed(copy -> copy.traces = Optional.of(file));
    }

    private ProxySettings changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return new ProxySettings(
                discovery,
                trusted,
                clients,
                routes,
                copy.sessionLife,
                copy.upstreamAnswer,
                copy.realistic,
                copy.enforcement,
                copy.defects,
                copy.lps,
                copy.metier,
                copy.breaking,
                copy.traces);
    }

    /** What can be changed of settings, while it is. */
    private static final class Copy {

        private SessionLife sessionLife;
        private Duration upstreamAnswer;
        private boolean realistic;
        private Enforcement enforcement;
        private ProxyDefects defects;
        private Map<String, LpsProof> lps;
        private Map<String, MetierLps> metier;
        private Breaking breaking;
        private Optional<Path> traces;

        private Copy(ProxySettings of) {
            sessionLife = of.sessionLife;
            upstreamAnswer = of.upstreamAnswer;
            realistic = of.realistic;
            enforcement = of.enforcement;
            defects = of.defects;
            lps = of.lps;
            metier = of.metier;
            breaking = of.breaking;
            traces = of.traces;
        }
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
