package fr.accroche.compliance.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of {@code components}. */
final class ComponentReader {

    private final Set<String> actors;

    ComponentReader(Set<String> actors) {
        this.actors = actors;
    }

    Optional<Component> read(String key, Cursor cursor) {
        Optional<String> type =
                cursor.required("type").flatMap(c -> c.choice(List.of("principal", "proxy"), name -> name));
        return type.map(word -> word.equals("principal") ? principal(key, cursor) : proxy(key, cursor));
    }

    private ComposantPrincipal principal(String key, Cursor cursor) {
        String editor = editor(cursor);
        String version = cursor.optional("version").flatMap(Cursor::text).orElse("1.0");
        List<CommercialName> names = new ArrayList<>();
        cursor.required("commercialNames")
                .ifPresent(c -> c.someItems().forEach(item -> names.add(commercialName(item))));
        List<Habilitation> habilitations = habilitations(cursor);
        Map<Teleservice, NumeroHomologation> homologations = cursor.optional("homologations")
                .map(DeclarationReader::homologations)
                .orElse(Map.of());
        cursor.optional("intrusionTest").ifPresent(ComponentReader::intrusionTest);
        cursor.refuseUnknownKeys();
        return new ComposantPrincipal(key, editor, version, names, habilitations, homologations);
    }

    private ProxyEsante proxy(String key, Cursor cursor) {
        String editor = editor(cursor);
        ProxyEsante.Mode mode = cursor.required("mode")
                .flatMap(c -> c.choice(ProxyEsante.Mode.class))
                .orElse(ProxyEsante.Mode.PASSE_PLAT);
        cursor.optional("hosting").ifPresent(c -> c.choice(List.of("saas", "on-premises"), name -> name));
        cursor.optional("ui").ifPresent(Cursor::bool);
        List<Habilitation> habilitations = habilitations(cursor);
        cursor.refuseUnknownKeys();
        return new ProxyEsante(key, editor, mode, habilitations);
    }

    private String editor(Cursor cursor) {
        return cursor.required("editor")
                .flatMap(c -> DeclarationReader.reference(c, actors))
                .orElse("");
    }

    private static List<Habilitation> habilitations(Cursor cursor) {
        return cursor.optional("habilitations")
                .map(DeclarationReader::habilitations)
                .orElse(List.of());
    }

    private static CommercialName commercialName(Cursor cursor) {
        String name = cursor.required("name").flatMap(Cursor::text).orElse("");
        Optional<Nil> nil = cursor.optional("nil").flatMap(c -> c.text(Nil::new));
        cursor.refuseUnknownKeys();
        return new CommercialName(name, nil);
    }

    private static void intrusionTest(Cursor cursor) {
        cursor.required("on").ifPresent(Cursor::date);
        cursor.refuseUnknownKeys();
    }
}
