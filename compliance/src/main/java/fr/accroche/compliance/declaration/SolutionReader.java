package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.Solution.Announced;
import fr.accroche.compliance.declaration.Solution.Feature;
import fr.accroche.compliance.declaration.Solution.Segur;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code solution}, or {@code solutions} where several share a proxy.
 *
 * @param actors the keys of the actors
 * @param principals the keys of the composants principaux
 */
record SolutionReader(Set<String> actors, Set<String> principals) {

    List<Solution> readAll(Cursor root) {
        Stream<Cursor> one = root.member("solution").stream();
        return Stream.concat(one, root.items("solutions").stream())
                .map(this::read)
                .toList();
    }

    private Solution read(Cursor cursor) {
        return new Solution(
                cursor.path(),
                cursor.member("name").flatMap(Cursor::text).orElse(""),
                cursor.member("mandataire").flatMap(c -> c.reference(actors)).orElse(""),
                cursor.items("members").stream()
                        .flatMap(item -> item.reference(actors).stream())
                        .toList(),
                cursor.member("principal").flatMap(c -> c.reference(principals)),
                cursor.items("teleservices").stream()
                        .flatMap(item -> item.teleservice().stream())
                        .distinct()
                        .toList(),
                cursor.member("segur").map(SolutionReader::segur).orElse(Segur.NOTHING),
                cursor.member("announced").map(SolutionReader::announced).orElse(Announced.NOTHING));
    }

    private static Segur segur(Cursor cursor) {
        return new Segur(
                cursor.member("date2").flatMap(Cursor::date),
                cursor.member("referencedOn").flatMap(Cursor::date),
                cursor.member("architectureChangedOn").flatMap(Cursor::date),
                cursor.member("fundingOn").flatMap(Cursor::date));
    }

    private static Announced announced(Cursor cursor) {
        return new Announced(features(cursor, "segur"), features(cursor, "edc"), features(cursor, "cnda"));
    }

    private static Set<Feature> features(Cursor cursor, String guichet) {
        return cursor.items(guichet).stream()
                .flatMap(item -> item.choice(Feature.class).stream())
                .collect(Collectors.toSet());
    }
}
