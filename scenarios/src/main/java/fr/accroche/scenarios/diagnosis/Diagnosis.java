package fr.accroche.scenarios.diagnosis;

import static java.util.stream.Collectors.groupingBy;

import fr.accroche.scenarios.diagnosis.Symptom.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The errors that a pasted text can come of.
 *
 * @param candidates the likeliest first
 */
public record Diagnosis(List<Candidate> candidates) {

    private static final Comparator<Symptom> MOST_TELLING = Comparator.comparing(Symptom::weight)
            .thenComparing(
                    Comparator.comparing((Symptom symptom) -> symptom.phrase().length())
                            .reversed());

    private static final List<Printed> LONGEST_FIRST = CertificateErrors.ALL.stream()
            .flatMap(error -> error.symptoms().stream().map(symptom -> new Known(error, symptom)))
            .collect(groupingBy(known -> known.symptom().phrase().key(), LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(Printed::of)
            .sorted(Comparator.comparing(Printed::length).reversed())
            .toList();

    public Diagnosis {
        candidates = List.copyOf(candidates);
    }

    /**
     * An error, and why it is thought of.
     *
     * @param error which
     * @param because what it prints and was found, the most telling first
     */
    public record Candidate(CertificateError error, List<Symptom> because) {

        public Candidate {
            because = because.stream().sorted(MOST_TELLING).toList();
        }

        /** What best speaks for it. */
        public Symptom best() {
            return because.get(0);
        }
    }

    private record Known(CertificateError error, Symptom symptom) {}

    /** One text, and the errors that print it. */
    private record Printed(Phrase phrase, List<Known> by) {

        static Printed of(List<Known> by) {
            return new Printed(by.get(0).symptom().phrase(), by);
        }

        int length() {
            return phrase.length();
        }
    }

    /** Looks for every known text, the longest first: a text inside of a longer one that is known says nothing more. */
    public static Diagnosis of(String pasted) {
        PastedText text = new PastedText(pasted);
        Map<CertificateError, List<Symptom>> found = new LinkedHashMap<>();
        LONGEST_FIRST.stream()
                .filter(printed -> text.shows(printed.phrase()))
                .flatMap(printed -> printed.by().stream())
                .forEach(known -> found.computeIfAbsent(known.error(), error -> new ArrayList<>())
                        .add(known.symptom()));
        return ranked(found);
    }

    private static Diagnosis ranked(Map<CertificateError, List<Symptom>> found) {
        List<Candidate> candidates = CertificateErrors.ALL.stream()
                .filter(found::containsKey)
                .map(error -> new Candidate(error, found.get(error)))
                .sorted(Comparator.comparing(Candidate::best, MOST_TELLING))
                .toList();
        boolean named =
                candidates.stream().anyMatch(candidate -> candidate.best().weight() == Weight.TELLING);
        return new Diagnosis(candidates.stream()
                .filter(candidate -> !named || candidate.best().weight() != Weight.VAGUE)
                .toList());
    }
}
