package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.Solution.Announced;
import fr.accroche.compliance.declaration.Solution.Feature;
import fr.accroche.compliance.declaration.Solution.Segur;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code solution}, or {@code solutions} where several share a proxy.
 *
 * @param actors the keys of the actors
 * @param components the components that were read
 */
record SolutionReader(Set<String> actors, Map<String, Component> components) {

    List<Solution> readAll(Cursor root) {
        Optional<Cursor> several = root.optional("solutions");
        if (several.isEmpty()) {
            return root.required("solution").map(this::read).stream().toList();
        }
        root.optional("solution")
                .ifPresent(one -> one.wrong(Text.of(
                        "« solution » et « solutions » ne vont pas ensemble",
                        "'solution' and 'solutions' do not go together")));
        return several.get().someItems().stream().map(this::read).toList();
    }

    private Solution read(Cursor cursor) {
        Solution solution = new Solution(
                cursor.path(),
                cursor.required("name").flatMap(Cursor::text).orElse(""),
                cursor.required("mandataire").flatMap(c -> c.reference(actors)).orElse(""),
                cursor.optional("members").map(Cursor::items).orElse(List.of()).stream()
                        .flatMap(item -> item.reference(actors).stream())
                        .toList(),
                cursor.optional("principal").flatMap(c -> c.reference(principals())),
                cursor.required("teleservices").map(Cursor::someItems).orElse(List.of()).stream()
                        .flatMap(item -> item.teleservice().stream())
                        .distinct()
                        .toList(),
                cursor.optional("segur").map(SolutionReader::segur).orElse(Segur.NOTHING),
                cursor.optional("announced").map(SolutionReader::announced).orElse(Announced.NOTHING));
        cursor.refuseUnknownKeys();
        return solution;
    }

    private List<String> principals() {
        return components.values().stream()
                .filter(ComposantPrincipal.class::isInstance)
                .map(Component::id)
                .toList();
    }

    private static Segur segur(Cursor cursor) {
        Segur segur = new Segur(
                cursor.optional("date2").flatMap(Cursor::date),
                cursor.optional("referencedOn").flatMap(Cursor::date),
                cursor.optional("architectureChangedOn").flatMap(Cursor::date),
                cursor.optional("fundingOn").flatMap(Cursor::date));
        cursor.refuseUnknownKeys();
        return segur;
    }

    private static Announced announced(Cursor cursor) {
        Announced announced =
                new Announced(features(cursor, "segur"), features(cursor, "edc"), features(cursor, "cnda"));
        cursor.refuseUnknownKeys();
        return announced;
    }

    private static Set<Feature> features(Cursor cursor, String guichet) {
        return cursor.optional(guichet).map(Cursor::items).orElse(List.of()).stream()
                .flatMap(item -> item.choice(Feature.class).stream())
                .collect(Collectors.toSet());
    }
}
