package fr.accroche.scenarios.replay;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A value in a recording, and the path to it. What is asked of it and is not there is refused with that path.
 *
 * @param path for example {@code hops[3].facts.CLIENT_ID}; empty text at the top
 * @param value what is there
 */
record Place(String path, Json value) {

    private static final int LONGEST_TEXT = 16_384;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final Text WRONG = Text.of("{0} : attendu : {1}", "{0}: expected: {1}");
    private static final Text TOP = Text.of("au début", "at the top");
    private static final Text AN_OBJECT = Text.of("un objet JSON", "a JSON object");
    private static final Text AN_ARRAY =
            Text.of("un tableau JSON d'au plus {0} éléments", "a JSON array of at most {0} items");
    private static final Text A_TEXT = Text.of(
            "un texte d'au plus " + LONGEST_TEXT + " caractères", "a text of at most " + LONGEST_TEXT + " characters");
    private static final Text ANY_TEXT = Text.of("un texte", "a text");
    private static final Text MILLIS = Text.of("un nombre de millisecondes", "a number of milliseconds");
    private static final Text A_LINE = Text.of(
            "un texte d'une ligne, sans caractère de contrôle", "a text of one line, without control characters");
    private static final Text A_NUMBER = Text.of("un entier de {0} à {1}", "a whole number from {0} to {1}");
    private static final Text A_TIME =
            Text.of("une date et une heure ISO 8601, de 1970 à 9998", "an ISO 8601 date and time, from 1970 to 9998");
    private static final Text ONE_OF = Text.of("un de : {0}", "one of: {0}");

    RecordingException wrong(Text expected) {
        return new RecordingException(WRONG.with(path.isEmpty() ? TOP : path, expected));
    }

    JsonObject object() {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw wrong(AN_OBJECT);
    }

    /** A member, which may be absent; then it is null. */
    Place member(String name) {
        String there = path.isEmpty() ? name : path + "." + name;
        return new Place(there, object().get(name).orElseGet(JsonNull::new));
    }

    /** A member that is there, and not null. */
    Optional<Place> known(String name) {
        return Optional.of(member(name)).filter(place -> !(place.value instanceof JsonNull));
    }

    List<Place> items(int most) {
        if (!(value instanceof JsonArray array) || array.items().size() > most) {
            throw wrong(AN_ARRAY.with(most));
        }
        List<Place> places = new ArrayList<>();
        for (Json item : array.items()) {
            places.add(new Place(path + "[" + places.size() + "]", item));
        }
        return places;
    }

    String text() {
        if (value instanceof JsonText text && text.value().length() <= LONGEST_TEXT) {
            return text.value();
        }
        throw wrong(A_TEXT);
    }

    /** A text as long as the file may have it. */
    String longText() {
        if (value instanceof JsonText text) {
            return text.value();
        }
        throw wrong(ANY_TEXT);
    }

    /** Milliseconds, which may have fractions; of less than none, none, and of more than the most, the most. */
    Duration millis(Duration most) {
        if (value instanceof JsonNumber number) {
            return Duration.ofMillis(number.value()
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(most.toMillis()))
                    .longValue());
        }
        throw wrong(MILLIS);
    }

    /** A text that is shown to a person as it is: on one line, without what could steer a terminal. */
    String line() {
        return text(text -> text.equals(Observed.plain(text)), A_LINE);
    }

    /** A text of this form. */
    String text(Predicate<String> form, Text expected) {
        String text = text();
        if (!form.test(text)) {
            throw wrong(expected);
        }
        return text;
    }

    long number(long least, long most) {
        if (value instanceof JsonNumber number && isWithin(number.value(), least, most)) {
            return number.value().longValue();
        }
        throw wrong(A_NUMBER.with(least, most));
    }

    private static boolean isWithin(BigDecimal number, long least, long most) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** A time, whatever its offset. */
    Instant time() {
        try {
            Instant time = OffsetDateTime.parse(text()).toInstant();
            if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
                throw wrong(A_TIME);
            }
            return time;
        } catch (DateTimeException none) {
            throw wrong(A_TIME);
        }
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        String name = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(ONE_OF.with(names(type))));
    }

    private static String names(Class<? extends Enum<?>> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }
}
