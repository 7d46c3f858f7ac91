package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.stub.WireMockStubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/stubs.md: the folder that it prints works, and so do the doors that it names. */
class StubsPageTest {

    private static final Path PAGE = Path.of("../docs/stubs.md");
    private static final Pattern FILE =
            Pattern.compile("`((?:mappings|__files)/[a-z.-]+)`\n\n```[a-z]+\n(.*?)\n```", Pattern.DOTALL);

    private static final List<String> DOORS = List.of(
            "GET /__admin/mappings",
            "POST /__admin/mappings/reset",
            "POST /__admin/mappings/save",
            "GET /__admin/mappings/unmatched",
            "GET /__admin/scenarios",
            "POST /__admin/scenarios/reset",
            "GET /__admin/requests",
            "GET /__admin/requests/unmatched",
            "POST /__admin/reset",
            "POST /__admin/recordings/start",
            "GET /__admin/recordings/status");

    @TempDir
    Path folder;

    @Test
    void theFolderOfThePageAnswersAsThePageSays() throws Exception {
        assertThat(printed().keySet())
                .containsExactly("mappings/bouchon.json", "__files/bouchon.xml", "mappings/then-a-reset.json");
        try (WireMockStubs stubs = WireMockStubs.in(written());
                RunningTeleservice insi = new RunningTeleservice(Teleservice.INSI, stubs, false)) {
            byte[] request = search("BOUCHON");
            String id = BusinessRequest.parse(request).messageId().orElseThrow();

            assertThat(insi.post(request).text())
                    .isEqualTo("<answer to=\"%s\" by=\"alpha-edc-bas\" for=\"%s\" from=\"SA07\"/>"
                            .formatted(id, Tokens.PERSON));
            assertThat(insi.post(search("RESEAU")).text()).isEqualTo("first");
            assertThatThrownBy(() -> insi.post(search("RESEAU"))).isInstanceOf(ConnectionFailedException.class);
            assertThat(insi.post(search("RESEAU")).text()).isEqualTo("third");
        }
    }

    @Test
    void theDoorsOfThePageAreOpen() throws Exception {
        try (WireMockStubs stubs = WireMockStubs.in(written());
                RunningTeleservice insi = new RunningTeleservice(Teleservice.INSI, stubs, false)) {
            for (String door : DOORS) {
                assertThat(Files.readString(PAGE)).contains(door.substring(door.indexOf('/')));
                String[] words = door.split(" ");
                Response answer = insi.send(
                        Optional.empty(),
                        new ClientRequest(words[0], insi.uri().resolve(words[1]), Headers.EMPTY, new byte[0]));

                assertThat(answer.status()).as(door).isEqualTo(200);
            }
        }
    }

    private static byte[] search(String name) {
        return Samples.insi(
                RunningTeleservice.NOW,
                Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                Optional.of(Samples.assertionPs(RunningTeleservice.NOW, Tokens.PERSON)),
                Traits.of(name, "CAMILLE", "F", "1990-01-01"));
    }

    private Path written() throws IOException {
        for (Map.Entry<String, String> file : printed().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    private static Map<String, String> printed() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher blocks = FILE.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            files.put(blocks.group(1), blocks.group(2));
        }
        return files;
    }
}
