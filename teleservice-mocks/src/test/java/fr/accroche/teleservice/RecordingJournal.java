package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Journal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Gives hops back one by one. */
final class RecordingJournal implements Journal {

    private final BlockingQueue<Hop> hops = new LinkedBlockingQueue<>();

    @Override
    public void record(Hop hop) {
        hops.add(hop);
    }

    /** The oldest hop not taken yet. */
    Hop take() throws InterruptedException {
        Hop hop = hops.poll(5, TimeUnit.SECONDS);
        if (hop == null) {
            throw new AssertionError("no hop was recorded");
        }
        return hop;
    }

    boolean isEmpty() {
        return hops.isEmpty();
    }
}
