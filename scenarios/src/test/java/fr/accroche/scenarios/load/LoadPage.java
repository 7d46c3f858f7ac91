package fr.accroche.scenarios.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of {@code docs/load.md} about the proxy, and the two figures of it that the READMEs repeat.
 *
 * @param setting what was measured with
 * @param compared the rounds of each workload
 * @param profiles where the time of some of them went
 */
record LoadPage(Setting setting, Map<Workload, Compared> compared, Map<Workload, Breakdown> profiles) {

    private static final String HEADING =
            "## Business requests through the proxy · Requêtes métier à travers le proxy\n";

    /**
     * @param connections open at once
     * @param rounds of each proxy on each workload; figures are those of the middle one
     * @param time of a round
     * @param nginx its version
     */
    record Setting(int connections, int rounds, Duration time, String nginx) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%d processors, %s %s, %s %s, %s; %d connections; medians of %d rounds of %d s; %s.%n",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    System.getProperty("java.vm.name"),
                    System.getProperty("java.version"),
                    nginx,
                    connections,
                    rounds,
                    time.toSeconds(),
                    "TLS 1.3, " + LoadClient.SUITE + ", RSA 2048");
        }
    }

    String section() {
        return Stream.of(
                        HEADING,
                        LoadWords.FIGURES,
                        LoadWords.COMMAND,
                        setting.line(),
                        table(),
                        summary(),
                        profileWords(),
                        profileTable(),
                        allocations())
                .collect(Collectors.joining("\n"));
    }

    private String table() {
        StringBuilder rows = new StringBuilder("""
                | request · requête | proxy | requests/s | p50 µs | p99 µs | proxy CPU µs | client CPU µs | stand-in CPU µs | proxy MiB |
                |---|---|--:|--:|--:|--:|--:|--:|--:|
                """);
        compared.forEach((workload, both) -> {
            rows.append(row(workload.label(), "nginx", both.nginx()));
            rows.append(row("", "accroche", both.ours()));
            rows.append(String.format(
                    Locale.ROOT,
                    "| | accroche / nginx | **%.2f** | %.2f | %.2f | **%.2f** | | | %.1f |%n",
                    both.ratio(Round::perSecond),
                    both.ratio(Round::p50),
                    both.ratio(Round::p99),
                    both.ratio(Round::proxyCpu),
                    both.ratio(Round::proxyMib)));
        });
        return rows.toString();
    }

    private static String row(String request, String proxy, List<Round> rounds) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
                request,
                proxy,
                Round.median(rounds, Round::perSecond),
                Round.median(rounds, Round::p50),
                Round.median(rounds, Round::p99),
                Round.median(rounds, Round::proxyCpu),
                Round.median(rounds, Round::clientCpu),
                Round.median(rounds, Round::backendCpu),
                Round.median(rounds, Round::proxyMib));
    }

    /** The POSTs: a business request is one. */
    private ReadmeRatio ratio() {
        return new ReadmeRatio(percent(Workload.PROFILED.get(0)), percent(Workload.PROFILED.get(1)));
    }

    private long percent(Workload workload) {
        return Math.round(100 * compared.get(workload).ratio(Round::perSecond));
    }

    private String summary() {
        return "Requests per second with a body, of nginx's · Requêtes par seconde avec un corps, de celles de nginx : "
                + ratio() + ".\n";
    }

    private boolean byCpuTime() {
        return profiles.values().stream().allMatch(Breakdown::byCpuTime);
    }

    private String profileWords() {
        return LoadWords.PROFILE + (byCpuTime() ? LoadWords.BY_CPU_TIME : LoadWords.BY_TIME);
    }

    private String profileTable() {
        StringBuilder rows = new StringBuilder("| where · où |");
        profiles.keySet()
                .forEach(workload -> rows.append(" ").append(workload.label()).append(" µs | % |"));
        rows.append("\n|---|").append("--:|--:|".repeat(profiles.size())).append("\n");
        if (!byCpuTime()) {
            rows.append(profileRow("kernel: sockets, scheduling · noyau : sockets, ordonnancement", Breakdown::kernel));
        }
        for (Place place : Place.values()) {
            rows.append(profileRow(place.label(), profile -> profile.java().getOrDefault(place, 0.0)));
        }
        rows.append(profileRow("garbage collector · ramasse-miettes", Breakdown::collector));
        rows.append(profileRow("JIT compiler · compilateur", Breakdown::compiler));
        rows.append(profileRow("all · tout", Breakdown::total));
        return rows.toString();
    }

    private String profileRow(String label, ToDoubleFunction<Breakdown> figure) {
        return profiles.values().stream()
                .map(profile -> {
                    double micros = figure.applyAsDouble(profile);
                    return String.format(Locale.ROOT, " %.1f | %.0f |", micros, 100 * micros / profile.total());
                })
                .collect(Collectors.joining("", "| " + label + " |", "\n"));
    }

    private String allocations() {
        return profiles.entrySet().stream()
                .map(profile -> String.format(
                        Locale.ROOT,
                        "%s: JVM %s, %d samples; %.0f KiB allocated for each answer · alloués par réponse : %s.%n",
                        profile.getKey().label(),
                        profile.getValue().jvm(),
                        profile.getValue().samples(),
                        profile.getValue().allocatedKib(),
                        profile.getValue().allocations()))
                .collect(Collectors.joining("\n"));
    }

    /** Puts this in place of what the page had, or at its end, and the ratio in the READMEs. */
    void write(Path root) throws IOException {
        Path page = root.resolve("docs/load.md");
        String text = Files.readString(page);
        int begin = text.contains(HEADING) ? text.indexOf(HEADING) : text.length();
        int next = text.indexOf("\n## ", begin + 1);
        String after = next < 0 ? "" : text.substring(next);
        String before = begin == text.length() ? text + "\n" : text.substring(0, begin);
        Files.writeString(page, before + section() + after);
        for (String readme : List.of("README.md", "README.fr.md")) {
            ratio().write(root.resolve(readme));
        }
    }
}
