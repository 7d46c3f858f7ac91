package fr.accroche.scenarios.cli;

import fr.accroche.scenarios.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "version")
final class VersionCommand implements Runnable {

    private final Console console;

    @Mixin
    private CommonOptions common;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().println("accroche " + Version.CURRENT + " (Java " + Runtime.version() + ")");
    }
}
