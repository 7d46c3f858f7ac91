package fr.accroche.redis;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.state.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Values of one shape as JSON, and back. Which record of a sealed interface stands there is said by its simple name, among those that
 * the interface permits: a text read here can name no other class.
 *
 * @param <V> the values
 */
final class RecordJson<V> {

    private final ObjectMapper mapper;
    private final JavaType type;

    RecordJson(Shape<V> shape) {
        this.mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(OwnTypes.of(shape.named()))
                .annotationIntrospector(new Sealed())
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
        this.type = mapper.constructType(shape.type());
    }

    String write(V value) {
        try {
            return mapper.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(type + " cannot be shared: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalStateException for what another version of accroche wrote */
    V read(String json) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a shared " + type.getRawClass().getSimpleName()
                            + " cannot be read: do all copies run the same version of accroche?",
                    e);
        }
    }

    private static final class Sealed extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            return isSealed(annotated.getRawType())
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.WRAPPER_OBJECT, null, null, false, true, null)
                    : super.findPolymorphicTypeInfo(config, annotated);
        }

        @Override
        public List<NamedType> findSubtypes(Annotated annotated) {
            return isSealed(annotated.getRawType())
                    ? Arrays.stream(annotated.getRawType().getPermittedSubclasses())
                            .map(each -> new NamedType(each, each.getSimpleName()))
                            .toList()
                    : super.findSubtypes(annotated);
        }

        private static boolean isSealed(Class<?> type) {
            return type.isSealed() && type.isInterface() && !Json.class.isAssignableFrom(type);
        }
    }
}
