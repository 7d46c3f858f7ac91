package fr.accroche.wire;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An {@code application/x-www-form-urlencoded} body or query (WHATWG URL §5), immutable. */
public final class Form {

    private static final int MAX_PARAMETERS = 200;

    private final List<Parameter> parameters;

    private Form(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /**
     * Reads a form.
     *
     * @throws IllegalArgumentException on a broken percent-encoding, one that is not UTF-8, or more than 200 parameters;
     *     its message holds no part of the form
     */
    public static Form parse(String encoded) {
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start < encoded.length()) {
            int ampersand = encoded.indexOf('&', start);
            int end = ampersand < 0 ? encoded.length() : ampersand;
            if (end > start) {
                parameters.add(parameter(encoded, start, end));
            }
            if (parameters.size() > MAX_PARAMETERS) {
                throw new IllegalArgumentException("form: expected at most " + MAX_PARAMETERS + " parameters");
            }
            start = end + 1;
        }
        return new Form(parameters);
    }

    /** Names and values in turn. */
    public static Form of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values come in pairs");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Form(parameters);
    }

    /** These parameters and one more. */
    public Form plus(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Form(more);
    }

    /** The first non-empty value: an empty parameter counts as omitted (RFC 6749 §3.2). */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every non-empty value of this name, in order: RFC 8693 §2.1 lets audience and resource occur several times. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name.equals(name) && !parameter.value.isEmpty())
                .map(Parameter::value)
                .toList();
    }

    /** Every name, once, in order. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).distinct().toList();
    }

    /** Names that occur more than once (RFC 6749 §3.2 forbids them). */
    public List<String> repeated() {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> again = new LinkedHashSet<>();
        for (Parameter parameter : parameters) {
            if (!seen.add(parameter.name)) {
                again.add(parameter.name);
            }
        }
        return List.copyOf(again);
    }

    /** Encoded for a body. */
    public String encoded() {
        return parameters.stream()
                .map(parameter -> encode(parameter.name) + "=" + encode(parameter.value))
                .collect(Collectors.joining("&"));
    }

    /** The names only: values hold secrets. */
    @Override
    public String toString() {
        return "Form" + names();
    }

    private static Parameter parameter(String encoded, int start, int end) {
        int equals = encoded.indexOf('=', start);
        int nameEnd = equals < 0 || equals > end ? end : equals;
        int valueStart = Math.min(nameEnd + 1, end);
        return new Parameter(decode(encoded, start, nameEnd), decode(encoded, valueStart, end));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String encoded, int start, int end) {
        String text = encoded.substring(start, end).replace('+', ' ');
        return text.indexOf('%') < 0 ? text : percentDecoded(text);
    }

    private static String percentDecoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.write(hex(bytes, i + 1) << 4 | hex(bytes, i + 2));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("form: expected UTF-8 under the percent-encoding", notUtf8);
        }
    }

    private static int hex(byte[] bytes, int at) {
        int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("form: expected two hexadecimal digits after each %");
        }
        return digit;
    }

    private record Parameter(String name, String value) {
        Parameter {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, name);
        }
    }
}
