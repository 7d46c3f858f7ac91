package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/** A declaration cannot be used; all its problems at once. */
public final class DeclarationException extends Exception {

    private final transient List<Problem> problems;

    public DeclarationException(List<Problem> problems) {
        super(problems.stream().map(problem -> problem.in(Language.EN)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
