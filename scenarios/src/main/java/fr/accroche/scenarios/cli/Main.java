package fr.accroche.scenarios.cli;

import static java.util.Map.entry;

import fr.accroche.compliance.text.Language;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command line {@code accroche}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        LogManager.getLogManager().reset(); // libraries log what a person cannot act on; we say it ourselves
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, Console.of(out, err, System.console() != null, System.getenv()), Locale.getDefault()));
    }

    /**
     * Runs a command.
     *
     * @param locale says the language unless {@code --lang} does
     * @return the exit code
     */
    static int run(String[] args, Console console, Locale locale) {
        if (TelemetryOptions.json(args, TelemetryOptions.variable())) {
            console.log().speakJson();
        }
        CommandLine line = line(console.speaking(language(args, locale)));
        try {
            return line.execute(args);
        } finally {
            console.out().flush();
            console.err().flush(); // what ends a run may be its last word, and no line of its own
        }
    }

    /** Every command, in the language of the console. */
    static CommandLine line(Console console) {
        return new CommandLine(new Root(), factory(console))
                .setOut(console.out())
                .setErr(console.err())
                .setResourceBundle(ResourceBundle.getBundle(
                        "fr.accroche.scenarios.cli.usage",
                        console.language() == Language.FR ? Locale.FRENCH : Locale.ENGLISH,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.coloured() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, ignored) -> Errors.usage(wrong, console))
                .setExecutionExceptionHandler((failure, command, parsed) -> Errors.failure(failure, console));
    }

    private static CommandLine.IFactory factory(Console console) {
        Map<Class<?>, Object> commands = Map.ofEntries(
                entry(InitCommand.class, new InitCommand(console)),
                entry(TestCommand.class, new TestCommand(console)),
                entry(DoctorCommand.class, new DoctorCommand(console)),
                entry(CheckCommand.class, new CheckCommand(console)),
                entry(ExplainCommand.class, new ExplainCommand(console)),
                entry(OrderCommand.class, new OrderCommand(console)),
                entry(ConfigCommand.class, new ConfigCommand(console)),
                entry(DiagnoseCommand.class, new DiagnoseCommand(console)),
                entry(InspectCommand.class, new InspectCommand(console)),
                entry(CertificateCheckCommand.class, new CertificateCheckCommand(console)),
                entry(BreakCommand.class, new BreakCommand(console)),
                entry(ReplayCommand.class, new ReplayCommand(console)),
                entry(DiffCommand.class, new DiffCommand(console)),
                entry(PmtCommand.class, new PmtCommand(console)),
                entry(EvidenceCommand.class, new EvidenceCommand(console)),
                entry(UpCommand.class, new UpCommand(console)),
                entry(HealthCommand.class, new HealthCommand(console)),
                entry(VersionCommand.class, new VersionCommand(console)));
        CommandLine.IFactory others = CommandLine.defaultFactory();
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return commands.containsKey(type) ? type.cast(commands.get(type)) : others.create(type);
            }
        };
    }

    private static Language language(String[] args, Locale locale) {
        List<String> words = Arrays.asList(args);
        int option = words.indexOf("--lang");
        String named = option >= 0 && option + 1 < words.size()
                ? words.get(option + 1)
                : words.stream()
                        .filter(word -> word.startsWith("--lang="))
                        .map(word -> word.substring("--lang=".length()))
                        .findFirst()
                        .orElse(locale.getLanguage());
        return named.equalsIgnoreCase("fr") ? Language.FR : Language.EN;
    }

    @Command(
            name = "accroche",
            subcommands = {
                InitCommand.class,
                TestCommand.class,
                DoctorCommand.class,
                CheckCommand.class,
                ExplainCommand.class,
                CertsCommand.class,
                UpCommand.class,
                HealthCommand.class,
                ReplayCommand.class,
                ReportCommand.class,
                VersionCommand.class
            },
            mixinStandardHelpOptions = false,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root implements Runnable {

        @CommandLine.Mixin
        private CommonOptions common;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "");
        }
    }
}
