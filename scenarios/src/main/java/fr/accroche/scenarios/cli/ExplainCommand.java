package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.rules.RuleSheet;
import fr.accroche.scenarios.report.suite.CaseSheet;
import fr.accroche.scenarios.suite.ProxyCases;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accroche explain}: what a rule asks, where it comes from, why, how it is broken and mended, and by whom. */
@Command(name = "explain", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private static final Text UNKNOWN = Text.of(
            "{0} : ni règle, ni famille, ni cas de la suite ; « accroche explain » liste les règles, « accroche test --list-cases » les cas",
            "{0}: no rule, no family, no case of the suite; 'accroche explain' lists the rules, 'accroche test --list-cases' the cases");

    private final Console console;

    @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "explain-id")
    private List<String> ids = List.of();

    @Mixin
    private CommonOptions common;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (ids.isEmpty()) {
            RuleSheet.all().forEach(this::list);
            return ExitCode.CONFORME;
        }
        List<Runnable> sheets = ids.stream().flatMap(this::named).toList();
        sheets.forEach(Runnable::run);
        return ExitCode.CONFORME;
    }

    /** A case of the suite, or rules. */
    private Stream<Runnable> named(String name) {
        return ProxyCases.named(name)
                .map(CaseSheet::new)
                .map(sheet -> Stream.<Runnable>of(() -> explain(sheet)))
                .orElseGet(() -> rules(name).stream().map(sheet -> () -> explain(sheet)));
    }

    private static List<RuleSheet> rules(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        List<RuleSheet> sheets = RuleSheet.all().stream()
                .filter(sheet -> sheet.card().id().value().equals(wanted)
                        || sheet.card().id().family().equals(wanted))
                .toList();
        if (sheets.isEmpty()) {
            throw UserException.usage(UNKNOWN.with(name));
        }
        return sheets;
    }

    private void list(RuleSheet sheet) {
        console.out().println(sheet.card().id() + "  " + sheet.card().title().in(console.language()));
    }

    private void explain(CaseSheet sheet) {
        console.out()
                .println(console.paint().strong(sheet.played().id()) + "  "
                        + sheet.played().title().in(console.language()));
        for (CaseSheet.Part part : sheet.parts(console.language())) {
            String name = part.name().in(console.language());
            console.out().println(String.format(Locale.ROOT, "    %-9s %s", name, part.text()));
        }
        console.out().println();
    }

    private void explain(RuleSheet sheet) {
        console.out()
                .println(console.paint().strong(sheet.card().id().value()) + "  "
                        + sheet.card().title().in(console.language()));
        for (RuleSheet.Part part : sheet.parts(console.language())) {
            String name = part.name().in(console.language());
            for (String line : part.lines()) {
                console.out().println(String.format(Locale.ROOT, "    %-9s %s", name, line));
                name = "";
            }
        }
        console.out().println();
    }
}
