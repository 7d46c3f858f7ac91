package fr.accroche.compliance.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/declaration.md}: how to get completion in an editor, and every key. */
final class DeclarationPage {

    private static final String HEAD = """
            # Declaration · Déclaration

            Generated from [the JSON Schema](accroche.schema.json); a test fails when it is stale. · Page produite à partir du
            [schéma JSON](accroche.schema.json) ; un test échoue quand elle n'est plus à jour.

            ## Completion in an editor · Complétion dans un éditeur

            Copy [`accroche.schema.json`](accroche.schema.json) beside your `accroche.yaml`; the editor then completes and explains every
            key, and underlines what `accroche` would refuse for its structure. No shipped declaration names the schema: only you know
            where you put it. · Copier [`accroche.schema.json`](accroche.schema.json) à côté de votre `accroche.yaml` ; l'éditeur complète et
            explique alors chaque clé, et souligne ce qu'`accroche` refuserait pour sa structure. Aucune déclaration livrée ne nomme le
            schéma : vous seul savez où vous l'avez mis.

            - **VS Code**: install the extension "YAML" (Red Hat), and make this the first line of the file · installer l'extension « YAML »
              (Red Hat), et mettre cette première ligne dans le fichier :

              ```yaml
              # yaml-language-server: $schema=accroche.schema.json
              ```

            - **IntelliJ**: Settings, Languages & Frameworks, Schemas and DTDs, JSON Schema Mappings: add the file, for the pattern
              `accroche.yaml`, version 7 · Paramètres, Languages & Frameworks, Schemas and DTDs, JSON Schema Mappings : ajouter le fichier,
              pour le motif `accroche.yaml`, version 7.

            ## Values · Valeurs

            - a date is `2026-10-20`, or `D-33` (`J-33`) for 33 days ago and `D+90` (`J+90`) for 90 days from now · une date est
              `2026-10-20`, ou `J-33` (`D-33`) pour il y a 33 jours et `J+90` (`D+90`) pour dans 90 jours ;
            - a duration is `30s`, `2m` or `4h` · une durée est `30s`, `2m` ou `4h` ;
            - a number given by a guichet has 1 to 64 printable characters · un numéro donné par un guichet fait 1 à 64 caractères
              imprimables ;
            - `*` stands for a key of your choice, `[]` for each item of a list; a key in **bold** must be there · `*` est une clé de votre
              choix, `[]` chaque élément d'une liste ; une clé en **gras** est obligatoire ;
            - the file is UTF-8, of 1 MiB at most, with values of 2000 characters at most, without anchors, tags or duplicate keys · le
              fichier est en UTF-8, de 1 Mio au plus, avec des valeurs de 2000 caractères au plus, sans ancre, étiquette ni clé en double.
            """;

    private DeclarationPage() {}

    static String render() {
        Map<String, List<SchemaKey>> sections = new LinkedHashMap<>();
        SchemaKey.all()
                .forEach(key -> sections.computeIfAbsent(key.section(), title -> new ArrayList<>())
                        .add(key));
        return HEAD
                + sections.entrySet().stream()
                        .map(section -> section(section.getKey(), section.getValue()))
                        .collect(Collectors.joining());
    }

    private static String section(String title, List<SchemaKey> keys) {
        return "\n## " + (title.isEmpty() ? "`accroche.yaml`" : "`" + title.replace(", ", "`, `") + "`")
                + "\n\n| key · clé | value · valeur | default · défaut | | |\n|---|---|---|---|---|\n"
                + keys.stream().map(DeclarationPage::line).collect(Collectors.joining());
    }

    private static String line(SchemaKey key) {
        String name = key.required() ? "**`" + key.name() + "`**" : "`" + key.name() + "`";
        String[] frenchAndEnglish = key.description().split(" — ", 2);
        String missing = key.keyword("default").map(word -> "`" + word + "`").orElse("");
        return "| " + name + " | " + key.value() + " | " + missing + " | " + frenchAndEnglish[1] + " | "
                + frenchAndEnglish[0] + " |\n";
    }
}
