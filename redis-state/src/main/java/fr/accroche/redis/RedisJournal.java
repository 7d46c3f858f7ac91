package fr.accroche.redis;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.KeptJournal;
import fr.accroche.wire.DaemonThreads;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.StateUnavailableException;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The journal of a room, in a stream: what all copies saw. A hop is there before its call is answered, so that a copy that is killed
 * takes none with it; while the server is away, hops wait here, in their order, and follow when it is back. Thread-safe; waits for one
 * round trip.
 */
public final class RedisJournal implements KeptJournal, AutoCloseable {

    private static final String HOP = "hop";
    private static final String ID = "id";
    private static final String FIRST = "-";
    private static final String NO_STREAM = "ERR no such key";
    private static final int PAGE = 1_000;
    private static final int MOST_WAITING = 20_000;
    private static final long FOLLOW_MILLIS = 200;

    private record Entry(String id, String hop) {}

    private final RedisState state;
    private final String stream;
    private final int capacity;
    private final RecordJson<Hop> json = new RecordJson<>(Shape.of(Hop.class));
    private final String copy = UUID.randomUUID().toString();
    private final ScheduledThreadPoolExecutor follower;

    /** Held by whoever sends what waits, or forgets it with what was sent: what is forgotten does not come back. */
    private final Object sending = new Object();

    /** What the server has not taken yet, the first first. */
    private final Deque<Entry> waiting = new ArrayDeque<>();

    private long turn;
    private long dropped;

    /** @param capacity about how many hops are kept; beyond, the oldest go */
    public RedisJournal(RedisState state, int capacity) {
        this.state = state;
        this.stream = state.named("journal");
        this.capacity = capacity;
        this.follower = new ScheduledThreadPoolExecutor(1, new DaemonThreads("accroche-journal"));
        follower.scheduleWithFixedDelay(this::follow, FOLLOW_MILLIS, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void record(Hop hop) {
        String written = json.write(hop);
        Entry entry;
        synchronized (this) {
            entry = new Entry(copy + "-" + turn++, written);
            if (!waiting.isEmpty()) {
                await(entry);
                return;
            }
        }
        if (!added(entry)) {
            synchronized (this) {
                await(entry);
            }
        }
    }

    private void await(Entry entry) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
            dropped++;
        }
        waiting.addLast(entry);
    }

    private void follow() {
        synchronized (sending) {
            for (Entry next = next(); next != null && added(next); next = next()) {
                sent(next);
            }
        }
    }

    /** One that had to make room while it was on its way is not lost. */
    private synchronized void sent(Entry entry) {
        if (!waiting.remove(entry)) {
            dropped--;
        }
    }

    private synchronized Entry next() {
        return waiting.peekFirst();
    }

    /** One whose answer was lost may be added twice: it is read once. */
    private boolean added(Entry entry) {
        try {
            XAddArgs bounded = XAddArgs.Builder.maxlen(capacity).approximateTrimming();
            state.call(redis -> redis.xadd(stream, bounded, Map.of(ID, entry.id(), HOP, entry.hop())));
            return true;
        } catch (StateUnavailableException away) {
            return false;
        }
    }

    /**
     * The hops of every copy, by the time they began.
     *
     * @throws StateUnavailableException if the server does not answer
     * @throws IllegalStateException for what another version of accroche wrote
     */
    @Override
    public List<Hop> hops() {
        return seen().hops();
    }

    /**
     * What all copies saw.
     *
     * @param hops by the time they began
     * @param copies how many copies those come from
     */
    public record Seen(List<Hop> hops, int copies) {}

    /**
     * The same with where it comes from. Of this copy what still waits is there too: a server that is full is read all the same.
     *
     * @throws StateUnavailableException if the server does not answer
     * @throws IllegalStateException for what another version of accroche wrote
     */
    public Seen seen() {
        follow();
        Reading reading = new Reading(json);
        List<Entry> here = stillHere();
        each(reading::take);
        here.forEach(reading::take);
        return reading.seen();
    }

    private synchronized List<Entry> stillHere() {
        return List.copyOf(waiting);
    }

    /** How many hops of this copy the server has not taken yet. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Of which a page at a time is held. */
    private void each(Consumer<Entry> reader) {
        List<StreamMessage<String, String>> page = page(Range.create(FIRST, "+"));
        while (!page.isEmpty()) {
            page.stream()
                    .map(StreamMessage::getBody)
                    .forEach(body -> reader.accept(new Entry(body.get(ID), body.get(HOP))));
            Range.Boundary<String> last =
                    Range.Boundary.excluding(page.get(page.size() - 1).getId());
            page = page.size() < PAGE ? List.of() : page(Range.from(last, Range.Boundary.unbounded()));
        }
    }

    /** Entries as they are read, each once, of which the text is not kept. */
    private static final class Reading {
        private final RecordJson<Hop> json;
        private final Set<String> ids = new HashSet<>();
        private final Set<String> copies = new HashSet<>();
        private final List<Hop> hops = new ArrayList<>();

        Reading(RecordJson<Hop> json) {
            this.json = json;
        }

        void take(Entry entry) {
            if (entry.id() == null || entry.id().indexOf('-') < 0 || entry.hop() == null) {
                throw new IllegalStateException(
                        "a shared Hop cannot be read: do all copies run the same version of accroche?");
            }
            if (ids.add(entry.id())) {
                copies.add(entry.id().substring(0, entry.id().lastIndexOf('-')));
                hops.add(json.read(entry.hop()));
            }
        }

        Seen seen() {
            hops.sort(Comparator.comparing(Hop::at));
            return new Seen(List.copyOf(hops), copies.size());
        }
    }

    private List<StreamMessage<String, String>> page(Range<String> range) {
        return state.call(redis -> redis.xrange(stream, range, Limit.from(PAGE)));
    }

    /**
     * Forgets every hop, of every copy; what waits in another copy, while the server is away from it, follows later.
     *
     * @throws StateUnavailableException if the server does not answer
     */
    @Override
    public void clear() {
        synchronized (sending) {
            state.call(redis -> redis.del(stream));
            synchronized (this) {
                waiting.clear();
                dropped = 0;
            }
        }
    }

    /**
     * How many hops were lost: of this copy, because the server was away for too long; of all copies, because there were too many,
     * where the server counts those (from Redis 7 on).
     *
     * @throws StateUnavailableException if the server does not answer
     */
    @Override
    public long dropped() {
        long trimmed = state.call(this::trimmed);
        synchronized (this) {
            return dropped + trimmed;
        }
    }

    private long trimmed(RedisCommands<String, String> redis) {
        List<Object> facts;
        try {
            facts = redis.xinfoStream(stream);
        } catch (RedisCommandExecutionException refused) {
            if (NO_STREAM.equals(refused.getMessage())) {
                return 0;
            }
            throw refused;
        }
        return number(facts, "entries-added")
                .flatMap(added -> number(facts, "length").map(length -> added - length))
                .orElse(0L);
    }

    private static Optional<Long> number(List<Object> facts, String name) {
        int at = facts.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of((Long) facts.get(at + 1));
    }

    /** What still waits is tried once more. */
    @Override
    public void close() {
        follower.shutdownNow();
        follow();
    }
}
