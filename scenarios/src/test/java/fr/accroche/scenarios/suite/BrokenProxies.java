package fr.accroche.scenarios.suite;

import fr.accroche.proxy.ProxyDefect;
import fr.accroche.proxy.ProxyDefects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The proxies broken on purpose, each with the cases that do not pass for it. */
final class BrokenProxies {

    /** Every known defect of the ANS demonstrator in one proxy. */
    static final String DEMONSTRATOR = "ANS_DEMONSTRATOR";

    /** What the contract itself has the suite warn of, whatever the proxy. */
    static final String OF_THE_CONTRACT = "traces-are-not-for-everyone";

    private BrokenProxies() {}

    /**
     * One line.
     *
     * @param name of the proxy
     * @param failing the ids of the cases that do not pass
     * @param skips whether cases that need what is broken are left unjudged
     */
    record Broken(String name, Set<String> failing, boolean skips) {

        Set<ProxyDefect> defects() {
            return name.equals(DEMONSTRATOR) ? ProxyDefects.OF_THE_DEMONSTRATOR : Set.of(ProxyDefect.valueOf(name));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Broken> all() {
        try (InputStream table = BrokenProxies.class.getResourceAsStream("broken-proxies.psv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new Broken(
                            cells[0].strip(),
                            new TreeSet<>(Stream.of(cells[1].strip().split(" ")).toList()),
                            cells.length > 2 && cells[2].strip().equals("skips")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
