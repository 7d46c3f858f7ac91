package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the téléservices answer by themselves becomes stubs of the user's. */
class StubRecordingTest {

    private static final Instant NOW = RunningTeleservice.NOW;

    @TempDir
    Path folder;

    private StubbedInsi insi;

    @BeforeEach
    void start() throws IOException {
        insi = StubbedInsi.withoutStubs(folder);
    }

    @AfterEach
    void stop() {
        insi.close();
    }

    @Test
    void recordsBuiltInAnswersAsStubsThatAnswerTheSameQuestionAskedAgain() throws Exception {
        assertThat(insi.admin("POST", "/recordings/stop", "").status()).isEqualTo(400);
        assertThat(insi.admin("POST", "/recordings/start", "{\"targetBaseUrl\": \"https://x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(insi.admin("POST", "/recordings/start", "").status()).isEqualTo(200);
        insi.post(Samples.soundInsi(NOW));

        JsonArray mappings = Json.parseObject(
                        insi.admin("POST", "/recordings/stop", "").body())
                .array("mappings")
                .orElseThrow();

        assertThat(mappings.items()).hasSize(1);
        assertThat(insi.files()).hasSize(2).anyMatch(file -> file.startsWith("__files/recorded/"));
        String body = ((JsonObject) mappings.items().get(0))
                .object("response")
                .flatMap(response -> response.text("bodyFileName"))
                .orElseThrow();
        Path file = folder.resolve("__files").resolve(body);
        assertThat(Files.readString(file)).doesNotContain("Bearer").doesNotContain(Samples.INSI_NUMBER);
        assertThat(insi.files())
                .allSatisfy(each -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(each))))
                        .as(each)
                        .isEqualTo("rw-------"));
        Files.writeString(file, Files.readString(file) + "<!-- edited -->");
        assertThat(insi.post(Samples.soundInsi(NOW)).text()).endsWith("<!-- edited -->");
        assertThat(insi.call().text()).contains("insi_102");
    }

    @Test
    void recordsTheSameAgainInItsPlaceAndGoesOnAfterASnapshot() throws Exception {
        insi.admin("POST", "/recordings/start", "");
        insi.post(Samples.soundInsi(NOW));
        insi.post(Samples.soundInsi(NOW));
        assertThat(insi.admin("POST", "/recordings/snapshot", "").text()).contains("bodyFileName");
        assertThat(insi.admin("GET", "/recordings/status", "").text()).contains("Recording");
        assertThat(insi.files()).hasSize(2);

        insi.admin("DELETE", "/mappings", "");
        insi.post(Samples.soundInsi(NOW));
        insi.admin("POST", "/recordings/stop", "");

        assertThat(insi.files()).hasSize(2);
        assertThat(insi.admin("GET", "/recordings/status", "").text()).contains("Stopped");
    }

    @Test
    void losesNothingWhereTheFolderCannotBeWrittenTo() throws Exception {
        insi.admin("POST", "/recordings/start", "");
        insi.post(Samples.soundInsi(NOW));
        Files.createDirectories(folder.resolve("__files"));
        Path inTheWay = Files.writeString(folder.resolve("__files/recorded"), "a file");

        assertThat(insi.admin("POST", "/recordings/stop", "").status()).isEqualTo(500);
        Files.delete(inTheWay);

        assertThat(insi.admin("POST", "/recordings/stop", "").text()).contains("bodyFileName");
        assertThat(insi.files()).hasSize(2);
    }

    @Test
    void recordsNoRefusal() throws Exception {
        insi.admin("POST", "/recordings/start", "");
        insi.post(Optional.of(TestCertificates.CLIENT), Headers.EMPTY, Samples.soundInsi(NOW));

        assertThat(insi.admin("POST", "/recordings/stop", "").text()).contains("\"mappings\":[]");
    }

    /** An HL7 question has an identifier and a date of its own, and its answer says which message it answers. */
    @Test
    void recordsAnswersOfTheDmpThatRelateToTheNextQuestion() throws Exception {
        try (RunningTeleservice dmp = new RunningTeleservice(Teleservice.DMP, insi.stubs(), false)) {
            insi.admin("POST", "/recordings/start", "");
            dmp.post(Samples.soundDmp(NOW));
            insi.admin("POST", "/recordings/stop", "");
            dmp.hop();
            assertThat(insi.files()).hasSize(2);

            byte[] again = Samples.soundDmp(NOW.plusSeconds(7));
            Response answer = dmp.post(again);

            assertThat(answer.headers().first("Matched-Stub-Id")).isPresent();
            String text = new String(again, StandardCharsets.UTF_8);
            int id = text.indexOf("urn:uuid:");
            assertThat(answer.text())
                    .contains(text.substring(id, id + 45), "queryId root=\"" + text.substring(id + 9, id + 45))
                    .doesNotContain("{{");
            dmp.hop();
            Response other =
                    dmp.post(Samples.dmpAbout(NOW, FictivePatient.ALL.get(1).forDmp(Environment.TEST)));
            assertThat(other.headers().first("Matched-Stub-Id")).isEmpty();
        }
    }
}
