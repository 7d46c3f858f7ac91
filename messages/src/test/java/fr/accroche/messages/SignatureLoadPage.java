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
            The cores are shared with others: the CPU time, of the whole process, is the steadiest figure, and the one compared. ·
            Une requête au DMP avec un VIHF signé, sur un seul fil d'exécution : des octets au verdict sur la signature, de même en deux
            étapes, et à côté, dans la même exécution, la vérification par le JDK d'une signature RSA sur autant d'octets que le VIHF.
            Les cœurs sont partagés avec d'autres : le temps CPU, de tout le processus, est la mesure la plus stable, et celle comparée.

            ```console
            $ mvn -B -q -pl messages -am test -Dtest=SignatureLoad -Dsurefire.failIfNoSpecifiedTests=false -Daccroche.write=true
            ```

            `-Daccroche.forks=3 -Daccroche.rounds=10 -Daccroche.seconds=5` change the run. · `-Daccroche.forks=3 -Daccroche.rounds=10
            -Daccroche.seconds=5` changent l'exécution.

            """;

    private static final String WHERE = """
            Of the whole, RSA is %1$.0f %%, reading %2$.0f %%. Reading is the JDK's XML parser: a first pass looks at the limits before the
            second builds the tree, and setting the two up takes as long as letting them run. The rest of verifying is OpenSAML's objects
            and the canonical form, made twice: to tell what was changed from what another key signed, then by Santuario. ·
            De l'ensemble, RSA fait %1$.0f %%, la lecture %2$.0f %%. La lecture, c'est l'analyseur XML du JDK : une première passe regarde
            les limites avant que la seconde ne construise l'arbre, et les préparer prend autant que les laisser courir. Le reste de la
            vérification, ce sont les objets d'OpenSAML et la forme canonique, faite deux fois : pour distinguer ce qui a été changé de
            ce qu'une autre clé a signé, puis par Santuario.
            """;

    private static final String TABLE = """

            | measured · mesuré | per second · par seconde | µs | CPU µs | KiB allocated · alloués | CPU of RSA · CPU de RSA |
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
     * @param micros that passed for each, with one decimal
     * @param cpu microseconds of CPU time for each, with one decimal
     * @param kib allocated for each
     */
    record Row(Measure measure, double micros, double cpu, double kib) {}

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
                row.cpu(),
                row.kib(),
                row.cpu() / cpu(Measure.RSA));
    }

    private String summary() {
        double whole = cpu(Measure.READ_AND_VERIFY);
        return String.format(Locale.ROOT, WHERE, 100 * cpu(Measure.RSA) / whole, 100 * cpu(Measure.READ) / whole);
    }

    private double cpu(Measure measure) {
        return rows.stream()
                .filter(row -> row.measure() == measure)
                .mapToDouble(Row::cpu)
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
