package fr.accroche.teleservice;

import fr.accroche.wire.admin.Held;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Remembers texts for a time, and at most so many of them: beyond, the oldest are forgotten. Very long ones, which nobody sends in
 * earnest, are not remembered. What one process remembers every one that shares the state does.
 */
final class SeenBefore implements Held {

    private static final int LONGEST = 300;

    /** That it was seen is all there is to say of a text. */
    private static final String SEEN = "";

    private final InstantSource clock;
    private final Duration life;
    private final Store<String> texts;

    /** @param name of the store */
    SeenBefore(State state, String name, InstantSource clock, Duration life, int capacity) {
        this.clock = clock;
        this.life = life;
        this.texts = state.store(name, Shape.of(String.class), capacity);
    }

    /**
     * Remembers texts that come together: of two calls with an equal one that come at the same time, one alone is the first,
     * whichever processes they come to.
     *
     * @param evenSo whether the others are remembered too where one came before
     * @return those that came before, of several that come at this very time one at least
     */
    Set<String> remember(Set<String> together, boolean evenSo) {
        return evenSo ? rememberEach(together) : rememberAllOrNone(together);
    }

    private Set<String> rememberEach(Set<String> together) {
        return kept(together).stream().filter(text -> !comesFirst(text)).collect(Collectors.toSet());
    }

    /**
     * A call takes nothing where it is known beforehand that it must not. All take their texts in one order, and give back what they
     * took where another was faster: of two with the same texts, the one that has the first of them gets the others too, so that
     * they never refuse each other.
     */
    private Set<String> rememberAllOrNone(Set<String> together) {
        Set<String> before = before(together);
        if (!before.isEmpty()) {
            return before;
        }
        Deque<String> taken = new ArrayDeque<>();
        for (String text : kept(together)) {
            if (!comesFirst(text)) {
                taken.forEach(texts::take);
                return Set.of(text);
            }
            taken.add(text);
        }
        return Set.of();
    }

    private boolean comesFirst(String text) {
        Instant until = clock.instant().plus(life);
        return texts.putNew(text, SEEN, until);
    }

    /** Those that came before. */
    Set<String> before(Set<String> together) {
        return kept(together).stream()
                .filter(text -> texts.get(text).isPresent())
                .collect(Collectors.toSet());
    }

    private static TreeSet<String> kept(Set<String> together) {
        return together.stream()
                .filter(text -> text.length() <= LONGEST)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int size() {
        return texts.size();
    }

    @Override
    public void clear() {
        texts.clear();
    }
}
