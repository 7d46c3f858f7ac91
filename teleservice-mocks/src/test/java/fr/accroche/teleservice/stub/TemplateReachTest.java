package fr.accroche.teleservice.stub;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No stub reads a file that is not below __files, by whatever it can parse or include. */
class TemplateReachTest {

    private static final String ENTITY = "<!DOCTYPE x [<!ENTITY e SYSTEM \"FILE\">]><x>&e;</x>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{xPath parameters.xml '/x/text()'}}",
                "{{soapXPath parameters.xml '/x/text()'}}",
                "{{xPath request.body '/x/text()'}}",
                "{{formatXml parameters.xml}}",
                "{{> FILE}}",
                "{{> ../secret}}",
                "{{embedded 'FILE'}}",
                "{{include 'FILE'}}",
                "{{precompile 'FILE'}}",
                "{{i18n 'secret' bundle='FILE'}}"
            })
    void letsNoTemplateReadAFile(String template) throws IOException {
        assertThat(answer(JsonObject.EMPTY, template)).doesNotContain("SECRET");
    }

    @Test
    void letsNoPatternReadAFile() throws IOException {
        JsonObject expected = JsonObject.EMPTY.with("equalToXml", ENTITY);
        JsonObject request = JsonObject.EMPTY.with("bodyPatterns", new JsonArray(List.of(expected)));

        assertThat(answer(request, "met")).isNotEqualTo("met");
    }

    /** To a request with the same entity in it. */
    private String answer(JsonObject request, String template) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        Files.writeString(folder.resolve("secret.hbs"), "SECRET");
        Files.writeString(folder.resolve("secret.txt.hbs"), "SECRET");
        Files.createDirectories(folder.resolve("mappings"));
        JsonObject response = JsonObject.EMPTY
                .with("body", template)
                .with("transformers", new JsonArray(List.of(new JsonText("response-template"))))
                .with("transformerParameters", JsonObject.EMPTY.with("xml", ENTITY));
        String stub = JsonObject.EMPTY
                .with("request", request)
                .with("response", response)
                .compact();
        String file = secret.toUri().toString();
        Files.writeString(folder.resolve("mappings/reach.json"), stub.replace("FILE", file));
        Peer peer = new Peer(new InetSocketAddress("127.0.0.1", 1), List.of(), Optional.empty(), Optional.empty());
        byte[] body = (request.equals(JsonObject.EMPTY) ? ENTITY.replace("FILE", file) : "<x>SECRET</x>")
                .getBytes(StandardCharsets.UTF_8);
        Caller nobody = new Caller(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        try (WireMockStubs stubs = WireMockStubs.in(folder)) {
            return stubs.answer(new Request("POST", "/", Headers.EMPTY, body, peer), nobody)
                    .map(Response::text)
                    .orElse("");
        }
    }
}
