package fr.accroche.compliance.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a scenario says otherwise than the declaration that it is played on: blocks key by key, all else as a whole. Findings still
 * point to the declaration's file: to the line of what was replaced, or of the part around it.
 */
public final class Overrides {

    /** Nothing otherwise. */
    public static final Overrides NONE = new Overrides(Map.of(), Optional.empty());

    private final Map<String, Yaml> blocks;
    private final Optional<Settings.Enforcement> enforcement;

    Overrides(Map<String, Yaml> blocks, Optional<Settings.Enforcement> enforcement) {
        this.blocks = new LinkedHashMap<>(blocks);
        this.enforcement = Objects.requireNonNull(enforcement, "enforcement");
    }

    /** What the scenario itself asks for, whatever else is said. */
    public Optional<Settings.Enforcement> enforcement() {
        return enforcement;
    }

    /** Whether it says anything otherwise but what becomes of a refused call: a declaration that was replaced in part is no file's. */
    boolean changesDeclaration() {
        return !blocks.isEmpty();
    }

    Yaml on(Yaml declaration) {
        return blocks.isEmpty() || !(declaration instanceof Yaml.Mapping whole)
                ? declaration
                : merged(whole, new Yaml.Mapping(whole.line(), whole.column(), blocks));
    }

    private static Yaml merged(Yaml.Mapping under, Yaml.Mapping over) {
        Map<String, Yaml> entries = new LinkedHashMap<>(under.entries());
        over.entries().forEach((key, value) -> entries.merge(key, moved(value, under), Overrides::replaced));
        return new Yaml.Mapping(under.line(), under.column(), entries);
    }

    private static Yaml replaced(Yaml under, Yaml over) {
        return under instanceof Yaml.Mapping below && over instanceof Yaml.Mapping above
                ? merged(below, above)
                : moved(over, under);
    }

    /** As if it were written where another value is. */
    private static Yaml moved(Yaml value, Yaml to) {
        if (value instanceof Yaml.Mapping block) {
            Map<String, Yaml> entries = new LinkedHashMap<>();
            block.entries().forEach((key, member) -> entries.put(key, moved(member, to)));
            return new Yaml.Mapping(to.line(), to.column(), entries);
        }
        if (value instanceof Yaml.Sequence list) {
            List<Yaml> items =
                    list.items().stream().map(item -> moved(item, to)).toList();
            return new Yaml.Sequence(to.line(), to.column(), items);
        }
        Yaml.Scalar scalar = (Yaml.Scalar) value;
        return new Yaml.Scalar(to.line(), to.column(), scalar.kind(), scalar.text());
    }
}
