package fr.accroche.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Header fields: ordered, repeated names kept, names compared without case (RFC 9110 §5.1); immutable. */
public final class Headers {

    public static final Headers EMPTY = new Headers(List.of());

    private final List<Header> fields;

    /** @param fields that nobody changes any more */
    private Headers(List<Header> fields) {
        this.fields = Collections.unmodifiableList(fields);
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
        return new Headers(List.copyOf(fields));
    }

    /** The first value of this name. */
    public Optional<String> first(String name) {
        for (Header field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** Every value of this name, in order. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Header field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                values.add(field.value());
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** These fields and one more. */
    public Headers plus(String name, String value) {
        List<Header> more = new ArrayList<>(fields.size() + 1);
        more.addAll(fields);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** These fields with this one in place of any of its name. */
    public Headers with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** These fields but those of this name. */
    public Headers without(String name) {
        return only(field -> !field.name().equalsIgnoreCase(name));
    }

    /** Those of these fields that are wanted. */
    public Headers only(Predicate<Header> wanted) {
        List<Header> kept = new ArrayList<>(fields.size());
        for (Header field : fields) {
            if (wanted.test(field)) {
                kept.add(field);
            }
        }
        return new Headers(kept);
    }

    public List<Header> fields() {
        return fields;
    }

    /** Without the fields that belong to the connection: wire alone writes those (RFC 9110 §7.6.1). */
    List<Header> endToEnd() {
        return only(field -> !isOfConnection(field.name())).fields();
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
