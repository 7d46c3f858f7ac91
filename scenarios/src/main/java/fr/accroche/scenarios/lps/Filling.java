package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.ProxyTemplate.Body;
import fr.accroche.compliance.declaration.ProxyTemplate.Place;
import fr.accroche.wire.Form;
import fr.accroche.wire.json.JsonText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the places of a template, each value written as its surroundings ask, so that none can break out of them.
 *
 * @param values those that are known
 */
record Filling(Map<Place, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^{}]*)}");

    Filling {
        values = Map.copyOf(values);
    }

    Filling with(Place place, String value) {
        Map<Place, String> more = new EnumMap<>(Place.class);
        more.putAll(values);
        more.put(place, value);
        return new Filling(more);
    }

    /** Percent-encoded (RFC 3986 §2.1). */
    String path(String text) {
        return filled(
                text, value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** As it is: what no header can hold, the client refuses. */
    String plain(String text) {
        return filled(text, UnaryOperator.identity());
    }

    byte[] body(Body body) {
        String text;
        if (body instanceof Body.Json json) {
            text = filled(json.text(), Filling::inJson);
        } else if (body instanceof Body.Form form) {
            text = form(form.fields());
        } else {
            text = plain(((Body.Plain) body).text());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String form(Map<String, String> fields) {
        Form form = Form.of();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            form = form.plus(field.getKey(), plain(field.getValue()));
        }
        return form.encoded();
    }

    /** Within the quotes of a JSON text (RFC 8259 §7). */
    private static String inJson(String value) {
        String quoted = new JsonText(value).compact();
        return quoted.substring(1, quoted.length() - 1);
    }

    private String filled(String text, UnaryOperator<String> written) {
        Map<String, String> byWord = new HashMap<>();
        values.forEach((place, value) -> byWord.put(place.word(), value));
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(written.apply(byWord.getOrDefault(place.group(1), ""))));
    }
}
