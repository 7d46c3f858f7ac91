package fr.accroche.proxy;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Traces that a restart does not lose: lines of a file, each the JSON object of the contract, written before the call goes on.
 * What {@code GET /traces} shows is read from memory, as long as the file's latest lines.
 *
 * <p>They are those of one process: copies that share what outlives a call have their traces there ({@link StateTraces}).
 *
 * <p>A disk that is full or gone breaks no call: what could not be written waits for the next trace, and the log says once that
 * it does, and once that it no longer does.
 */
final class FileTraces implements TraceStore {

    private static final System.Logger LOG = System.getLogger(ProxySim.class.getName());

    private final Path path;
    private final TraceFile file;
    private final MemoryTraces latest;
    private final int capacity;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int unreadable;
    private int compactAt;
    private boolean failing;

    private FileTraces(Path path, int capacity) {
        this.path = path;
        this.latest = new MemoryTraces(capacity);
        this.capacity = capacity;
        this.compactAt = 2 * capacity;
        this.file = TraceFile.open(path, this::read);
        if (file.wasTorn()) {
            LOG.log(Level.WARNING, path + ": the last trace was not written to its end, and is left out");
        }
        if (unreadable > 0) {
            LOG.log(Level.WARNING, path + ": " + unreadable + " lines are no traces, and are left out");
        }
    }

    /**
     * Opens the file, or makes it, readable by its owner only.
     *
     * @param capacity how many traces are kept; the file is rewritten with the latest ones each time that it has twice as many
     * @throws TraceFileException if another process writes there, or the file cannot be used
     */
    static FileTraces open(Path path, int capacity) {
        return new FileTraces(path, capacity);
    }

    private void read(byte[] line) {
        try {
            latest.keep(TraceReader.read(Json.parseObject(line)));
        } catch (JsonException | IllegalArgumentException noTrace) {
            unreadable++;
        }
    }

    @Override
    public synchronized void keep(Trace trace) {
        latest.keep(trace);
        waiting.addLast(line(trace));
        if (waiting.size() > capacity) {
            waiting.removeFirst();
        }
        try {
            write();
            compact();
            tell(false, "the file is written again, none of the latest " + capacity + " traces is missing");
        } catch (IOException e) {
            tell(true, "the file cannot be written, what is not in it waits in memory: " + e);
        }
    }

    private void write() throws IOException {
        while (!waiting.isEmpty()) {
            file.append(waiting.getFirst());
            waiting.removeFirst();
        }
    }

    private void compact() throws IOException {
        if (file.lines() >= compactAt) {
            compactAt = file.lines() + capacity; // if it fails, not again at each call
            file.replace(latest.all().stream().map(FileTraces::line).toList());
            compactAt = 2 * capacity;
        }
    }

    private static byte[] line(Trace trace) {
        return (trace.json().compact() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void tell(boolean fails, String what) {
        if (fails != failing) {
            failing = fails;
            LOG.log(fails ? Level.WARNING : Level.INFO, path + ": " + what);
        }
    }

    @Override
    public List<Trace> between(OffsetDateTime start, OffsetDateTime end) {
        return latest.between(start, end);
    }

    @Override
    public synchronized int notWritten() {
        return waiting.size();
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
