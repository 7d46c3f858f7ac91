package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.rules.RuleSheet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accroche explain}: what a rule asks, where it comes from, why, how it is broken and mended, and by whom. */
@Command(name = "explain", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private static final Text UNKNOWN = Text.of(
            "{0} : ni règle ni famille ; « accroche explain » les liste toutes",
            "{0}: no rule and no family; 'accroche explain' lists them all");

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
        List<RuleSheet> wanted = ids.stream().flatMap(id -> named(id).stream()).toList();
        wanted.forEach(this::explain);
        return ExitCode.CONFORME;
    }

    private static List<RuleSheet> named(String name) {
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
