package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the problems and the lines of one file go. */
final class Report implements Shape.Complaints {

    /** Nobody reads more, and a stranger's file must not fill a screen or a memory. */
    static final int MOST = 100;

    final String file;
    final LocalDate today;
    final Map<String, Integer> lines = new LinkedHashMap<>();
    boolean incomplete;

    private static final Text FORM =
            Text.of("la valeur n'a pas la forme attendue : {0}", "the value has not the form expected: {0}");

    private final List<Problem> malformed = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int others;

    Report(String file, LocalDate today) {
        this.file = file;
        this.today = today;
    }

    @Override
    public void wrong(String path, Yaml at, Supplier<Text> message) {
        if (problems.size() < MOST) {
            problems.add(new Problem(file, at.line(), at.column(), path, message.get()));
        } else {
            others++;
        }
    }

    @Override
    public void malformed(String path, Yaml at, Pattern form) {
        if (malformed.size() < MOST) {
            malformed.add(new Problem(file, at.line(), at.column(), path, FORM.with(form.pattern())));
        }
    }

    /** {@link Cursor} says it in the words of the type of that word; of those that have none, only the schema does. */
    private Stream<Problem> unsaid() {
        return malformed.stream()
                .filter(one -> problems.stream()
                        .noneMatch(said -> said.line() == one.line() && said.column() == one.column()));
    }

    /** In the order of the file. */
    List<Problem> problems() {
        List<Problem> sorted = new ArrayList<>(
                Stream.concat(problems.stream(), unsaid()).limit(MOST).toList());
        sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        if (others > 0) {
            sorted.add(new Problem(
                    file,
                    0,
                    0,
                    "",
                    Text.of("… et {0} de plus : corriger d'abord ceux-ci", "… and {0} more: correct these first")
                            .with(others)));
        }
        return sorted;
    }
}
