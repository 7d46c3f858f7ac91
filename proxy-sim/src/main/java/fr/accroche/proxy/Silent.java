package fr.accroche.proxy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that did not answer during one piece of work, and are not waited for again in it. Thread-safe. */
final class Silent {

    private final Map<String, Refused> servers = new ConcurrentHashMap<>();

    /** What came of the last time that this server was asked in vain. */
    Optional<Refused> before(String server) {
        return Optional.ofNullable(servers.get(server));
    }

    /** Remembers a server that did not answer at all. */
    void note(String server, Refused failed) {
        if (failed.grounds() instanceof Grounds.UpstreamFailed) {
            servers.put(server, failed);
        }
    }
}
