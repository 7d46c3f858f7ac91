package fr.accroche.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The part of {@code docs/load.md} about signed assertions. What it says beside the measured figures is reckoned from them.
 *
 * @param setting what was measured with
 * @param rows in the order of {@link Measure}
 */
record SignatureLoadPage(String setting, List<Row> rows) {
    private static final String HEADING = "## Signed assertions · Assertions signées\n";

    private static final String WORDS = """
            A request of the DMP with a signed VIHF, on one thread: from its bytes to the verdict on its signature, the same in its two
            steps, and beside them, in the same run, the verification by the JDK of an RSA signature over as many bytes as the VIHF has.
            "±" is JMH's interval of 99.9 %. ·
            Une requête au DMP avec un VIHF signé, sur un seul fil d'exécution : des octets au verdict sur la signature, de même en deux
            étapes, et à côté, dans la même exécution, la vérification par le JDK d'une signature RSA sur autant d'octets que le VIHF.
            « ± » est l'intervalle à 99,9 % de JMH.

            ```console
            $ mvn -B -q -pl messages -am test -Dtest=SignatureLoad -Dsurefire.failIfNoSpecifiedTests=false -Daccroche.write=true
            ```

            `-Daccroche.forks=3 -Daccroche.rounds=10 -Daccroche.seconds=5` change the run. · `-Daccroche.forks=3 -Daccroche.rounds=10
            -Daccroche.seconds=5` changent l'exécution.

            """;

    private static final String TABLE = """

            | measured · mesuré | per second · par seconde | µs | ± µs | KiB allocated · alloués | of RSA · de RSA |
            |---|--:|--:|--:|--:|--:|
            """;

    /** What is measured. */
    enum Measure {
        READ_AND_VERIFY("readAndVerify", "request read and VIHF verified · requête lue et VIHF vérifié"),
        READ("read", "request read · requête lue"),
        VERIFY("verify", "VIHF verified · VIHF vérifié"),
        RSA("rsa", "raw RSA 2048, SHA-256 · RSA 2048 brut, SHA-256");

        private final String benchmark;
        private final String label;

        Measure(String benchmark, String label) {
            this.benchmark = benchmark;
            this.label = label;
        }

        String benchmark() {
            return benchmark;
        }
    }

    /**
     * @param measure what
     * @param micros for each, with one decimal
     * @param error of it
     * @param kib allocated for each
     */
    record Row(Measure measure, double micros, double error, double kib) {}

    String section() {
        return HEADING + "\n" + WORDS + setting + "\n" + TABLE
                + rows.stream().map(this::line).collect(Collectors.joining()) + "\n" + summary();
    }

    private String line(Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.1f | %.1f |%n",
                row.measure().label,
                1e6 / row.micros(),
                row.micros(),
                row.error(),
                row.kib(),
                row.micros() / micros(Measure.RSA));
    }

    private String summary() {
        double cost = micros(Measure.READ_AND_VERIFY);
        return String.format(
                Locale.ROOT,
                "Of the whole, RSA is %1$.0f %%, reading %2$.0f %%. · De l'ensemble, RSA fait %1$.0f %%, la lecture %2$.0f %%.%n",
                100 * micros(Measure.RSA) / cost,
                100 * micros(Measure.READ) / cost);
    }

    private double micros(Measure measure) {
        return rows.stream()
                .filter(row -> row.measure() == measure)
                .mapToDouble(Row::micros)
                .sum();
    }

    /** What the page has now. */
    static SignatureLoadPage in(String page) {
        String section = page.substring(page.indexOf(HEADING), end(page));
        List<Row> rows = section.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|"))
                .filter(cells -> !cells[3].strip().equals("µs"))
                .map(cells -> new Row(measure(cells[1].strip()), number(cells[3]), number(cells[4]), number(cells[5])))
                .toList();
        return new SignatureLoadPage(
                section.lines()
                        .filter(line -> line.contains(" processors, "))
                        .findFirst()
                        .orElseThrow(),
                rows);
    }

    private static Measure measure(String label) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.label.equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.strip());
    }

    /** Where the section ends, or would begin and end where there is none. */
    private static int end(String page) {
        int begin = page.indexOf(HEADING);
        int next = begin < 0 ? -1 : page.indexOf("\n## ", begin);
        return next < 0 ? page.length() : next + 1;
    }

    /** Puts this in place of what the page had, or at its end. */
    void write(Path page) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(HEADING);
        String before = begin < 0 ? text + "\n" : text.substring(0, begin);
        String after = text.substring(end(text));
        Files.writeString(page, before + section() + (after.isEmpty() ? "" : "\n" + after));
    }
}
