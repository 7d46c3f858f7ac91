package fr.accroche.redis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** What is no record: JSON of the wire, certificates, and what every process knows by name. */
final class OwnTypes {

    private OwnTypes() {}

    static SimpleModule of(List<Shape.Named<?>> named) {
        SimpleModule module = new SimpleModule()
                .addSerializer(JsonObject.class, writing((value, out) -> out.writeRawValue(value.compact())))
                .addDeserializer(JsonObject.class, reading(in -> Json.parseObject(tree(in))))
                .addSerializer(X509Certificate.class, writing((value, out) -> out.writeBinary(encoded(value))))
                .addDeserializer(X509Certificate.class, reading(in -> certificate(in.getBinaryValue())));
        named.forEach(each -> plus(module, each));
        return module;
    }

    private static <T> void plus(SimpleModule module, Shape.Named<T> named) {
        module.addSerializer(
                        named.type(),
                        writing((value, out) -> out.writeString(named.name().apply(value))))
                .addDeserializer(named.type(), reading(in -> {
                    String name = in.getText();
                    return named.value()
                            .apply(name)
                            .orElseThrow(
                                    () -> new IOException("no " + named.type().getSimpleName() + " of this name here"));
                }));
    }

    private static byte[] tree(JsonParser in) throws IOException {
        return in.readValueAsTree().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encoded(X509Certificate certificate) throws IOException {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private static X509Certificate certificate(byte[] der) throws IOException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator out) throws IOException;
    }

    private interface Reading<T> {
        T read(JsonParser in) throws IOException;
    }

    private static <T> JsonSerializer<T> writing(Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                writing.write(value, out);
            }
        };
    }

    private static <T> JsonDeserializer<T> reading(Reading<T> reading) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return reading.read(in);
            }
        };
    }
}
