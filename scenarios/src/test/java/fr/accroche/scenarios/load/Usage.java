package fr.accroche.scenarios.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What processes have used up to now, as Linux counts it (proc(5)): in ticks of 10 ms, so that a round of a second is known
 * to a hundredth.
 *
 * @param userMicros CPU time in the programs themselves
 * @param systemMicros CPU time in the kernel, on their behalf
 * @param residentKib memory, now; what several processes share counts for each
 * @param threads CPU time in microseconds by thread name, its number left out
 */
record Usage(long userMicros, long systemMicros, long residentKib, Map<String, Long> threads) {

    private static final long TICK_MICROS = 10_000;

    /** The processes that are looked at. */
    record Of(List<ProcessHandle> processes) {

        /** This one. */
        static Of thisProcess() {
            return new Of(List.of(ProcessHandle.current()));
        }

        Usage now() {
            long user = 0;
            long system = 0;
            long resident = 0;
            Map<String, Long> threads = new TreeMap<>();
            for (ProcessHandle process : processes) {
                Path folder = Path.of("/proc", Long.toString(process.pid()));
                Ticks ticks = ticks(folder.resolve("stat"));
                user += ticks.user;
                system += ticks.system;
                resident += residentKib(folder.resolve("status"));
                addThreads(folder.resolve("task"), threads);
            }
            return new Usage(user * TICK_MICROS, system * TICK_MICROS, resident, threads);
        }
    }

    private record Ticks(String name, long user, long system) {}

    long cpuMicros() {
        return userMicros + systemMicros;
    }

    /** What was used since then; the memory is that of now. */
    Usage since(Usage then) {
        Map<String, Long> more = new TreeMap<>(threads);
        then.threads.forEach((name, micros) -> more.merge(name, -micros, Long::sum));
        return new Usage(userMicros - then.userMicros, systemMicros - then.systemMicros, residentKib, more);
    }

    /** Of the threads that are named so. */
    long micros(String... begins) {
        return threads.entrySet().stream()
                .filter(thread -> Stream.of(begins).anyMatch(thread.getKey()::startsWith))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static void addThreads(Path tasks, Map<String, Long> threads) {
        try (Stream<Path> folders = Files.list(tasks)) {
            folders.map(folder -> ticks(folder.resolve("stat")))
                    .forEach(ticks -> threads.merge(
                            ticks.name.replaceAll("[-#]?\\d+$", ""),
                            (ticks.user + ticks.system) * TICK_MICROS,
                            Long::sum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Zero for a thread that ended meanwhile. The name stands in parentheses and may hold any character. */
    private static Ticks ticks(Path stat) {
        try {
            String line = Files.readString(stat);
            int end = line.lastIndexOf(')');
            String[] fields = line.substring(end + 2).split(" ");
            return new Ticks(
                    line.substring(line.indexOf('(') + 1, end), Long.parseLong(fields[11]), Long.parseLong(fields[12]));
        } catch (IOException ended) {
            return new Ticks("ended", 0, 0);
        }
    }

    private static long residentKib(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
