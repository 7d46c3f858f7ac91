package fr.accroche.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header fields: ordered, repeated names kept, names compared without case (RFC 9110 §5.1); immutable. */
public final class Headers {

    public static final Headers EMPTY = new Headers(List.of());

    private final List<Header> fields;

    private Headers(List<Header> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Names and values in turn. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values come in pairs");
        }
        List<Header> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    public static Headers of(List<Header> fields) {
        return new Headers(fields);
    }

    /** The first value of this name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Every value of this name, in order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** These fields and one more. */
    public Headers plus(String name, String value) {
        List<Header> more = new ArrayList<>(fields);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** These fields with this one in place of any of its name. */
    public Headers with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** These fields but those of this name. */
    public Headers without(String name) {
        return new Headers(fields.stream()
                .filter(field -> !field.name().equalsIgnoreCase(name))
                .toList());
    }

    public List<Header> fields() {
        return fields;
    }

    /** Without the fields that belong to the connection: wire alone writes those (RFC 9110 §7.6.1). */
    List<Header> endToEnd() {
        return fields.stream().filter(field -> !isOfConnection(field.name())).toList();
    }

    private static boolean isOfConnection(String name) {
        return name.equalsIgnoreCase("Content-Length")
                || name.equalsIgnoreCase("Transfer-Encoding")
                || name.equalsIgnoreCase("Connection")
                || name.equalsIgnoreCase("Keep-Alive");
    }

    /** The names only: values hold secrets. */
    @Override
    public String toString() {
        return fields.stream().map(Header::name).toList().toString();
    }
}
