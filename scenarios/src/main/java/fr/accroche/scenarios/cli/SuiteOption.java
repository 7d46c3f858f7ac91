package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.report.suite.SuiteHtml;
import fr.accroche.scenarios.report.suite.SuiteJUnit;
import fr.accroche.scenarios.report.suite.SuiteJson;
import fr.accroche.scenarios.report.suite.SuiteText;
import fr.accroche.scenarios.suite.ProxyCase;
import fr.accroche.scenarios.suite.ProxyCases;
import fr.accroche.scenarios.suite.ProxySuite;
import fr.accroche.scenarios.suite.SuiteRun;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --suite proxy}: a conformity suite in place of the sessions of a run. */
final class SuiteOption {

    private static final String PROXY = "proxy";

    /** Each stalled call holds a thread of a simulator. */
    private static final int LONGEST_PATIENCE = 60;

    private static final Text UNKNOWN =
            Text.of("--suite {0} : suite inconnue ; il y a : proxy", "--suite {0}: unknown suite; there is: proxy");
    private static final Text UNKNOWN_CASE = Text.of(
            "--case {0} : cas inconnu ; voir accroche test --list-cases",
            "--case {0}: unknown case; see accroche test --list-cases");
    private static final Text CASE_WITHOUT_SUITE =
            Text.of("--case et --patience vont avec --suite proxy", "--case and --patience go with --suite proxy");
    private static final Text PATIENCE =
            Text.of("--patience {0} : de 1 à 60 secondes", "--patience {0}: from 1 to 60 seconds");
    private static final Text TEMPLATE = Text.of(
            "{0} : la suite est celle du contrat de l'ANS ; un proxy à gabarit (template) parle autrement",
            "{0}: the suite is that of the ANS contract; a proxy with a template speaks otherwise");
    private static final Text ONE_PROXY = Text.of(
            "{0} : la suite essaie un proxy à la fois ; pour celui-ci, --client-id {0}",
            "{0}: the suite tries one proxy at a time; for this one, --client-id {0}");

    @Option(names = "--suite", paramLabel = "NAME", descriptionKey = "suite")
    private String suite;

    @Option(names = "--case", paramLabel = "ID", split = ",", descriptionKey = "case")
    private List<String> cases = List.of();

    @Option(names = "--patience", paramLabel = "SECONDS", descriptionKey = "patience")
    private Integer patience;

    @Option(names = "--list-cases", descriptionKey = "list-cases")
    private boolean listCases;

    boolean listing() {
        return listCases;
    }

    void list(Console console) {
        ProxyCases.ALL.forEach(each -> console.out()
                .println(String.format(
                        Locale.ROOT, "%-38s %s", each.id(), each.title().in(console.language()))));
    }

    /** Whether a suite is asked for; what is asked for wrongly is refused before anything starts. */
    boolean asked() {
        if (suite == null) {
            if (!cases.isEmpty() || patience != null) {
                throw UserException.usage(CASE_WITHOUT_SUITE);
            }
            return false;
        }
        if (!suite.equals(PROXY)) {
            throw UserException.usage(UNKNOWN.with(suite));
        }
        if (patience != null && (patience < 1 || patience > LONGEST_PATIENCE)) {
            throw UserException.usage(PATIENCE.with(patience));
        }
        chosen();
        return true;
    }

    /** The reports that there are of it. */
    static Set<Type> reports() {
        return EnumSet.of(Type.TEXT, Type.JSON, Type.JUNIT, Type.HTML);
    }

    private List<ProxyCase> chosen() {
        Set<ProxyCase> named = cases.stream()
                .map(id -> ProxyCases.named(id).orElseThrow(() -> UserException.usage(UNKNOWN_CASE.with(id))))
                .collect(Collectors.toSet());
        return ProxyCases.ALL.stream()
                .filter(each -> named.isEmpty() || named.contains(each))
                .toList();
    }

    /**
     * Plays it, and writes its reports.
     *
     * @param plan as {@link ProxySuite#plan} makes it
     * @param operations those that were asked for; of them, those through the proxy of the first
     */
    Outcome play(
            ChainOptions chain,
            ChainPlan plan,
            List<Operation> operations,
            MovableClock clock,
            OutputOption output,
            Console console)
            throws IOException {
        Declaration declaration = plan.declared();
        declaration
                .participants()
                .proxy()
                .filter(proxy -> proxy.template().isPresent())
                .ifPresent(proxy -> {
                    throw UserException.usage(TEMPLATE.with(declaration.lines().at(proxy.path())));
                });
        List<Operation> together = together(declaration, operations, console);
        try (Stubs stubs = chain.stubs(console);
                Telemetry telemetry = chain.telemetry(declaration.settings().telemetry(), console)) {
            Journal told = telemetry.around(hop -> {}, clock); // the suite has its own for each case
            Chain.Surround around = new Chain.Surround(
                    chain.folder(console, clock), chain.ports(declaration), stubs, told, clock, new SecureRandom());
            Duration waits = patience == null ? ProxySuite.PATIENCE : Duration.ofSeconds(patience);
            SuiteRun run = new ProxySuite(around, waits).run(plan, together, chosen());
            output.write((type, to) -> report(type, run, to), console);
            return run.outcome();
        }
    }

    /** Those through one proxy, the first that was asked for at their head. */
    private static List<Operation> together(Declaration declaration, List<Operation> asked, Console console) {
        Operation first = asked.get(0);
        asked.stream()
                .filter(operation -> !operation.proxy().equals(first.proxy()))
                .forEach(operation -> console.say(ONE_PROXY.with(operation.clientId())));
        Stream<Operation> beside = declaration.operations().stream()
                .filter(operation -> operation.proxy().equals(first.proxy()) && !operation.equals(first))
                .filter(operation -> !declaration.callsOnlyWhatIsNotSimulated(operation));
        return Stream.concat(Stream.of(first), beside).toList();
    }

    private static String report(Type type, SuiteRun run, Console to) {
        return switch (type) {
            case JSON -> SuiteJson.of(run, to.language());
            case JUNIT -> SuiteJUnit.of(run, to.language());
            case HTML -> SuiteHtml.of(run, to.language());
            default -> SuiteText.of(run, to.language(), to.paint());
        };
    }
}
