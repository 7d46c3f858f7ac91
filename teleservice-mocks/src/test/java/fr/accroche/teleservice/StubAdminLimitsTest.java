package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin API of the stubs takes from nobody. */
class StubAdminLimitsTest {

    @TempDir
    Path folder;

    private StubbedInsi insi;

    @BeforeEach
    void start() throws IOException {
        insi = StubbedInsi.withAStub(folder);
    }

    @AfterEach
    void stop() {
        insi.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"response\": {\"proxyBaseUrl\": \"http://127.0.0.1:9\"}",
                "\"response\": {}, \"serveEventListeners\": [{\"name\": \"webhook\", \"parameters\": {}}]",
                "\"response\": {\"bodyFileName\": \"/etc/passwd\"}",
                "\"response\": {\"fixedDelayMilliseconds\": 600000}"
            })
    void refusesWhatNoStubMayAskFor(String rest) throws Exception {
        String mapping = "{" + StubbedInsi.LPS + ", " + rest + "}";

        assertThat(insi.admin("POST", "/mappings", mapping).status()).isEqualTo(422);
        assertThat(insi.admin("PUT", "/mappings/" + StubbedInsi.ID, mapping).status())
                .isEqualTo(422);
        assertThat(insi.admin("POST", "/mappings/import", "{\"mappings\": [" + mapping + "]}")
                        .status())
                .isEqualTo(422);
        assertThat(insi.call().text()).isEqualTo("from the folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /mappings | null",
                "POST | /mappings | {\"request\": {\"customMatcher\": {\"name\": \"caller\"}}, \"response\": {}}",
                "POST | /mappings/import | {\"mappings\": [null]}",
                "GET | /mappings?limit=-1 | x",
                "GET | /mappings?limit=x | x",
                "POST | /near-misses/request | null"
            })
    void refusesInWordsWhatWireMockStumblesAt(String method, String path, String body) throws Exception {
        Response answer = insi.admin(method, path, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).containsPattern("WireMock|cannot be served");
        assertThat(insi.call().text()).isEqualTo("from the folder");
    }

    @Test
    void takesNoMoreThanTheMemoryHolds() throws Exception {
        String large =
                "{%s, \"response\": {\"body\": \"%s\"}}".formatted(StubbedInsi.LPS, "x".repeat(1024 * 1024 - 200));
        for (int i = 0; i < 64; i++) {
            assertThat(insi.admin("PUT", "/mappings/" + StubbedInsi.ID, large).status())
                    .isEqualTo(200);
        }

        Response full = insi.admin("PUT", "/mappings/" + StubbedInsi.ID, large);
        assertThat(full.status()).isEqualTo(422);
        assertThat(full.text()).contains("64 MiB");

        insi.admin("POST", "/mappings/reset", "");
        assertThat(insi.admin("PUT", "/mappings/" + StubbedInsi.ID, large).status())
                .isEqualTo(200);
    }

    @Test
    void takesNoMappingOfAnySize() throws Exception {
        assertThat(insi.admin("POST", "/mappings", " ".repeat(1024 * 1024 + 1)).status())
                .isEqualTo(413);
    }
}
