package fr.accroche.compliance.fidelity;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a word of fidelity rests on.
 *
 * @param documents of {@code docs/sources.md}
 * @param clauses of standards, for example {@code RFC 9700 §4.14.2}; empty where there are none
 */
public record Basis(List<PublicSource> documents, String clauses) {

    /** Nothing public: it is ours. */
    public static final Basis NONE = of();

    public Basis {
        documents = List.copyOf(documents);
        Objects.requireNonNull(clauses, "clauses");
    }

    public static Basis of(PublicSource... documents) {
        return new Basis(List.of(documents), "");
    }

    /** Clauses of standards, and the documents that bear them out. */
    public static Basis of(String clauses, PublicSource... documents) {
        return new Basis(List.of(documents), clauses);
    }

    public boolean isEmpty() {
        return documents.isEmpty() && clauses.isEmpty();
    }

    /** On one line, with each document as it is to be written there; empty where there is none. */
    public String line(Function<PublicSource, String> written) {
        return Stream.concat(documents.stream().map(written), Stream.of(clauses).filter(text -> !text.isEmpty()))
                .collect(Collectors.joining(", "));
    }
}
