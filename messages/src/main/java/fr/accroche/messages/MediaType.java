package fr.accroche.messages;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type (RFC 9110 §8.3.1, RFC 2045 §5.1), without comments.
 *
 * @param type in lower case
 * @param parameters values by name, the names in lower case
 */
record MediaType(String type, Map<String, String> parameters) {

    static final String MULTIPART = "multipart/";

    private static final int LONGEST = 1_000;
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final Pattern TYPE = Pattern.compile("\\s*+(" + TOKEN + "/" + TOKEN + ")\\s*+");
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*+(?:(" + TOKEN + ")\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s\";,]++)))?+\\s*+");

    /**
     * @throws MessageException if it is none, too long, or gives a parameter twice
     */
    static MediaType parse(String text) {
        if (text.length() > LONGEST) {
            throw new MessageException("the Content-Type is longer than " + LONGEST + " characters");
        }
        Matcher type = TYPE.matcher(text);
        if (!type.lookingAt()) {
            throw new MessageException("the Content-Type is no media type: RFC 9110 8.3.1 wants type/subtype");
        }
        Matcher parameter = PARAMETER.matcher(text);
        Map<String, String> parameters = new HashMap<>();
        int at = type.end();
        while (at < text.length()) {
            if (!parameter.find(at) || parameter.start() != at) {
                throw new MessageException("the parameters of the Content-Type cannot be read: RFC 9110 5.6.6");
            }
            add(parameter, parameters);
            at = parameter.end();
        }
        return new MediaType(type.group(1).toLowerCase(Locale.ROOT), Map.copyOf(parameters));
    }

    private static void add(Matcher read, Map<String, String> to) {
        if (read.group(1) == null) {
            return;
        }
        String value = read.group(2) == null ? read.group(3) : read.group(2).replaceAll("\\\\(.)", "$1");
        if (to.put(read.group(1).toLowerCase(Locale.ROOT), value) != null) {
            throw new MessageException("the Content-Type gives a parameter twice: which one counts?");
        }
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
