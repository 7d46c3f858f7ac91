package fr.accroche.compliance.declaration;

import fr.accroche.compliance.exchange.Fact;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A declaration as it may be handed to someone: written again from what was read, each value on the line that it had, so that
 * {@code accroche.yaml:20} of a report still leads there. Client secrets are gone; homologation and test numbers are as in the reports;
 * paths of files stay, since they hold no secret. Comments are left out: nobody knows what is in them.
 */
public final class RedactedDeclaration {

    private static final String GONE = "REDACTED";
    private static final Pattern QUERY = Pattern.compile("^(https?://[^?]*)\\?.*", Pattern.DOTALL);

    private final StringBuilder out = new StringBuilder();
    private int line = 1;

    private RedactedDeclaration() {}

    /**
     * Redacts one.
     *
     * @param file its name, for errors
     * @param utf8 its content
     * @return YAML in its flow style (YAML 1.2 §7), which is read as any other
     * @throws DeclarationException if it is no YAML that a declaration may be
     */
    public static String of(String file, byte[] utf8) throws DeclarationException {
        RedactedDeclaration redacted = new RedactedDeclaration();
        redacted.write("", "", YamlParser.parse(file, utf8), 0);
        return redacted.out.append('\n').toString();
    }

    private void write(String parent, String key, Yaml value, int depth) {
        reach(value.line(), depth);
        if (value instanceof Yaml.Mapping mapping) {
            out.append('{');
            boolean first = true;
            for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
                separate(first, entry.getValue().line(), depth + 1);
                out.append(quoted(entry.getKey())).append(": ");
                write(key, entry.getKey(), entry.getValue(), depth + 1);
                first = false;
            }
            out.append('}');
        } else if (value instanceof Yaml.Sequence sequence) {
            out.append('[');
            boolean first = true;
            for (Yaml item : sequence.items()) {
                separate(first, item.line(), depth + 1);
                write(parent, key, item, depth + 1);
                first = false;
            }
            out.append(']');
        } else {
            out.append(scalar(parent, key, (Yaml.Scalar) value));
        }
    }

    private void separate(boolean first, int next, int depth) {
        out.append(first ? "" : next > line ? "," : ", ");
        reach(next, depth);
    }

    private void reach(int wanted, int depth) {
        if (line < wanted) {
            out.append("\n".repeat(wanted - line)).append("  ".repeat(depth));
            line = wanted;
        }
    }

    private static String scalar(String parent, String key, Yaml.Scalar scalar) {
        String text = scalar.text();
        if (key.equals("secret")) {
            return quoted(GONE);
        }
        if (isNumber(parent, key)) {
            return quoted(Fact.LPS_NUMBER.redact(text));
        }
        return switch (scalar.kind()) {
            case NULL -> "null";
            case NUMBER, BOOLEAN -> text;
            default -> quoted(QUERY.matcher(text).replaceFirst("$1?" + GONE));
        };
    }

    /** A homologation's, alone or in its block, and a test number. */
    private static boolean isNumber(String parent, String key) {
        return key.equals("testNumber") || key.equals("number") || parent.equals("homologations");
    }

    /** In double quotes, on one line (YAML 1.2 §7.3.1). */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(letter);
            }
        });
        return quoted.append('"').toString();
    }
}
