package fr.accroche.telemetry;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where hops wait for their place: a call that causes others is recorded after them, and may be the only one that says whose they
 * are. Who records never waits; what comes faster than it can be handed on is counted and left out.
 */
final class HopDesk {

    /** How long a hop has to be found its exchange. */
    private static final Duration HELD = Duration.ofSeconds(2);

    private static final int ROOM = 20_000;

    private final List<HopSink> sinks;
    private final Correlator correlator;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();
    private final List<Came> held = new ArrayList<>();
    private final Thread thread = new Thread(this::work, "accroche-telemetry");

    private sealed interface Item permits Arrived, Judged, End {}

    private record Arrived(Came came) implements Item {}

    private record Judged(Verdict verdict) implements Item {}

    private record End() implements Item {}

    HopDesk(List<HopSink> sinks, Correlator correlator) {
        this.sinks = List.copyOf(sinks);
        this.correlator = correlator;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void take(Hop hop, Duration shift) {
        if (inside.incrementAndGet() > ROOM) {
            inside.decrementAndGet();
            lost.incrementAndGet();
            return;
        }
        queue.add(new Arrived(new Came(hop, shift, System.nanoTime())));
    }

    /** A verdict on what came until now. */
    void judged(Verdict verdict) {
        queue.add(new Judged(verdict));
    }

    /** Hands on all that came, and the sinks all that they have; waits for that, and not for long. */
    void close(Duration most) {
        queue.add(new End());
        try {
            thread.join(most.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (served(next())) {
                // Until the end.
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes next; null where something held is due before. */
    private Item next() throws InterruptedException {
        if (held.isEmpty()) {
            return queue.take();
        }
        long due = held.get(0).nanos() + HELD.toNanos() - System.nanoTime();
        return queue.poll(Math.max(0, due), TimeUnit.NANOSECONDS);
    }

    private boolean served(Item item) {
        if (item instanceof Arrived arrived) {
            held.add(arrived.came());
        } else if (item == null) {
            // Half of the time at once: one look at the exchanges does for all of these.
            release(System.nanoTime() - HELD.toNanos() / 2);
        } else {
            release(System.nanoTime());
            if (item instanceof Judged judged) {
                each(sink -> sink.judged(judged.verdict()));
            } else {
                each(sink -> sink.lost(lost.get()));
                each(HopSink::close);
                return false;
            }
        }
        return true;
    }

    private void release(long until) {
        int count = 0;
        while (count < held.size() && held.get(count).nanos() - until <= 0) {
            count++;
        }
        List<Came> due = held.subList(0, count);
        List<TracedHop> placed = placed(due, held.subList(count, held.size()));
        due.clear();
        inside.addAndGet(-count);
        placed.forEach(hop -> each(sink -> sink.take(hop)));
        each(sink -> sink.lost(lost.get()));
    }

    private List<TracedHop> placed(List<Came> due, List<Came> later) {
        try {
            return correlator.placed(due, later);
        } catch (RuntimeException defect) {
            lost.addAndGet(due.size());
            return List.of();
        }
    }

    private interface Handing {
        void to(HopSink sink);
    }

    /** A defect here is none of the chain's: it costs what was handed on and nothing else. */
    private void each(Handing handing) {
        for (HopSink sink : sinks) {
            try {
                handing.to(sink);
            } catch (RuntimeException defect) {
                lost.incrementAndGet();
            }
        }
    }
}
