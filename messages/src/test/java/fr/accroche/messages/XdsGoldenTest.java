package fr.accroche.messages;

import static fr.accroche.messages.FictiveDocuments.REPORT;
import static fr.accroche.messages.FictiveDocuments.deposit;
import static fr.accroche.messages.FictiveDocuments.entry;
import static fr.accroche.messages.FictiveDocuments.request;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.RetrieveAnswer.Retrieved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The messages of TD2.1, TD3.1 and TD3.2 to the letter, with the Content-Type as a first line and a line for each element.
 * {@code -Daccroche.write=true} writes them again.
 */
class XdsGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String ANSWER_ID = "urn:uuid:7c1e0000-0000-4000-8000-000000000009";
    private static final DocumentReference REFERENCE =
            new DocumentReference(DocumentReference.DMP_REPOSITORY, FictiveDocuments.UNIQUE_ID);

    @Test
    void deposit21() throws IOException {
        assertGolden("td21-request.txt", request(deposit()).toMessage());
        assertGolden("td21-answer.txt", XdsAnswer.SUCCESS.toDeposit(ANSWER_ID, Fictive.MESSAGE_ID));
        assertGolden(
                "td21-failure.txt",
                XdsAnswer.failure(List.of(XdsError.of(XdsError.Code.UNKNOWN_PATIENT_ID, "nobody has this INS")))
                        .toDeposit(ANSWER_ID, Fictive.MESSAGE_ID));
    }

    @Test
    void search31() throws IOException {
        DocumentEntry kept = entry("Document01", FictiveDocuments.UNIQUE_ID, REPORT)
                .registered(
                        "urn:uuid:7c1e0000-0000-4000-8000-00000000000a",
                        "0".repeat(40),
                        44,
                        DocumentReference.DMP_REPOSITORY);
        assertGolden(
                "td31-request.txt",
                new SearchRequest(Fictive.MESSAGE_ID, "", Optional.empty(), DocumentQuery.of(Fictive.PATIENT))
                        .toMessage());
        assertGolden(
                "td31-answer.txt",
                new SearchAnswer(XdsAnswer.SUCCESS, List.of(kept), List.of()).toMessage(ANSWER_ID, Fictive.MESSAGE_ID));
    }

    @Test
    void retrieve32() throws IOException {
        assertGolden(
                "td32-request.txt",
                new RetrieveRequest(Fictive.MESSAGE_ID, "", Optional.empty(), List.of(REFERENCE)).toMessage());
        assertGolden(
                "td32-answer.txt",
                new RetrieveAnswer(XdsAnswer.SUCCESS, List.of(new Retrieved(REFERENCE, "text/xml", REPORT)))
                        .toMessage(ANSWER_ID, Fictive.MESSAGE_ID));
    }

    private static void assertGolden(String name, SoapMessage message) throws IOException {
        String text = message.contentType() + "\n\n"
                + new String(message.bytes(), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .replace("><", ">\n<");
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("accroche.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).as(name).isEqualTo(text);
    }
}
