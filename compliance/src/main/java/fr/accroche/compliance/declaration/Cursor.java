package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a declaration being read. The schema has said already which keys, kinds and choices are wrong: a cursor passes
 * over them in silence, and says only what a schema cannot. Reading goes on, so that one run reports every problem.
 */
final class Cursor {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(s|m|h)");
    private static final Pattern RELATIVE = Pattern.compile("[DJ]([+-]\\d{1,4})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Text NOT_DECLARED =
            Text.of("« {0} » n'est pas déclaré ; au choix : {1}", "'{0}' is not declared; one of: {1}");
    private static final Text NO_DATE = Text.of(
            "« {0} » n'est pas une date ; écrire par exemple 2026-10-20, ou J-33 pour il y a 33 jours",
            "'{0}' is no date; write for example 2026-10-20, or D-33 for 33 days ago");
    private static final Text NO_DURATION =
            Text.of("« {0} » n'est pas une durée ; écrire 30s, 2m ou 4h", "'{0}' is no duration; write 30s, 2m or 4h");

    private final Report report;
    private final String path;
    private final Yaml value;

    Cursor(Report report, String path, Yaml value) {
        this.report = report;
        this.path = path;
        this.value = value;
        report.lines.put(path, value.line());
    }

    String path() {
        return path;
    }

    void wrong(Text message) {
        report.wrong(path, value, () -> message);
    }

    /** Of a member whose key is not to be repeated: at its place, under this part's name. */
    void wrong(Cursor member, Text message) {
        report.wrong(path, member.value, () -> message);
    }

    Optional<Cursor> member(String key) {
        return value instanceof Yaml.Mapping block
                ? Optional.ofNullable(block.entries().get(key)).map(member -> new Cursor(report, child(key), member))
                : Optional.empty();
    }

    /** Every member of a map whose keys the user chooses. */
    Map<String, Cursor> members() {
        Map<String, Cursor> members = new LinkedHashMap<>();
        if (value instanceof Yaml.Mapping block) {
            block.entries().forEach((key, member) -> members.put(key, new Cursor(report, child(key), member)));
        }
        return members;
    }

    /** The items of the list under a key. */
    List<Cursor> items(String key) {
        return member(key).map(Cursor::items).orElse(List.of());
    }

    /** The items of this list. */
    List<Cursor> items() {
        List<Cursor> items = new ArrayList<>();
        if (value instanceof Yaml.Sequence sequence) {
            for (Yaml item : sequence.items()) {
                items.add(new Cursor(report, Shape.item(path, items.size()), item));
            }
        }
        return items;
    }

    /** As it is written; empty where the schema asked for a text and there is none. */
    private Optional<String> word() {
        return value instanceof Yaml.Scalar scalar && !scalar.blank() ? Optional.of(scalar.text()) : Optional.empty();
    }

    Optional<String> text() {
        return word().map(String::trim);
    }

    /** A text that its own type parses; its complaint becomes the problem. */
    <T> Optional<T> text(Function<String, T> type) {
        return word().flatMap(word -> {
            try {
                return Optional.of(type.apply(word));
            } catch (InvalidValueException e) {
                wrong(e.text());
                return Optional.empty();
            }
        });
    }

    <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        return choice(type.getEnumConstants(), constant -> wireName(constant.name()));
    }

    /** One of a few words; {@code plasse-plat} is the slide's own spelling. */
    <E> Optional<E> choice(E[] choices, Function<E, String> name) {
        return word().map(word -> word.equals("plasse-plat") ? "passe-plat" : word)
                .flatMap(word -> Stream.of(choices)
                        .filter(choice -> name.apply(choice).equals(word))
                        .findFirst());
    }

    /** A téléservice that a solution can declare; its accent may be left out. */
    Optional<Teleservice> teleservice() {
        return text().flatMap(Teleservice::named).filter(Teleservice.DECLARABLE::contains);
    }

    Optional<Boolean> bool() {
        return value.kind() == Yaml.Kind.BOOLEAN ? word().map(Boolean::valueOf) : Optional.empty();
    }

    /** A key that must exist among others. */
    Optional<String> reference(Set<String> known) {
        return text().filter(name -> {
            if (!known.contains(name)) {
                report.wrong(path, value, () -> NOT_DECLARED.with(name, new Words(known)));
            }
            return known.contains(name);
        });
    }

    /** Says that this part is left out of what is read: what is judged without it would mislead. */
    void dropped() {
        report.incomplete = true;
    }

    /** Whether it is a block of keys, and not a value. */
    boolean isBlock() {
        return value instanceof Yaml.Mapping;
    }

    /** As it was parsed. */
    Yaml value() {
        return value;
    }

    /** The text of a member as it is written, without judging it. */
    Optional<String> peek(String key) {
        return value instanceof Yaml.Mapping block && block.entries().get(key) instanceof Yaml.Scalar scalar
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    static String wireName(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A day, or {@code D-33}: 33 days before today, or {@code D+90}: so that samples do not rot. */
    Optional<LocalDate> date() {
        return word().flatMap(word -> {
            Matcher relative = RELATIVE.matcher(word);
            if (relative.matches()) {
                return Optional.of(report.today.plusDays(Long.parseLong(relative.group(1))));
            }
            Optional<LocalDate> day = day(word);
            if (day.isEmpty()) {
                wrong(NO_DATE.with(word));
            }
            return day;
        });
    }

    private static Optional<LocalDate> day(String word) {
        try {
            return DAY.matcher(word).matches() ? Optional.of(LocalDate.parse(word)) : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    Optional<Duration> duration() {
        return word().flatMap(word -> {
            Matcher matcher = DURATION.matcher(word);
            if (!matcher.matches()) {
                wrong(NO_DURATION.with(word));
                return Optional.empty();
            }
            long amount = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        default -> Duration.ofHours(amount);
                    });
        });
    }

    private String child(String key) {
        return Shape.child(path, key);
    }
}
