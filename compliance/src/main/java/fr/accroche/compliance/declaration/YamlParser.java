package fr.accroche.compliance.declaration;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML from a stranger: at most 1 MiB, 30 levels, 2000 characters a value, one document, no anchors (so no bombs and
 * no cycles), no tags (so nobody's types), no duplicate keys, no control characters.
 */
final class YamlParser {

    private static final int LARGEST = 1024 * 1024;
    private static final int DEEPEST = 30;
    private static final int LONGEST = 2000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** The only thing of a file, but single characters, that the YAML library repeats: {@code !secret!} asks for it. */
    private static final Pattern HANDLE = Pattern.compile("(tag handle) .*", Pattern.DOTALL);

    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

    private final String file;
    private final Iterator<Event> events;

    private YamlParser(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    static Yaml parse(String file, byte[] utf8) throws DeclarationException {
        if (utf8.length > LARGEST) {
            throw wrong(
                    file,
                    0,
                    0,
                    Text.of(
                                    "le fichier fait {0} octets ; une déclaration en fait au plus {1}",
                                    "the file has {0} bytes; a declaration has {1} at most")
                            .with(utf8.length, LARGEST));
        }
        String text = decode(file, utf8);
        refuseControlCharacters(file, text);
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        YamlParser parser =
                new YamlParser(file, new Parse(settings).parseString(text).iterator());
        try {
            return parser.document();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw wrong(
                    file,
                    mark.map(m -> m.getLine() + 1).orElse(0),
                    mark.map(m -> m.getColumn() + 1).orElse(0),
                    Text.of("YAML mal formé : {0}", "malformed YAML: {0}")
                            .with(HANDLE.matcher(e.getProblem()).replaceFirst("$1 …")));
        } catch (YamlEngineException e) {
            throw wrong(
                    file,
                    0,
                    0,
                    Text.of("YAML illisible : {0}", "unreadable YAML: {0}").with(firstLine(e)));
        }
    }

    private static String decode(String file, byte[] utf8) throws DeclarationException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrong(
                    file,
                    0,
                    0,
                    Text.of(
                            "le fichier n'est pas en UTF-8 : l'enregistrer en UTF-8",
                            "the file is not UTF-8: save it so"));
        }
    }

    /** The YAML library refuses some of them too, without saying where. */
    private static void refuseControlCharacters(String file, String text) throws DeclarationException {
        int column = 1;
        int line = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (forbidden(character)) {
                throw wrong(file, line, column, controlCharacter(character));
            }
            column = character == '\n' ? 1 : column + 1;
            line += character == '\n' ? 1 : 0;
        }
    }

    /** What is declared is printed: it must neither steer a terminal nor turn the text after it around. */
    private static boolean forbidden(int character) {
        boolean usual =
                character >= ' ' && character < 0x7f || character == '\n' || character == '\r' || character == '\t';
        return !usual && (!StreamReader.isPrintable(character) || Observed.steers(character));
    }

    private static Text controlCharacter(int character) {
        return Text.of(
                        "caractère interdit {0} : enregistrer le fichier en UTF-8, sans caractère de contrôle",
                        "forbidden character {0}: save the file as UTF-8, without control characters")
                .with(String.format("U+%04X", character));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("?");
    }

    private Yaml document() throws DeclarationException {
        Event event = events.next();
        while (!(event instanceof DocumentStartEvent) && !(event instanceof StreamEndEvent)) {
            event = events.next();
        }
        if (event instanceof StreamEndEvent) {
            throw wrong(file, 1, 1, Text.of("le fichier est vide", "the file is empty"));
        }
        Yaml root = value(events.next(), 0);
        events.next();
        if (events.next() instanceof DocumentStartEvent second) {
            throw wrong(
                    second,
                    Text.of(
                            "un seul document par fichier : supprimer ce « --- »",
                            "one document a file: remove this '---'"));
        }
        return root;
    }

    private Yaml value(Event event, int depth) throws DeclarationException {
        if (depth > DEEPEST) {
            throw wrong(
                    event,
                    Text.of("plus de {0} niveaux", "more than {0} levels").with(DEEPEST));
        }
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw wrong(
                    event,
                    Text.of(
                            "ancres et alias ne sont pas acceptés : recopier la valeur",
                            "anchors and aliases are not accepted: write the value out"));
        }
        if (tag(event).isPresent()) {
            throw wrong(event, Text.of("les étiquettes « ! » ne sont pas acceptées", "tags ('!') are not accepted"));
        }
        if (event instanceof MappingStartEvent) {
            return mapping(event, depth);
        }
        if (event instanceof SequenceStartEvent) {
            return sequence(event, depth);
        }
        return scalar((ScalarEvent) event);
    }

    private static Optional<String> tag(Event event) {
        return event instanceof CollectionStartEvent collection
                ? collection.getTag()
                : event instanceof ScalarEvent scalar ? scalar.getTag() : Optional.empty();
    }

    private Yaml.Scalar scalar(ScalarEvent event) throws DeclarationException {
        String text = event.getValue();
        if (text.length() > LONGEST) {
            throw wrong(
                    event,
                    Text.of("plus de {0} caractères", "more than {0} characters")
                            .with(LONGEST));
        }
        OptionalInt control = text.codePoints().filter(YamlParser::forbidden).findFirst();
        if (control.isPresent()) {
            throw wrong(event, controlCharacter(control.getAsInt()));
        }
        Yaml.Kind kind = kind(event);
        return new Yaml.Scalar(line(event), column(event), kind, kind == Yaml.Kind.NULL ? "" : text);
    }

    private static Yaml.Kind kind(ScalarEvent event) {
        Tag tag = RESOLVER.resolve(event.getValue(), event.isPlain());
        if (tag.equals(Tag.NULL)) {
            return Yaml.Kind.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Yaml.Kind.BOOLEAN;
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Yaml.Kind.NUMBER : Yaml.Kind.STRING;
    }

    private Yaml mapping(Event start, int depth) throws DeclarationException {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            String name = key(key);
            Yaml value = value(events.next(), depth + 1);
            if (entries.putIfAbsent(name, value) != null) {
                throw wrong(
                        key,
                        Text.of("clé en double « {0} »", "duplicate key '{0}'").with(name));
            }
        }
        return new Yaml.Mapping(line(start), column(start), entries);
    }

    private String key(Event event) throws DeclarationException {
        boolean simple = event instanceof ScalarEvent || event instanceof AliasEvent;
        if (simple && value(event, 0) instanceof Yaml.Scalar key && key.kind() == Yaml.Kind.STRING && !key.blank()) {
            return key.text();
        }
        throw wrong(event, Text.of("une clé est un simple texte", "a key is a plain text"));
    }

    private Yaml sequence(Event start, int depth) throws DeclarationException {
        List<Yaml> items = new ArrayList<>();
        for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
            items.add(value(item, depth + 1));
        }
        return new Yaml.Sequence(line(start), column(start), items);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static int column(Event event) {
        return event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
    }

    private DeclarationException wrong(Event event, Text message) {
        return wrong(file, line(event), column(event), message);
    }

    private static DeclarationException wrong(String file, int line, int column, Text message) {
        return new DeclarationException(List.of(new Problem(file, line, column, "", message)));
    }
}
