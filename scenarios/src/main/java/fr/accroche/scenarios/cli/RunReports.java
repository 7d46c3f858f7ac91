package fr.accroche.scenarios.cli;

import fr.accroche.scenarios.cli.OutputOption.Type;
import fr.accroche.scenarios.report.JsonReport;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.RunJUnit;
import fr.accroche.scenarios.report.RunSarif;
import fr.accroche.scenarios.report.TextReport;
import fr.accroche.scenarios.report.html.HtmlReport;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The reports of one run, whether it ran or is judged again. */
final class RunReports {

    static final Set<Type> OFFERED = Collections.unmodifiableSet(EnumSet.allOf(Type.class));

    private RunReports() {}

    static String of(Type type, Run run, Console to) {
        return switch (type) {
            case TEXT -> TextReport.of(run, to.language(), to.paint());
            case JSON -> JsonReport.of(run, to.language());
            case SARIF -> RunSarif.of(run, to.language());
            case JUNIT -> RunJUnit.of(run, to.language());
            case HTML -> HtmlReport.of(run, to.language());
        };
    }
}
