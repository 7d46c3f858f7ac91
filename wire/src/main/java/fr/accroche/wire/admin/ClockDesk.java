package fr.accroche.wire.admin;

import fr.accroche.wire.Form;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /__accroche/clock}. GET shows the clock. POST moves it and shows it: one of {@code advance=PT2M} (or {@code 2m}), {@code
 * set=2026-11-27T12:00:00Z} and {@code reset=true}, and {@code freeze=true|false}.
 */
record ClockDesk(MovableClock clock) {

    private static final List<String> NAMES = List.of("advance", "set", "reset", "freeze");

    Response show(Request request) {
        return shown();
    }

    Response change(Request request) {
        try {
            change(Questions.of(request, NAMES));
            return shown();
        } catch (IllegalArgumentException wrong) {
            return new Problem(400, wrong.getMessage()).response();
        }
    }

    private void change(Form form) {
        Optional<Duration> advance = form.first("advance").map(DurationText::parse);
        Optional<Instant> set = form.first("set").map(ClockDesk::instant);
        Optional<Boolean> reset = form.first("reset").map(word -> bool("reset", word));
        Optional<Boolean> freeze = form.first("freeze").map(word -> bool("freeze", word));
        long moves = Stream.of(advance, set, reset.filter(Boolean::booleanValue))
                .filter(Optional::isPresent)
                .count();
        if (moves > 1 || moves == 0 && freeze.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected one of advance=PT2M, set=2026-11-27T12:00:00Z and reset=true, or freeze=true|false");
        }
        if (set.isPresent() && freeze.orElse(false)) {
            clock.stopAt(set.get());
            return;
        }
        advance.ifPresent(clock::advance);
        set.ifPresent(clock::set);
        if (reset.orElse(false)) {
            clock.reset();
        }
        freeze.ifPresent(this::freeze);
    }

    private void freeze(boolean wanted) {
        if (wanted) {
            clock.freeze();
        } else {
            clock.unfreeze();
        }
    }

    private Response shown() {
        MovableClock.Reading reading = clock.reading();
        JsonObject body = JsonObject.EMPTY
                .with("now", reading.now().toString())
                .with("offset", reading.offset().toString())
                .with("frozen", reading.frozen());
        return Answers.json(200, body);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("set is an instant such as 2026-11-27T12:00:00Z");
        }
    }

    private static boolean bool(String name, String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name + " is true or false");
        };
    }
}
