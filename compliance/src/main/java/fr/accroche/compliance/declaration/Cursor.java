package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a declaration being read. What is wrong goes to the shared list and reading goes on, so that one run reports
 * every problem.
 */
final class Cursor {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(s|m|h)");
    private static final Pattern RELATIVE = Pattern.compile("[DJ]([+-]\\d{1,4})");

    private final Report report;
    private final String path;
    private final Yaml value;
    private final Set<String> asked = new HashSet<>();

    Cursor(Report report, String path, Yaml value) {
        this.report = report;
        this.path = path;
        this.value = value;
        report.lines.put(path, value.line());
    }

    /** Where the problems and the lines of one file go. */
    static final class Report {
        final String file;
        final LocalDate today;
        final List<Problem> problems = new ArrayList<>();
        final Map<String, Integer> lines = new LinkedHashMap<>();
        boolean incomplete;

        Report(String file, LocalDate today) {
            this.file = file;
            this.today = today;
        }
    }

    String path() {
        return path;
    }

    void wrong(Text message) {
        report.problems.add(new Problem(report.file, value.line(), value.column(), path, message));
    }

    /** A member that must be there. */
    Optional<Cursor> required(String key) {
        Optional<Cursor> member = optional(key);
        if (member.isEmpty() && value instanceof Yaml.Mapping) {
            wrong(Text.of("il manque la clé « {0} »", "key '{0}' is missing").with(key));
        }
        return member;
    }

    Optional<Cursor> optional(String key) {
        asked.add(key);
        return mapping().map(entries -> entries.get(key)).map(member -> new Cursor(report, child(key), member));
    }

    /** Every member of a map whose keys the user chooses. */
    Map<String, Cursor> members() {
        Map<String, Cursor> members = new LinkedHashMap<>();
        mapping()
                .ifPresent(entries ->
                        entries.forEach((key, member) -> members.put(key, new Cursor(report, child(key), member))));
        asked.addAll(members.keySet());
        return members;
    }

    List<Cursor> items() {
        if (value instanceof Yaml.Sequence sequence) {
            List<Cursor> items = new ArrayList<>();
            for (Yaml item : sequence.items()) {
                items.add(new Cursor(report, path + "[" + items.size() + "]", item));
            }
            return items;
        }
        wrong(Text.of("une liste est attendue : [ … ]", "a list is expected: [ … ]"));
        return List.of();
    }

    /** A list that says nothing when it is empty. */
    List<Cursor> someItems() {
        if (value instanceof Yaml.Sequence sequence && sequence.items().isEmpty()) {
            wrong(Text.of("au moins un élément est attendu", "at least one item is expected"));
        }
        return items();
    }

    Optional<String> text() {
        if (value instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        wrong(Text.of("un texte est attendu", "a text is expected"));
        return Optional.empty();
    }

    /** A text that its own type parses; its complaint becomes the problem. */
    <T> Optional<T> text(Function<String, T> type) {
        return text().flatMap(text -> {
            try {
                return Optional.of(type.apply(text));
            } catch (InvalidValueException e) {
                wrong(e.text());
                return Optional.empty();
            }
        });
    }

    <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        return choice(Arrays.asList(type.getEnumConstants()), constant -> wireName(constant.name()));
    }

    /** One of a few words, without case; {@code plasse-plat} is the slide's own spelling. */
    <E> Optional<E> choice(List<E> choices, Function<E, String> name) {
        return text().flatMap(text -> {
            String wanted = text.equalsIgnoreCase("plasse-plat") ? "passe-plat" : text;
            Optional<E> found = choices.stream()
                    .filter(choice -> name.apply(choice).equalsIgnoreCase(wanted))
                    .findFirst();
            if (found.isEmpty()) {
                notAmong(text, choices.stream().map(name).toList());
            }
            return found;
        });
    }

    private void notAmong(String text, List<String> names) {
        wrong(Text.of("« {0} » n'est pas accepté ; au choix : {1}", "'{0}' is not accepted; one of: {1}")
                .with(text, String.join(", ", names)));
    }

    /** A téléservice that a solution can declare; its accent may be left out. */
    Optional<Teleservice> teleservice() {
        return text().flatMap(text -> {
            Optional<Teleservice> named = Teleservice.named(text).filter(Teleservice.DECLARABLE::contains);
            if (named.isEmpty()) {
                notAmong(
                        text,
                        Teleservice.DECLARABLE.stream().map(Teleservice::label).toList());
            }
            return named;
        });
    }

    /** A key that must exist among others. */
    Optional<String> reference(Collection<String> known) {
        return text().filter(name -> {
            if (!known.contains(name)) {
                wrong(Text.of("« {0} » n'est pas déclaré ; au choix : {1}", "'{0}' is not declared; one of: {1}")
                        .with(name, String.join(", ", known)));
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

    /** The text of a member as it is written, without judging it. */
    Optional<String> peek(String key) {
        return value instanceof Yaml.Mapping block && block.entries().get(key) instanceof Yaml.Scalar scalar
                ? Optional.of(scalar.text().strip())
                : Optional.empty();
    }

    static String wireName(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** A day, or {@code D-33}: 33 days before today, or {@code D+90}: so that samples do not rot. */
    Optional<LocalDate> date() {
        return text().flatMap(text -> {
            Matcher relative = RELATIVE.matcher(text);
            if (relative.matches()) {
                return Optional.of(report.today.plusDays(Long.parseLong(relative.group(1))));
            }
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                wrong(Text.of(
                                "« {0} » n'est pas une date ; écrire par exemple 2026-10-20, ou J-33 pour il y a 33 jours",
                                "'{0}' is no date; write for example 2026-10-20, or D-33 for 33 days ago")
                        .with(text));
                return Optional.empty();
            }
        });
    }

    Optional<Duration> duration() {
        return text().flatMap(text -> {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches()) {
                wrong(Text.of(
                                "« {0} » n'est pas une durée ; écrire 30s, 2m ou 4h",
                                "'{0}' is no duration; write 30s, 2m or 4h")
                        .with(text));
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

    Optional<Boolean> bool() {
        return choice(List.of(true, false), String::valueOf);
    }

    /** To be called once the known keys were asked for: any other is a mistake. */
    void refuseUnknownKeys() {
        mapping()
                .ifPresent(entries -> entries.forEach((key, member) -> {
                    if (!asked.contains(key)) {
                        new Cursor(report, child(key), member).wrong(unknown(key));
                    }
                }));
    }

    private Text unknown(String key) {
        Optional<String> close = asked.stream()
                .filter(known -> distance(known, key) <= 2)
                .min((a, b) -> Integer.compare(distance(a, key), distance(b, key)));
        List<String> all = asked.stream().sorted().toList();
        return close.map(known -> Text.of("clé inconnue ; vouliez-vous « {0} » ?", "unknown key; did you mean '{0}'?")
                        .with(known))
                .orElseGet(() -> Text.of("clé inconnue ; au choix : {0}", "unknown key; one of: {0}")
                        .with(String.join(", ", all)));
    }

    /** Levenshtein's edit distance, for small words. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private Optional<Map<String, Yaml>> mapping() {
        if (value instanceof Yaml.Mapping mapping) {
            return Optional.of(mapping.entries());
        }
        Text message =
                Text.of("un bloc de clés est attendu : { clé: valeur }", "a block of keys is expected: { key: value }");
        boolean said = report.problems.stream()
                .anyMatch(problem ->
                        problem.path().equals(path) && problem.message().equals(message));
        if (!said) {
            wrong(message);
        }
        return Optional.empty();
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
