package fr.accroche.wire.admin;

import fr.accroche.wire.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The faults on demand of one server. A call meets at most one: the oldest that is for its endpoint and its client and has not
 * been met as often as was asked. At most {@value #MOST} are kept. Thread-safe.
 */
public final class FaultBook {

    static final int MOST = 100;

    private static final List<String> COMMON =
            List.of("status:…", "refuse", "delay:…", "close", "garbage", "empty", "advance:…");

    private final MovableClock clock;
    private final Set<String> endpoints = new TreeSet<>();
    private final Map<String, Runnable> deeds = new TreeMap<>();
    private final Map<String, String> marks = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private int lastId;

    /** One fault, and how often it was met. */
    record Entry(int id, FaultOrder order, int met) {

        int left() {
            return order.times() - met;
        }

        Entry again() {
            return new Entry(id, order, met + 1);
        }
    }

    public FaultBook(MovableClock clock) {
        this.clock = clock;
    }

    /** Makes an endpoint known; the same again changes nothing. */
    public synchronized String endpoint(String name) {
        endpoints.add(name);
        return name;
    }

    /** Makes known something that this server can do at any time. */
    public synchronized FaultBook deed(String name, Runnable deed) {
        deeds.put(name, deed);
        return this;
    }

    /** Makes known something that this server does to the next thing it makes at an endpoint, when it asks {@link #marked}. */
    public synchronized FaultBook mark(String name, String endpoint) {
        endpoints.add(endpoint);
        marks.put(name, endpoint);
        return this;
    }

    /**
     * Adds a fault.
     *
     * @return its id
     * @throws IllegalArgumentException saying what would have worked, if this server has no such endpoint or act, or too
     *     many faults wait already
     */
    public int add(FaultOrder order) {
        return added(order).id();
    }

    synchronized Entry added(FaultOrder order) {
        if (!endpoints.contains(order.endpoint())) {
            throw new IllegalArgumentException("endpoint is " + joined(endpoints));
        }
        boolean understood = !(order.act() instanceof FaultAct.Deed deed) || deeds.containsKey(deed.name());
        if (!understood || order.act() instanceof FaultAct.Mark mark && !marks.containsKey(mark.name())) {
            throw new IllegalArgumentException("do is " + joined(acts()));
        }
        makeRoom();
        Entry entry = new Entry(++lastId, order, 0);
        entries.add(entry);
        return entry;
    }

    /** Those that are over go first, the oldest of them; none that waits does. */
    private void makeRoom() {
        Iterator<Entry> oldest = entries.iterator();
        while (entries.size() >= MOST && oldest.hasNext()) {
            if (oldest.next().left() == 0) {
                oldest.remove();
            }
        }
        if (entries.size() >= MOST) {
            throw new IllegalArgumentException(MOST + " faults wait, the most there can be: DELETE some");
        }
    }

    /** The fault that this call meets, if any; it has been met then. */
    public synchronized Optional<FaultOrder> meet(String endpoint, Request request) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return met(entry -> entry.order().endpoint().equals(endpoint)
                && !(entry.order().act() instanceof FaultAct.Mark)
                && entry.order()
                        .clientId()
                        .map(client -> Callers.of(request).contains(client))
                        .orElse(true));
    }

    /** Whether what is made now for this client is to be made so; that has been met then. */
    public synchronized boolean marked(String name, String clientId) {
        return met(entry -> entry.order().act() instanceof FaultAct.Mark mark
                        && mark.name().equals(name)
                        && entry.order().clientId().map(clientId::equals).orElse(true))
                .isPresent();
    }

    private interface Fitting {
        boolean test(Entry entry);
    }

    private Optional<FaultOrder> met(Fitting fitting) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.left() > 0 && fitting.test(entry)) {
                entries.set(i, entry.again());
                return Optional.of(entry.order());
            }
        }
        return Optional.empty();
    }

    /**
     * Does what happens before a call is served.
     *
     * @throws InterruptedException if the server stops while the call is delayed
     */
    public void perform(FaultAct.Passing act) throws InterruptedException {
        if (act instanceof FaultAct.Delay delay) {
            TimeUnit.NANOSECONDS.sleep(delay.by().toNanos());
        } else if (act instanceof FaultAct.Advance advance) {
            clock.advance(advance.by());
        } else if (act instanceof FaultAct.Deed deed) {
            perform(deed);
        }
    }

    void perform(FaultAct.Deed deed) {
        Runnable known;
        synchronized (this) {
            known = deeds.get(deed.name());
        }
        known.run();
    }

    /** Forgets every fault. */
    public synchronized void clear() {
        entries.clear();
    }

    /** Forgets one; whether there was one of this id. */
    synchronized boolean remove(int id) {
        return entries.removeIf(entry -> entry.id() == id);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many are still to be met. */
    synchronized int waiting() {
        return (int) entries.stream().filter(entry -> entry.left() > 0).count();
    }

    synchronized Set<String> endpoints() {
        return Set.copyOf(endpoints);
    }

    /**
     * Reads an act; the server's own too.
     *
     * @throws IllegalArgumentException saying what would have worked
     */
    public synchronized FaultAct read(String text) {
        return FaultAct.parse(text, deeds.keySet(), marks.keySet());
    }

    /** Where a mark is made. */
    synchronized Optional<String> placeOf(FaultAct act) {
        return act instanceof FaultAct.Mark mark ? Optional.ofNullable(marks.get(mark.name())) : Optional.empty();
    }

    synchronized List<String> acts() {
        return acts(deeds.keySet(), marks.keySet());
    }

    static List<String> acts(Collection<String> deeds, Collection<String> marks) {
        return Stream.of(COMMON, deeds, marks).flatMap(Collection::stream).toList();
    }

    static String joined(Collection<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
