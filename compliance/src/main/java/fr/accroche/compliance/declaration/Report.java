package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Where the problems and the lines of one file go. */
final class Report implements Shape.Complaints {

    /** Nobody reads more, and a stranger's file must not fill a screen or a memory. */
    static final int MOST = 100;

    final String file;
    final LocalDate today;
    final Map<String, Integer> lines = new LinkedHashMap<>();
    boolean incomplete;

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

    /** Nothing: {@link Cursor} says it, in the words of the type of that word. */
    @Override
    public void malformed(String path, Yaml at) {}

    /** In the order of the file. */
    List<Problem> problems() {
        List<Problem> sorted = new ArrayList<>(problems);
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
