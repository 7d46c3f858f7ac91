package fr.accroche.wire.admin;

import fr.accroche.wire.Request;
import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The faults on demand of one server, or of all the copies that stand for it: one that is set at any copy is met at whichever serves
 * the call, and as often as was asked over all of them. A call meets at most one: the oldest that is for its endpoint and its client
 * and has not been met as often as was asked. At most {@value FaultList#MOST} are kept. A call that meets none asks the store once.
 * Thread-safe.
 *
 * <p>What a server can do is what its program does: each copy knows its own endpoints, deeds and marks.
 */
public final class FaultBook {

    /** All of them are one value, so that ids, their order and how often each was met are right whoever changes them. */
    private static final String ALL = "all";

    private static final List<String> COMMON =
            List.of("status:…", "refuse", "delay:…", "close", "garbage", "empty", "advance:…");

    private final MovableClock clock;
    private final Store<FaultList> faults;
    private final Set<String> endpoints = new ConcurrentSkipListSet<>();
    private final Map<String, Runnable> deeds = new ConcurrentSkipListMap<>();
    private final Map<String, String> marks = new ConcurrentSkipListMap<>();

    /**
     * @param clock the chain's
     * @param state where faults wait
     * @param name of the server among those that share the state, as {@code psc}
     */
    public FaultBook(MovableClock clock, State state, String name) {
        this.clock = clock;
        this.faults = state.store(name + ".faults", Shape.of(FaultList.class), 1);
    }

    /** Makes an endpoint known; the same again changes nothing. */
    public String endpoint(String name) {
        endpoints.add(name);
        return name;
    }

    /** Makes known something that this server can do at any time. */
    public FaultBook deed(String name, Runnable deed) {
        deeds.put(name, deed);
        return this;
    }

    /** Makes known something that this server does to the next thing it makes at an endpoint, when it asks {@link #marked}. */
    public FaultBook mark(String name, String endpoint) {
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

    FaultList.Entry added(FaultOrder order) {
        if (!endpoints.contains(order.endpoint())) {
            throw new IllegalArgumentException("endpoint is " + joined(endpoints));
        }
        boolean understood = !(order.act() instanceof FaultAct.Deed deed) || deeds.containsKey(deed.name());
        if (!understood || order.act() instanceof FaultAct.Mark mark && !marks.containsKey(mark.name())) {
            throw new IllegalArgumentException("do is " + joined(acts()));
        }
        return faults.change(ALL, there -> {
            FaultList more = there.orElse(FaultList.NONE).plus(order);
            return kept(more, more.last());
        });
    }

    private static <R> Change<FaultList, R> kept(FaultList list, R result) {
        return Change.to(list, State.FOR_EVER, result);
    }

    /**
     * What a call finds here when it comes.
     *
     * @param order the fault that it meets, if any; it has been met then
     * @param marksWait whether it is worth asking {@link #marked} while it is served
     */
    public record Meeting(Optional<FaultOrder> order, boolean marksWait) {}

    /** Lets a call meet the fault that waits for it. */
    public Meeting meet(String endpoint, Request request) {
        return met(order -> order.endpoint().equals(endpoint)
                && !(order.act() instanceof FaultAct.Mark)
                && order.clientId()
                        .map(client -> Callers.of(request).contains(client))
                        .orElse(true));
    }

    /** Whether what is made now for this client is to be made so; that has been met then. */
    public boolean marked(String name, String clientId) {
        return met(order -> order.act() instanceof FaultAct.Mark mark
                        && mark.name().equals(name)
                        && order.clientId().map(clientId::equals).orElse(true))
                .order()
                .isPresent();
    }

    private Meeting met(Predicate<FaultOrder> fitting) {
        return faults.change(ALL, there -> {
            FaultList list = there.orElse(FaultList.NONE);
            return list.next(fitting)
                    .map(entry -> kept(list.met(entry), new Meeting(Optional.of(entry.order()), list.marksWait())))
                    .orElseGet(() -> Change.none(new Meeting(Optional.empty(), list.marksWait())));
        });
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
        deeds.get(deed.name()).run();
    }

    /** Forgets every fault; ids go on. */
    public void clear() {
        faults.change(ALL, there -> kept(there.orElse(FaultList.NONE).cleared(), true));
    }

    /** Forgets one; whether there was one of this id. */
    boolean remove(int id) {
        return faults.change(ALL, there -> {
            FaultList list = there.orElse(FaultList.NONE);
            return list.has(id) ? kept(list.without(id), true) : Change.none(false);
        });
    }

    List<FaultList.Entry> entries() {
        return list().entries();
    }

    /** How many are still to be met. */
    int waiting() {
        return list().waiting();
    }

    private FaultList list() {
        return faults.get(ALL).orElse(FaultList.NONE);
    }

    Set<String> endpoints() {
        return new TreeSet<>(endpoints);
    }

    /**
     * Reads an act; the server's own too.
     *
     * @throws IllegalArgumentException saying what would have worked
     */
    public FaultAct read(String text) {
        return FaultAct.parse(text, deeds.keySet(), marks.keySet());
    }

    /** Where a mark is made. */
    Optional<String> placeOf(FaultAct act) {
        return act instanceof FaultAct.Mark mark ? Optional.ofNullable(marks.get(mark.name())) : Optional.empty();
    }

    List<String> acts() {
        return acts(deeds.keySet(), marks.keySet());
    }

    static List<String> acts(Collection<String> deeds, Collection<String> marks) {
        return Stream.of(COMMON, deeds, marks).flatMap(Collection::stream).toList();
    }

    static String joined(Collection<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
