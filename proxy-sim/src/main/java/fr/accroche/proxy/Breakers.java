package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.admin.Held;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One breaker for each client and téléservice: what fails for one certificate may well serve another. They are this process's own:
 * what fails from here may well serve another copy of the proxy.
 */
final class Breakers implements Held {

    private static final Text OPEN = Text.of(
            "{0} a échoué {1} fois de suite pour {2} : le proxy ne l'appelle plus pendant {3} s, puis réessaie une fois",
            "{0} has failed {1} times in a row for {2}: the proxy leaves it alone for {3} s, then tries once");

    private final Breaking breaking;
    private final Clock clock;
    private final Map<Key, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    Breakers(Breaking breaking, Clock clock) {
        this.breaking = breaking;
        this.clock = clock;
    }

    private record Key(String clientId, String route) {}

    /** Lets a call go on, or refuses it with 503 and when to come back (RFC 9110 §10.2.3). */
    Outcome<CircuitBreaker.Permit> permit(String clientId, Route route) {
        CircuitBreaker breaker =
                breakers.computeIfAbsent(new Key(clientId, route.name()), each -> new CircuitBreaker(breaking, clock));
        CircuitBreaker.Ruling ruling = breaker.ask();
        return ruling instanceof CircuitBreaker.Open open
                ? Outcome.refused(refused(clientId, route, open.left()))
                : Outcome.next((CircuitBreaker.Permit) ruling);
    }

    private Refused refused(String clientId, Route route, Duration left) {
        long seconds = Math.max(1, left.plusMillis(999).toSeconds());
        Text sentence = OPEN.with(Upstream.server(route.target()), breaking.failures(), clientId, seconds);
        return Refused.byUpstreamFailure(WireError.empty(503, "destination_unavailable"), sentence)
                .with("Retry-After", String.valueOf(seconds));
    }

    /** Those that refuse. */
    @Override
    public int size() {
        return (int) breakers.values().stream().filter(CircuitBreaker::isOpen).count();
    }

    @Override
    public void clear() {
        breakers.values().forEach(CircuitBreaker::reset);
    }
}
