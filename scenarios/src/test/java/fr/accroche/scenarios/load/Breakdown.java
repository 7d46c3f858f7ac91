package fr.accroche.scenarios.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the CPU time of a recorded round went. JFR samples threads that run Java, so that it sees no system call, and stacks
 * that it cannot walk are lost; what the kernel, the collector and the compiler took is therefore read from Linux, and only the
 * remainder is shared out by samples.
 *
 * @param jvm the version that ran it
 * @param byCpuTime whether samples are of CPU time, those of the kernel among them
 * @param kernel microseconds for each answer in the kernel: sockets, scheduling; 0 where samples see it
 * @param collector the same in the garbage collector
 * @param compiler the same in the JIT
 * @param java the same in Java, by place
 * @param allocated bytes for each answer, by place; sampled too
 * @param hottest samples by method and the code of ours that called it
 * @param samples how many there were
 */
record Breakdown(
        String jvm,
        boolean byCpuTime,
        double kernel,
        double collector,
        double compiler,
        Map<Place, Double> java,
        Map<Place, Double> allocated,
        Map<String, Long> hottest,
        long samples) {

    private static final int HOTTEST = 40;
    private static final int MOST = 4;

    /** Samples by CPU time, which see system calls and natives too (JEP 509). */
    static final String BY_CPU_TIME = "jdk.CPUTimeSample";

    private static final String BY_TIME = "jdk.ExecutionSample";
    private static final String VERSION = "jdk.JVMInformation";
    private static final String ALLOCATION = "jdk.ObjectAllocationSample";

    static Breakdown of(Round round, Path recording) throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
        boolean cpuTime = events.stream().anyMatch(event -> is(event, BY_CPU_TIME));
        Map<Place, Long> samples = new EnumMap<>(Place.class);
        Map<Place, Long> allocated = new EnumMap<>(Place.class);
        Map<String, Long> hot = new HashMap<>();
        Set<Long> threads = new HashSet<>();
        for (RecordedEvent event : events) {
            List<String> frames = frames(event.getStackTrace());
            if (is(event, cpuTime ? BY_CPU_TIME : BY_TIME) && !frames.isEmpty()) {
                samples.merge(Place.of(frames), 1L, Long::sum);
                hot.merge(site(frames), 1L, Long::sum);
            } else if (is(event, ALLOCATION) && !threads.add(event.getThread().getId())) {
                // a thread's first sample bears all that it allocated before the recording
                allocated.merge(Place.of(frames), event.getLong("weight"), Long::sum);
            }
        }
        String jvm = events.stream()
                .filter(event -> is(event, VERSION))
                .map(event -> event.getString("jvmVersion").replaceAll(".*?\\((\\S+)\\).*", "$1"))
                .findFirst()
                .orElse("?");
        return shared(round, jvm, cpuTime, samples, allocated, hot);
    }

    private static boolean is(RecordedEvent event, String type) {
        return event.getEventType().getName().equals(type);
    }

    private static Breakdown shared(
            Round round,
            String jvm,
            boolean cpuTime,
            Map<Place, Long> samples,
            Map<Place, Long> allocated,
            Map<String, Long> hot) {
        double answers = round.answers();
        Usage used = round.proxy();
        double kernel = cpuTime ? 0 : used.systemMicros() / answers;
        double collector = used.micros("VM Thread", "GC Thread", "G1 ") / answers;
        double compiler = used.micros("C1 CompilerThre", "C2 CompilerThre") / answers;
        double java = Math.max(0, round.proxyCpu() - kernel - collector - compiler);
        long all =
                Math.max(1, samples.values().stream().mapToLong(Long::longValue).sum());
        return new Breakdown(
                jvm,
                cpuTime,
                kernel,
                collector,
                compiler,
                scaled(samples, java / all),
                scaled(allocated, 1 / answers),
                hot,
                all);
    }

    private static Map<Place, Double> scaled(Map<Place, Long> counts, double by) {
        Map<Place, Double> scaled = new EnumMap<>(Place.class);
        counts.forEach((place, count) -> scaled.put(place, count * by));
        return scaled;
    }

    private static List<String> frames(RecordedStackTrace stack) {
        return stack == null
                ? List.of()
                : stack.getFrames().stream().map(Breakdown::name).toList();
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName() + ":" + frame.getLineNumber();
    }

    private static String site(List<String> frames) {
        String innermost = frames.isEmpty() ? "?" : frames.get(0).replaceAll(":-?\\d+$", "");
        return frames.stream()
                        .filter(frame -> frame.startsWith("fr.accroche"))
                        .findFirst()
                        .orElse("no code of ours") + " ← " + innermost;
    }

    double total() {
        return kernel
                + collector
                + compiler
                + java.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double allocatedKib() {
        return allocated.values().stream().mapToDouble(Double::doubleValue).sum() / 1_024;
    }

    /** The places that allocate most, with their parts of the whole. */
    String allocations() {
        return allocated.entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                .limit(MOST)
                .map(place -> String.format(
                        Locale.ROOT,
                        "%s (%.0f %%)",
                        place.getKey().label(),
                        100 * place.getValue() / 1_024 / allocatedKib()))
                .collect(Collectors.joining("; "));
    }

    /** For who looks for what to do next. */
    String hotSpots() {
        return hottest.entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                .limit(HOTTEST)
                .map(spot ->
                        String.format(Locale.ROOT, "%5.1f %%  %s", 100.0 * spot.getValue() / samples, spot.getKey()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
