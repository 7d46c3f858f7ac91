package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How many signed assertions are verified per second, next to raw verifications of RSA 2048, in one run of JMH. Asked for
 * by name, so that no build waits for it; it asserts nothing about time. With {@code -Daccroche.write=true} it writes its
 * part of {@code docs/load.md}.
 */
class SignatureLoad {
    private static final int FORKS = Integer.getInteger("accroche.forks", 2);
    private static final int ROUNDS = Integer.getInteger("accroche.rounds", 5);
    private static final int SECONDS = Integer.getInteger("accroche.seconds", 2);

    @Test
    void measure() throws Exception {
        TimeValue time = TimeValue.seconds(SECONDS);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(SignatureBenchmark.class.getName())
                        .forks(FORKS)
                        .warmupIterations(2 * ROUNDS)
                        .warmupTime(time)
                        .measurementIterations(ROUNDS)
                        .measurementTime(time)
                        .threads(1)
                        .shouldFailOnError(true)
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuProfiler.class)
                        .build())
                .run();
        SignatureLoadPage page = new SignatureLoadPage(setting(), rows(results));
        System.out.println(page.section());
        assertThat(page.rows()).hasSize(SignatureLoadPage.Measure.values().length);
        if (Boolean.getBoolean("accroche.write")) {
            page.write(Path.of("..", "docs", "load.md"));
        }
    }

    private static String setting() {
        return "%d processors, %s %s, %s %s; one thread; medians of %d × %d rounds of %d s, each time after twice as many of warm-up; RSA 2048."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version"),
                        FORKS,
                        ROUNDS,
                        SECONDS);
    }

    private static List<SignatureLoadPage.Row> rows(Collection<RunResult> results) {
        List<SignatureLoadPage.Row> rows = new ArrayList<>();
        for (SignatureLoadPage.Measure measure : SignatureLoadPage.Measure.values()) {
            results.stream()
                    .filter(result -> result.getPrimaryResult().getLabel().equals(measure.benchmark()))
                    .forEach(result -> rows.add(new SignatureLoadPage.Row(
                            measure,
                            tenth(result.getPrimaryResult().getStatistics().getPercentile(50)),
                            tenth(median(result, CpuProfiler.LABEL)),
                            tenth(median(result, "gc.alloc.rate.norm") / 1024))));
        }
        return rows;
    }

    private static double median(RunResult result, String measured) {
        return result.getSecondaryResults().keySet().stream()
                .filter(label -> label.endsWith(measured))
                .mapToDouble(label ->
                        result.getSecondaryResults().get(label).getStatistics().getPercentile(50))
                .sum();
    }

    private static double tenth(double figure) {
        return Math.round(figure * 10) / 10.0;
    }
}
