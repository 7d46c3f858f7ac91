package fr.accroche.scenarios.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code accroche report}: what starts from reports that are made. */
@Command(
        name = "report",
        subcommands = {DiffCommand.class, PmtCommand.class, EvidenceCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class ReportCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
