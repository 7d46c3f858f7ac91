package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantAdditionnel.CndaName;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Instance;
import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.ComposantPrincipal.Interfacing;
import fr.accroche.compliance.declaration.Edition.Hosting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code components}. */
final class ComponentReader {

    private static final List<Profil> EDITOR_PROFILES = List.of(Profil.ELU, Profil.ELP);

    private final Set<String> actors;
    private final Map<String, Cursor> entries;

    /** @param actors the keys that an éditeur may have */
    ComponentReader(Set<String> actors, Map<String, Cursor> entries) {
        this.actors = actors;
        this.entries = entries;
    }

    private enum Type {
        PRINCIPAL,
        PROXY,
        AUTONOME,
        NON_AUTONOME
    }

    Map<String, Component> readAll() {
        Map<String, Component> components = new LinkedHashMap<>();
        entries.forEach((key, cursor) -> {
            Optional<Type> type = type(cursor);
            type.ifPresentOrElse(known -> components.put(key, component(key, known, cursor)), cursor::dropped);
        });
        return components;
    }

    private static Optional<Type> type(Cursor cursor) {
        return cursor.required("type").flatMap(c -> c.choice(Type.class));
    }

    private Component component(String key, Type type, Cursor cursor) {
        Component component = switch (type) {
            case PRINCIPAL -> principal(key, cursor);
            case PROXY -> proxy(key, cursor);
            case AUTONOME -> autonome(key, cursor);
            case NON_AUTONOME -> nonAutonome(key, cursor);
        };
        cursor.refuseUnknownKeys();
        return component;
    }

    private ComposantPrincipal principal(String key, Cursor cursor) {
        Edition edition = edition(key, cursor);
        Product product = new ProductReader(cursor).software();
        List<Interfacing> interfacings = new ArrayList<>();
        cursor.optional("interfacings")
                .map(Cursor::items)
                .orElse(List.of())
                .forEach(item -> interfacing(item).ifPresent(interfacings::add));
        return new ComposantPrincipal(edition, product, interfacings);
    }

    private Optional<Interfacing> interfacing(Cursor item) {
        Optional<String> with = component(item, "with", Set.of(Type.AUTONOME));
        Optional<Teleservice> service = item.required("teleservice").flatMap(Cursor::teleservice);
        Homologation homologation = ProductReader.homologation(item);
        item.refuseUnknownKeys();
        return with.flatMap(key -> service.map(name -> new Interfacing(key, name, homologation)));
    }

    private ProxyEsante proxy(String key, Cursor cursor) {
        return new ProxyEsante(
                edition(key, cursor),
                cursor.optional("mode").flatMap(c -> c.choice(ProxyEsante.Mode.class)),
                cursor.optional("whenDown").flatMap(Cursor::text),
                ProductReader.homologations(cursor));
    }

    private Autonome autonome(String key, Cursor cursor) {
        List<Instance> instances = new ArrayList<>();
        Edition edition = edition(key, cursor);
        Product product = new ProductReader(cursor).software();
        cursor.optional("instances")
                .map(Cursor::items)
                .orElse(List.of())
                .forEach(item -> instance(item).ifPresent(instances::add));
        return new Autonome(edition, product, functions(cursor), cndaName(cursor), instances);
    }

    private Optional<Instance> instance(Cursor item) {
        Optional<String> lps = component(item, "lps", Set.of(Type.PRINCIPAL));
        Optional<String> lpsOperator = item.required("lpsOperator").flatMap(c -> c.reference(actors));
        Optional<String> operator = item.required("operator").flatMap(c -> c.reference(actors));
        item.refuseUnknownKeys();
        if (lps.isEmpty() || lpsOperator.isEmpty() || operator.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Instance(lps.get(), lpsOperator.get(), operator.get()));
    }

    private NonAutonome nonAutonome(String key, Cursor cursor) {
        return new NonAutonome(
                edition(key, cursor),
                new ProductReader(cursor).library(key),
                functions(cursor),
                cndaName(cursor),
                cursor.optional("integratedIn").flatMap(c -> c.reference(entries.keySet())));
    }

    private Edition edition(String key, Cursor cursor) {
        return new Edition(
                key,
                cursor.required("editor").flatMap(c -> c.reference(actors)).orElse(""),
                new HabilitationReader(EDITOR_PROFILES, "proxy", keys(Set.of(Type.PROXY))).readAll(cursor),
                cursor.optional("intrusionTest").map(ComponentReader::intrusionTest),
                cursor.optional("hosting").flatMap(c -> c.choice(Hosting.class)),
                cursor.optional("ui").flatMap(Cursor::bool));
    }

    private static IntrusionTest intrusionTest(Cursor cursor) {
        IntrusionTest test = new IntrusionTest(
                cursor.optional("on").flatMap(Cursor::date),
                cursor.optional("report").flatMap(Cursor::text));
        cursor.refuseUnknownKeys();
        return test;
    }

    private static List<Teleservice> functions(Cursor cursor) {
        return cursor.required("functions").map(Cursor::someItems).orElse(List.of()).stream()
                .flatMap(item -> item.teleservice().stream())
                .distinct()
                .toList();
    }

    private static Optional<CndaName> cndaName(Cursor cursor) {
        return cursor.optional("cndaName").flatMap(c -> c.choice(CndaName.class));
    }

    private Optional<String> component(Cursor item, String key, Set<Type> types) {
        return item.required(key).flatMap(c -> c.reference(keys(types)));
    }

    /** The keys of the components of some types, read or not yet read. */
    private List<String> keys(Set<Type> types) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .peek("type")
                        .map(word -> types.stream()
                                .anyMatch(type -> Cursor.wireName(type.name()).equalsIgnoreCase(word)))
                        .orElse(false))
                .map(Map.Entry::getKey)
                .toList();
    }
}
