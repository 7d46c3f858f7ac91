package fr.accroche.scenarios.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one proxy did in one round.
 *
 * @param answers that came whole and right
 * @param errors anything else
 * @param seconds from the first request to the last answer
 * @param p50 microseconds within which half of the answers came
 * @param p99 microseconds within which 99 of 100 came
 * @param proxy what the proxy's process used
 * @param client what the load generator's used
 * @param backend what the stand-in's used
 */
record Round(
        long answers, long errors, double seconds, double p50, double p99, Usage proxy, Usage client, Usage backend) {

    /** What a client saw of it. */
    record Seen(long[] nanos, long errors, double seconds) {

        Seen {
            Arrays.sort(nanos);
        }

        double micros(double part) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * part)] / 1e3;
        }

        Round with(Usage proxy, Usage client, Usage backend) {
            return new Round(nanos.length, errors, seconds, micros(0.5), micros(0.99), proxy, client, backend);
        }
    }

    double perSecond() {
        return answers / seconds;
    }

    /** Microseconds of the proxy's CPU time for each answer. */
    double proxyCpu() {
        return proxy.cpuMicros() / (double) answers;
    }

    double clientCpu() {
        return client.cpuMicros() / (double) answers;
    }

    double backendCpu() {
        return backend.cpuMicros() / (double) answers;
    }

    double proxyMib() {
        return proxy.residentKib() / 1_024.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f per second, p50 %.0f us, p99 %.0f us, CPU each: proxy %.0f us, client %.0f us, stand-in %.0f us;"
                        + " %.0f MiB, %d errors",
                perSecond(),
                p50,
                p99,
                proxyCpu(),
                clientCpu(),
                backendCpu(),
                proxyMib(),
                errors);
    }

    /** The middle one of several rounds. */
    static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
