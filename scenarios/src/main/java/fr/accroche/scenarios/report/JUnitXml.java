package fr.accroche.scenarios.report;

import fr.accroche.compliance.exchange.Observed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The XML that JUnit's runners write for CI servers. There is no standard of it, so this is what the schemas of Ant, Surefire and
 * Jenkins's xUnit plug-in have in common: no count of skipped tests on the root, a time without zone (it is UTC), counts on each
 * suite, a type on each failure, and of each test one element at most.
 */
public final class JUnitXml {

    /** What becomes of a test; a note is on system-out of a test that passed. */
    public enum Kind {
        PASSED(""),
        NOTED("system-out"),
        FAILURE("failure"),
        ERROR("error"),
        SKIPPED("skipped");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    /**
     * A test.
     *
     * @param classname with the name, what CI servers know a test again by: no two tests of a report share both
     * @param type of what is wrong, for example {@code FAIL}
     * @param message in short, why it failed or was skipped
     * @param details of what is wrong or noted, on as many lines as wanted
     */
    public record Test(
            String classname, String name, Duration took, Kind kind, String type, String message, String details) {}

    /**
     * Tests that belong together.
     *
     * @param properties what else there is to say of them, by name
     */
    public record Suite(String name, Instant at, Duration took, Map<String, String> properties, List<Test> tests) {
        public Suite {
            tests = List.copyOf(tests);
        }
    }

    private JUnitXml() {}

    public static String of(List<Suite> suites, Duration took) {
        List<Test> all =
                suites.stream().flatMap(suite -> suite.tests().stream()).toList();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"accroche\"" + counts(all, took) + ">\n"
                + suites.stream().map(JUnitXml::suite).collect(Collectors.joining()) + "</testsuites>\n";
    }

    private static String suite(Suite suite) {
        String head = "  <testsuite name=\"" + escaped(suite.name()) + "\" timestamp=\"" + time(suite.at())
                + "\" hostname=\"localhost\"" + counts(suite.tests(), suite.took()) + " skipped=\""
                + count(suite.tests(), Kind.SKIPPED) + "\">\n";
        return head + properties(suite.properties())
                + suite.tests().stream().map(JUnitXml::test).collect(Collectors.joining()) + "  </testsuite>\n";
    }

    private static String counts(List<Test> tests, Duration took) {
        return String.format(
                Locale.ROOT,
                " tests=\"%d\" failures=\"%d\" errors=\"%d\" time=\"%s\"",
                tests.size(),
                count(tests, Kind.FAILURE),
                count(tests, Kind.ERROR),
                seconds(took));
    }

    private static long count(List<Test> tests, Kind kind) {
        return tests.stream().filter(test -> test.kind() == kind).count();
    }

    private static String properties(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(each -> "      <property name=\"" + escaped(each.getKey()) + "\" value=\""
                        + escaped(each.getValue()) + "\"/>\n")
                .collect(Collectors.joining("", "    <properties>\n", "    </properties>\n"));
    }

    private static String test(Test test) {
        String head = "    <testcase classname=\"" + escaped(test.classname()) + "\" name=\"" + escaped(test.name())
                + "\" time=\"" + seconds(test.took()) + "\"";
        String element = test.kind().element;
        String content = switch (test.kind()) {
            case PASSED -> "";
            case SKIPPED -> "<skipped message=\"" + escaped(test.message()) + "\"/>";
            case NOTED -> "<system-out>" + escaped(test.details()) + "</system-out>";
            case FAILURE, ERROR ->
                "<" + element + " message=\"" + escaped(test.message()) + "\" type=\"" + escaped(test.type()) + "\">"
                        + escaped(test.details()) + "</" + element + ">";
        };
        return content.isEmpty() ? head + "/>\n" : head + ">\n      " + content + "\n    </testcase>\n";
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME
                .withZone(ZoneOffset.UTC)
                .format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }

    /** Line by line, as {@link Observed#plain} takes out line ends; then what else XML does not allow (XML 1.0, 2.2). */
    private static String escaped(String text) {
        return text.lines()
                .map(Observed::plain)
                .collect(Collectors.joining("\n"))
                .replaceAll("[\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
