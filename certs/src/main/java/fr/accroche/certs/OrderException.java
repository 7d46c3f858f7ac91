package fr.accroche.certs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An order that is not carried out, with every reason at once. It holds nothing secret. */
public final class OrderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Wording> problems;
    private final boolean aboutFiles;

    private OrderException(List<Wording> problems, boolean aboutFiles) {
        super(problems.stream().map(Wording::en).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
        this.aboutFiles = aboutFiles;
    }

    /** The order itself is wrong. */
    static OrderException wrong(List<Wording> problems) {
        return new OrderException(problems, false);
    }

    static OrderException wrong(Wording problem) {
        return wrong(List.of(problem));
    }

    /** The order is sound, and what it would write is already there. */
    static OrderException exists(Path file) {
        Wording problem = Wording.of(
                "%s existe déjà, et reste tel quel : le déplacer, ou choisir un autre dossier avec --output",
                "%s exists already and is left as it is: move it, or choose another folder with --output", file);
        return new OrderException(List.of(problem), true);
    }

    public List<Wording> problems() {
        return problems;
    }

    /** Whether files are in the way, and not the order. */
    public boolean aboutFiles() {
        return aboutFiles;
    }
}
