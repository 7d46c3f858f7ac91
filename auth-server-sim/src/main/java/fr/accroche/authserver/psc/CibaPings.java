package fr.accroche.authserver.psc;

import fr.accroche.authserver.Client;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.DaemonThreads;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.state.StateUnavailableException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells clients that their requests were answered (CIBA Core §10.2): at the https endpoint that each registered and nowhere else,
 * {@value #TRIES} times at most, on threads of its own, so that a client that does not answer holds nobody up. What comes of each
 * try is in the journal.
 */
final class CibaPings implements AutoCloseable {

    static final int TRIES = 3;

    private static final System.Logger LOG = System.getLogger(ProSanteConnectSim.class.getName());

    /** Lets the acknowledgement reach the client first. */
    private static final Duration FIRST = Duration.ofMillis(200);

    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** How often delayed answers are looked for: they come by PSC's clock, which may be moved. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 1_000;

    private final CibaRequests requests;
    private final PingCall.Surroundings around;
    private final Map<String, URI> endpoints;
    private final Optional<Sender> sender;

    /** Threads and connections, which only a server that tells clients has. */
    private record Sender(ScheduledThreadPoolExecutor threads, WireClient client, Semaphore room) {}

    /**
     * @param server the server's name in the journal
     * @throws IllegalArgumentException if a client is to be told, and there is no endpoint, or no authority to trust it by
     */
    CibaPings(
            PscSettings settings,
            CibaRequests requests,
            String server,
            Journal journal,
            Clock clock,
            WireRuntime runtime) {
        this.requests = requests;
        this.around = new PingCall.Surroundings(server, journal, clock);
        this.endpoints = endpoints(settings);
        this.sender =
                endpoints.isEmpty() ? Optional.empty() : Optional.of(sender(runtime, settings.notificationRoots()));
    }

    private static Map<String, URI> endpoints(PscSettings settings) {
        CibaGuard guard = new CibaGuard(settings.choices());
        Map<String, URI> endpoints = new HashMap<>();
        for (Client client : settings.clients()) {
            if (guard.pings(client.registration())) {
                URI endpoint = URI.create(client.registration()
                        .notificationEndpoint()
                        .orElseThrow(() -> new IllegalArgumentException(
                                client.clientId() + ": delivery ping needs a notificationEndpoint")));
                endpoints.put(client.clientId(), endpoint);
            }
        }
        return Map.copyOf(endpoints);
    }

    private static Sender sender(WireRuntime runtime, List<X509Certificate> roots) {
        ClientSettings usual = ClientSettings.trusting(roots);
        ClientSettings brief = new ClientSettings(
                usual.identity(), usual.trusted(), CONNECT, ANSWER, LARGEST_ANSWER, THREADS, usual.onlySuite());
        ScheduledThreadPoolExecutor threads =
                new ScheduledThreadPoolExecutor(THREADS, new DaemonThreads("accroche-ping"));
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new Sender(threads, new WireClient(runtime, brief), new Semaphore(MOST_WAITING));
    }

    /** Looks for answers from now on. */
    void start() {
        sender.ifPresent(with -> with.threads()
                .scheduleWithFixedDelay(this::tell, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Tells every client that is to be told now; waits for nothing. */
    private void tell() {
        try {
            sender.ifPresent(with -> requests.due(due -> begin(with, due)));
        } catch (StateUnavailableException away) {
            // whoever is to be told is so at the next look that can be had
        } catch (RuntimeException defect) {
            LOG.log(System.Logger.Level.WARNING, "a look for clients to tell has failed; the next one comes", defect);
        }
    }

    private void begin(Sender with, CibaRequests.Due due) {
        PingCall call = new PingCall(due, endpoints.get(due.clientId()), around);
        if (with.room().tryAcquire()) {
            later(with, call, 1, FIRST);
        } else {
            call.dropped();
        }
    }

    private void later(Sender with, PingCall call, int number, Duration wait) {
        try {
            with.threads().schedule(() -> attempt(with, call, number), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            with.room().release();
        }
    }

    private void attempt(Sender with, PingCall call, int number) {
        boolean again = false;
        try {
            again = call.send(with.client(), number) && number < TRIES;
        } finally {
            if (!again) {
                with.room().release();
            }
        }
        if (again) {
            later(with, call, number + 1, AGAIN.multipliedBy(number));
        }
    }

    @Override
    public void close() {
        sender.ifPresent(with -> {
            with.threads().shutdownNow();
            with.client().close();
        });
    }
}
