package fr.accroche.compliance.declaration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A declaration as a tree, changed at random places in ways that a stranger could: the same seed, the same tree. */
final class HostileTree {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            "",
            " ",
            " a ",
            "\n",
            "a\nb",
            "\u0000",
            "\u001b[31m",
            "\ud83e\ude7a",
            "\ud800",
            "\u2003",
            "é".repeat(65),
            "x".repeat(3000),
            "null",
            "~",
            "true",
            "1",
            "-0",
            "2026-02-30",
            "D-33",
            "J+99999",
            "D-9999",
            "12h",
            "999999h",
            "plasse-plat",
            "passe-plat",
            "insi",
            "MSSante",
            "saas",
            "OSU",
            "granted",
            "proxy",
            "lps",
            "alpha",
            "{0} {1}",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "<b>&amp;</b>",
            "a.b[0]",
            "HAB-01",
            "*x",
            "&x",
            "!!java.net.URL");

    private final Random random;
    private final JsonNode root;

    private HostileTree(Random random, JsonNode root) {
        this.random = random;
        this.root = root;
    }

    /** A YAML text as JSON, read by the YAML library itself and not by our parser. */
    static JsonNode json(byte[] yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(settings).loadFromString(new String(yaml, StandardCharsets.UTF_8)));
    }

    /** A declaration after some changes; in JSON, which is YAML. */
    static JsonNode changed(JsonNode declaration, long seed) {
        HostileTree tree = new HostileTree(new Random(seed), declaration.deepCopy());
        int changes = 1 + tree.random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            tree.change();
        }
        return tree.root;
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void change() {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode at = containers.get(random.nextInt(containers.size()));
        if (at instanceof ObjectNode block) {
            change(block, containers);
        } else if (at instanceof ArrayNode list) {
            change(list, containers);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void change(ObjectNode block, List<JsonNode> containers) {
        List<String> keys = new ArrayList<>();
        block.fieldNames().forEachRemaining(keys::add);
        if (keys.isEmpty()) {
            block.set(word(), value(containers));
            return;
        }
        String key = keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(6)) {
            case 0 -> block.remove(key);
            case 1 -> block.set(random.nextBoolean() ? word() : key + "s", block.remove(key));
            case 2 -> block.set(word(), value(containers));
            case 3 -> block.set(random.nextBoolean() ? key : "type", TextNode.valueOf(word()));
            default -> block.set(key, value(containers));
        }
    }

    private void change(ArrayNode list, List<JsonNode> containers) {
        if (list.isEmpty()) {
            list.add(value(containers));
            return;
        }
        int index = random.nextInt(list.size());
        switch (random.nextInt(4)) {
            case 0 -> list.remove(index);
            case 1 -> list.add(list.get(index).deepCopy());
            case 2 -> list.removeAll();
            default -> list.set(index, value(containers));
        }
    }

    /** Something that does not belong there: a word, a number, nothing, or a part from elsewhere. */
    private JsonNode value(List<JsonNode> containers) {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().numberNode(random.nextInt(3));
            case 2 -> JSON.getNodeFactory().numberNode(random.nextDouble() * 1e20);
            case 3 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 4 -> containers.get(random.nextInt(containers.size())).deepCopy();
            default -> TextNode.valueOf(word());
        };
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
