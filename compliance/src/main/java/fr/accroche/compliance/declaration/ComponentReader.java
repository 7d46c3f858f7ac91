package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.ComposantAdditionnel.Autonome;
import fr.accroche.compliance.declaration.ComposantAdditionnel.CndaName;
import fr.accroche.compliance.declaration.ComposantAdditionnel.Instance;
import fr.accroche.compliance.declaration.ComposantAdditionnel.NonAutonome;
import fr.accroche.compliance.declaration.ComposantPrincipal.Interfacing;
import fr.accroche.compliance.declaration.Edition.Hosting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code components}. */
final class ComponentReader {

    private final Set<String> actors;
    private final Map<String, Cursor> entries;
    private final Map<String, Set<String>> keys = new HashMap<>();

    /** @param actors the keys that an éditeur may have */
    ComponentReader(Set<String> actors, Map<String, Cursor> entries) {
        this.actors = actors;
        this.entries = entries;
        entries.forEach((key, cursor) -> cursor.peek("type")
                .ifPresent(type -> keys.computeIfAbsent(type, word -> new LinkedHashSet<>())
                        .add(key)));
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
        return cursor.member("type").flatMap(c -> c.choice(Type.class));
    }

    private Component component(String key, Type type, Cursor cursor) {
        return switch (type) {
            case PRINCIPAL -> principal(key, cursor);
            case PROXY -> proxy(key, cursor);
            case AUTONOME -> autonome(key, cursor);
            case NON_AUTONOME -> nonAutonome(key, cursor);
        };
    }

    private ComposantPrincipal principal(String key, Cursor cursor) {
        Edition edition = edition(key, cursor);
        Product product = new ProductReader(cursor).named();
        List<Interfacing> interfacings = new ArrayList<>();
        cursor.items("interfacings").forEach(item -> interfacing(item).ifPresent(interfacings::add));
        return new ComposantPrincipal(edition, product, interfacings);
    }

    private Optional<Interfacing> interfacing(Cursor item) {
        Optional<String> with = item.member("with").flatMap(c -> c.reference(keys(Type.AUTONOME)));
        Optional<Teleservice> service = item.member("teleservice").flatMap(Cursor::teleservice);
        Homologation homologation = ProductReader.homologation(item);
        return with.flatMap(key -> service.map(name -> new Interfacing(key, name, homologation)));
    }

    private ProxyEsante proxy(String key, Cursor cursor) {
        return new ProxyEsante(
                edition(key, cursor),
                cursor.member("mode").flatMap(c -> c.choice(ProxyEsante.Mode.class)),
                cursor.member("whenDown").flatMap(Cursor::text),
                ProductReader.homologations(cursor));
    }

    private Autonome autonome(String key, Cursor cursor) {
        List<Instance> instances = new ArrayList<>();
        Edition edition = edition(key, cursor);
        Product product = new ProductReader(cursor).named();
        cursor.items("instances").forEach(item -> instance(item).ifPresent(instances::add));
        return new Autonome(edition, product, functions(cursor), cndaName(cursor), instances);
    }

    private Optional<Instance> instance(Cursor item) {
        Optional<String> lps = item.member("lps").flatMap(c -> c.reference(keys(Type.PRINCIPAL)));
        Optional<String> lpsOperator = item.member("lpsOperator").flatMap(c -> c.reference(actors));
        Optional<String> operator = item.member("operator").flatMap(c -> c.reference(actors));
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
                cursor.member("integratedIn").flatMap(c -> c.reference(entries.keySet())));
    }

    private Edition edition(String key, Cursor cursor) {
        Optional<String> editor = cursor.member("editor").flatMap(c -> c.reference(actors));
        if (editor.isEmpty()) {
            cursor.dropped();
        }
        return new Edition(
                key,
                editor.orElse(""),
                new HabilitationReader(Set.of(Profil.ELU, Profil.ELP), "proxy", keys(Type.PROXY)).readAll(cursor),
                cursor.member("intrusionTest").map(ComponentReader::intrusionTest),
                cursor.member("hosting").flatMap(c -> c.choice(Hosting.class)),
                cursor.member("ui").flatMap(Cursor::bool));
    }

    private static IntrusionTest intrusionTest(Cursor cursor) {
        return new IntrusionTest(
                cursor.member("on").flatMap(Cursor::date),
                cursor.member("report").flatMap(Cursor::text));
    }

    private static List<Teleservice> functions(Cursor cursor) {
        return cursor.items("functions").stream()
                .flatMap(item -> item.teleservice().stream())
                .distinct()
                .toList();
    }

    private static Optional<CndaName> cndaName(Cursor cursor) {
        return cursor.member("cndaName").flatMap(c -> c.choice(CndaName.class));
    }

    /** The keys of the components of one type, read or not yet read. */
    private Set<String> keys(Type type) {
        return keys.getOrDefault(Cursor.wireName(type.name()), Set.of());
    }
}
