package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.DaemonThreads;
import fr.accroche.wire.state.StateUnavailableException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends sessions that run out by themselves as a disconnection would, with no call that waits for it: on one thread of its own,
 * which looks every quarter of a second of real time what the proxy's clock has let run out. One that is closed meanwhile revokes
 * nothing any more.
 *
 * <p>Of several copies, one ends each session: the one that takes it first. If that one is killed meanwhile, PSC's session and the
 * tokens end by themselves. While what the copies share is away, nothing is ended, and the log says so once.
 */
final class SessionSweep implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ProxySim.class.getName());
    private static final long TICK_MILLIS = 250;
    private static final long CLOSE_SECONDS = 2;

    private final Sessions sessions;
    private final Renewals renewals;
    private final SessionEnd end;
    private final String server;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random;
    private final ScheduledExecutorService thread;

    /** Whether the state was, at the last look; of the one thread. */
    private boolean away;

    /**
     * @param sessions whose sessions run out
     * @param renewals what they brought is kept here where it could not be at once
     * @param end what is done then
     * @param server as in hops and thread names
     * @param journal gets one hop for each session
     * @param clock dates those hops
     * @param random makes the ids of the traces that the calls belong to
     */
    SessionSweep(
            Sessions sessions,
            Renewals renewals,
            SessionEnd end,
            String server,
            Journal journal,
            Clock clock,
            SecureRandom random) {
        this.sessions = sessions;
        this.renewals = renewals;
        this.end = end;
        this.server = server;
        this.journal = journal;
        this.clock = clock;
        this.random = random;
        this.thread = new ScheduledThreadPoolExecutor(1, new DaemonThreads(server + "-sweep"));
    }

    void start() {
        thread.scheduleWithFixedDelay(this::sweep, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks now, and returns once all that has run out is ended. */
    void now() {
        CompletableFuture.runAsync(this::sweep, thread).join();
    }

    private void sweep() {
        List<Session> over;
        try {
            renewals.keepUnkept();
            over = sessions.takeRanOut();
        } catch (StateUnavailableException unavailable) {
            tell(true, unavailable.getMessage());
            return;
        } catch (RuntimeException defect) { // else it would be the last look
            LOG.log(System.Logger.Level.WARNING, server + ": sessions that ran out were not found", defect);
            return;
        }
        tell(false, "the state that this server shares with others is back");
        finish(over);
    }

    private void tell(boolean isAway, String what) {
        if (isAway != away) {
            away = isAway;
            LOG.log(isAway ? System.Logger.Level.WARNING : System.Logger.Level.INFO, server + ": " + what);
        }
    }

    private void finish(List<Session> over) {
        Silent silent = new Silent();
        for (Session session : over) {
            if (thread.isShutdown()) {
                return;
            }
            finish(session, silent);
        }
    }

    /** What goes wrong with one session keeps no other from being ended, now or at the next look. */
    private void finish(Session session, Silent silent) {
        try {
            journal.record(finished(session, silent));
        } catch (RuntimeException defect) {
            LOG.log(System.Logger.Level.WARNING, server + ": a session that ran out was not recorded", defect);
        }
    }

    private Hop finished(Session session, Silent silent) {
        HopNotes notes = HopNotes.open(clock, Stage.PROXY_SESSION_OVER, server, "(no call)");
        notes.note(Fact.PROXY_SESSION, session.id().value(), "session/id");
        notes.note(Fact.CLIENT_ID, session.client().clientId(), "session/clientId");
        notes.note(Fact.PSC_SESSION, session.psc().sessionState(), "session/session_state");
        TraceContext trace = TraceContext.begun(random);
        trace.noteIn(notes);
        try {
            end.finish(session, trace, notes, silent);
            return notes.answered(200);
        } catch (RuntimeException defect) {
            return notes.refused(500, "internal error");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        renewals.lastKept();
    }
}
