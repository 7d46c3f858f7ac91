package fr.accroche.compliance.declaration;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of a Solution Logicielle. */
public sealed interface Component permits LogicielUtilisateur, ComposantAdditionnel, ProxyEsante {

    Edition edition();

    /** Its key in the declaration. */
    default String id() {
        return edition().id();
    }

    /** The key of its éditeur among the actors. */
    default String editor() {
        return edition().editor();
    }

    /** What its éditeur was granted for it. */
    default List<Habilitation> habilitations() {
        return edition().habilitations();
    }

    /** Its place in the declaration, for example {@code components.lps}. */
    default String path() {
        return "components." + id();
    }

    /** The keys of those that are of a type, in the order of the declaration. */
    static Set<String> keys(Collection<Component> components, Class<? extends Component> type) {
        return components.stream()
                .filter(type::isInstance)
                .map(Component::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
