package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code steps}, which must be such that an LPS can take them: nothing is sent but in a session. */
final class ScenarioStepsReader {

    private static final Text NOT_CONNECTED =
            Text.of("pas de session ouverte ici : connect d'abord", "no session is open here: connect first");
    private static final Text CONNECTED =
            Text.of("une session est déjà ouverte : disconnect d'abord", "a session is open already: disconnect first");
    private static final Text NO_TIME = Text.of(
            "« {0} » n'est pas une durée d'un an au plus ; écrire 90s, 2m, 4h ou PT2H",
            "'{0}' is no duration of a year at most; write 90s, 2m, 4h or PT2H");

    /** Past that, what is issued for three years has ended, and says nothing of the solution. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final List<ScenarioStep> steps = new ArrayList<>();
    private boolean open;

    private ScenarioStepsReader() {}

    static List<ScenarioStep> read(Cursor cursor) {
        ScenarioStepsReader reader = new ScenarioStepsReader();
        cursor.items().forEach(item -> reader.step(item).ifPresent(step -> reader.take(item, step)));
        return reader.steps;
    }

    private void take(Cursor cursor, ScenarioStep step) {
        if (step instanceof ScenarioStep.Connect) {
            require(!open, cursor, CONNECTED);
            open = true;
        } else if (!(step instanceof ScenarioStep.Wait)) {
            require(open, cursor, NOT_CONNECTED);
            open = open && !(step instanceof ScenarioStep.Disconnect);
        }
        steps.add(step);
    }

    private static void require(boolean fits, Cursor cursor, Text complaint) {
        if (!fits) {
            cursor.wrong(complaint);
        }
    }

    private Optional<ScenarioStep> step(Cursor cursor) {
        if (cursor.isBlock()) {
            Optional<ScenarioStep> wait = cursor.member("wait").flatMap(ScenarioStepsReader::time);
            return wait.isPresent()
                    ? wait
                    : cursor.member("send")
                            .flatMap(Cursor::text)
                            .flatMap(Teleservice::named)
                            .map(service -> new ScenarioStep.Send(Optional.of(service)));
        }
        return cursor.text().flatMap(word -> switch (word) {
            case "connect" -> Optional.of(new ScenarioStep.Connect());
            case "send" -> Optional.of(new ScenarioStep.Send(Optional.empty()));
            case "disconnect" -> Optional.of(new ScenarioStep.Disconnect());
            default -> Optional.<ScenarioStep>empty();
        });
    }

    private static Optional<ScenarioStep> time(Cursor cursor) {
        Optional<Duration> time =
                cursor.text().filter(text -> text.startsWith("P")).isPresent()
                        ? cursor.text().flatMap(ScenarioStepsReader::iso)
                        : cursor.duration();
        if (time.filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST) <= 0)
                .isEmpty()) {
            cursor.text().ifPresent(text -> cursor.wrong(NO_TIME.with(text)));
            return Optional.empty();
        }
        return time.map(ScenarioStep.Wait::new);
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
