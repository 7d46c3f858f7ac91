package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.TelemetryChoices;
import fr.accroche.compliance.declaration.TelemetryChoices.Logs;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.Telling;
import fr.accroche.telemetry.JsonLog.Level;
import fr.accroche.telemetry.Telemetry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What programs that watch are told, whatever the declaration says. */
final class TelemetryOptions {

    private static final String FORMAT = "--log-format";
    private static final String FORMAT_VARIABLE = "ACCROCHE_LOG_FORMAT";
    private static final Text NO_COLLECTOR = Text.of(
            "--otlp : une adresse est attendue, http ou https, sans mot de passe ni paramètre",
            "--otlp: an address is expected, http or https, without password or parameters");

    @Option(names = "--otlp", paramLabel = "URL", descriptionKey = "otlp", defaultValue = "${env:ACCROCHE_OTLP:-}")
    private String otlp;

    @Option(names = FORMAT, paramLabel = "text|json", descriptionKey = "log-format")
    private Logs format;

    /** Whether the log is asked for as JSON before a declaration is read, by a word or the variable. */
    static boolean json(String[] args, Optional<String> variable) {
        List<String> words = Arrays.asList(args);
        int option = words.indexOf(FORMAT);
        return Optional.of(option)
                .filter(at -> at >= 0 && at + 1 < words.size())
                .map(at -> words.get(at + 1))
                .or(() -> words.stream()
                        .filter(word -> word.startsWith(FORMAT + "="))
                        .map(word -> word.substring(FORMAT.length() + 1))
                        .findFirst())
                .or(() -> variable)
                .filter(Choice.word(Logs.JSON)::equalsIgnoreCase)
                .isPresent();
    }

    static Optional<String> variable() {
        return Optional.ofNullable(System.getenv(FORMAT_VARIABLE)).filter(value -> !value.isBlank());
    }

    /** Starts telling what is chosen: by an option or a variable, or else by the declaration. */
    Telemetry open(TelemetryChoices declared, Console console) {
        TelemetryChoices chosen = chosen(declared);
        boolean said = format != null || variable().isPresent();
        if (!said && chosen.logs() == Logs.JSON) {
            console.log().speakJson();
        }
        return Telling.by(chosen, console.log().json(), warning -> console.say(Level.WARN, warning));
    }

    private TelemetryChoices chosen(TelemetryChoices declared) {
        if (otlp.isBlank()) {
            return declared;
        }
        return declared.withOtlp(TelemetryChoices.collector(otlp).orElseThrow(() -> UserException.usage(NO_COLLECTOR)));
    }
}
