package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Language;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {

    @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang")
    private Language lang;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    private boolean help;
}
