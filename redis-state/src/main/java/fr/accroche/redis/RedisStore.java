package fr.accroche.redis;

import fr.accroche.wire.state.Change;
import fr.accroche.wire.state.SweptStore;
import io.lettuce.core.ScriptOutputType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A store of a room: each operation is one script, which the server runs with no other in between. */
final class RedisStore<V> implements SweptStore<V> {

    private static final Script SCRIPT = Script.load("store.lua");

    /** So many others were faster, one after the other: that is no coincidence. */
    private static final int MOST_TRIES = 1_000;

    private final RedisState state;
    private final String[] keys;
    private final RecordJson<V> json;
    private final String capacity;
    private final String swept;

    RedisStore(RedisState state, String name, RecordJson<V> json, int capacity, boolean swept) {
        String full = "{" + state.named(name) + "}";
        this.state = state;
        this.keys = new String[] {full + ":values", full + ":until", full + ":turns", full + ":turn"};
        this.json = json;
        this.capacity = Integer.toString(capacity);
        this.swept = swept ? "1" : "0";
    }

    @Override
    public void put(String key, V value, Instant until) {
        run("put", ScriptOutputType.INTEGER, key, json.write(value), micros(until), capacity);
    }

    @Override
    public boolean putNew(String key, V value, Instant until) {
        return did("new", key, json.write(value), micros(until), capacity);
    }

    @Override
    public Optional<V> get(String key) {
        return Optional.ofNullable(text("get", key)).map(json::read);
    }

    @Override
    public Optional<V> take(String key) {
        return Optional.ofNullable(text("take", key)).map(json::read);
    }

    @Override
    public <R> R change(String key, Function<Optional<V>, Change<V, R>> change) {
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            Optional<String> there = Optional.ofNullable(text("get", key));
            Change<V, R> made = change.apply(there.map(json::read));
            if (swapped(key, there.orElse(""), made.next())) {
                return made.result();
            }
        }
        throw new IllegalStateException(keys[0] + ": changed by others " + MOST_TRIES + " times in a row");
    }

    private boolean swapped(String key, String there, Change.Next<V> next) {
        if (next instanceof Change.Next.Other<V> other) {
            return did("swap", key, there, json.write(other.value()), micros(other.until()), capacity);
        }
        return next instanceof Change.Next.Same<V> || did("swap", key, there, "", "0", capacity);
    }

    @Override
    public Map<String, V> all() {
        List<String> found = run("all", ScriptOutputType.MULTI);
        Map<String, V> all = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i += 2) {
            all.put(found.get(i), json.read(found.get(i + 1)));
        }
        return Collections.unmodifiableMap(all);
    }

    @Override
    public List<V> takeExpired() {
        List<String> taken = run("expired", ScriptOutputType.MULTI);
        return taken.stream().map(json::read).toList();
    }

    @Override
    public int size() {
        return Math.toIntExact(run("size", ScriptOutputType.INTEGER));
    }

    @Override
    public void clear() {
        run("clear", ScriptOutputType.INTEGER);
    }

    private boolean did(String operation, String... arguments) {
        long answer = run(operation, ScriptOutputType.INTEGER, arguments);
        return answer == 1;
    }

    private String text(String operation, String key) {
        return run(operation, ScriptOutputType.VALUE, key);
    }

    private <R> R run(String operation, ScriptOutputType type, String... arguments) {
        String[] all = Stream.concat(Stream.of(operation, micros(state.clock().instant()), swept), Stream.of(arguments))
                .toArray(String[]::new);
        return state.call(redis -> SCRIPT.run(redis, type, keys, all));
    }

    /** Redis counts in doubles, which hold microseconds for two more centuries, nanoseconds not. */
    private static String micros(Instant instant) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
