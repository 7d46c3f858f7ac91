package fr.accroche.scenarios.cli;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.watch.Until;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** {@code --watch}, and when it ends by itself. */
final class WatchOptions {

    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})(s|m|h)");
    private static final Text NO_DURATION =
            Text.of("--timeout {0} : écrire 30s, 10m ou 1h", "--timeout {0}: write 30s, 10m or 1h");

    @Option(names = "--watch", descriptionKey = "watch")
    private boolean watch;

    @Option(names = "--until", paramLabel = "conforme|verdict", descriptionKey = "until")
    private Until until;

    @Option(names = "--timeout", paramLabel = "DURATION", descriptionKey = "timeout")
    private String timeout;

    /** Whether what comes is judged as it comes; to say when that ends is to ask for it. */
    boolean watching() {
        return watch || until != null || timeout != null;
    }

    Optional<Until> until() {
        return Optional.ofNullable(until);
    }

    Optional<Duration> timeout() {
        if (timeout == null) {
            return Optional.empty();
        }
        Matcher matcher = DURATION.matcher(timeout);
        if (!matcher.matches()) {
            throw UserException.usage(NO_DURATION.with(timeout));
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }
}
