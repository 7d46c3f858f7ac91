package fr.accroche.wire.state;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a store's values are made of, as far as another process must be able to read them: records, sealed interfaces of records,
 * enumerations, and what the JDK has.
 *
 * @param type of a value
 * @param named types whose values every process has, so that only their name is shared
 * @param <V> the values
 */
public record Shape<V>(Type type, List<Named<?>> named) {

    /**
     * A type whose values every process has.
     *
     * @param type the type
     * @param name of a value
     * @param value of a name; empty if this process has none of that name
     */
    public record Named<T>(Class<T> type, Function<T, String> name, Function<String, Optional<T>> value) {
        public Named {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    public Shape {
        Objects.requireNonNull(type, "type");
        named = List.copyOf(named);
    }

    /** Values of a class. */
    public static <V> Shape<V> of(Class<V> type) {
        return new Shape<>(type, List.of());
    }

    /** Values of a generic class, as {@code Set<String>}; that the arguments are right is the caller's word. */
    public static <V> Shape<V> of(Class<? super V> raw, Type... arguments) {
        return new Shape<>(new Generic(raw, List.of(arguments)), List.of());
    }

    /** The same, of whose parts some are known by name. */
    public <T> Shape<V> naming(Class<T> known, Function<T, String> name, Function<String, Optional<T>> value) {
        List<Named<?>> more = new ArrayList<>(named);
        more.add(new Named<>(known, name, value));
        return new Shape<>(type, more);
    }

    private record Generic(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return null;
        }
    }
}
