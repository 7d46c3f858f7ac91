package fr.accroche.scenarios.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code accroche certs}: what has to do with certificates alone. */
@Command(
        name = "certs",
        subcommands = {
            OrderCommand.class,
            ConfigCommand.class,
            InspectCommand.class,
            CertificateCheckCommand.class,
            BreakCommand.class,
            DiagnoseCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class CertsCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
