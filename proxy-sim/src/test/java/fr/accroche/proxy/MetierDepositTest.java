package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.Deposit;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsError;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that a métier proxy deposits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetierDepositTest {

    private final MetierBench bench = new MetierBench();

    @BeforeEach
    void connect() throws Exception {
        bench.connect();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void depositsADocumentAsAnAttachmentByteForByte() throws Exception {
        // Given
        byte[] content = new byte[6 * 1024 * 1024];
        new Random(1).nextBytes(content);
        bench.chain.teleservices.on("/dmp/repository", request -> {
            SoapMessage answer =
                    XdsAnswer.SUCCESS.toDeposit("urn:uuid:1", "urn:uuid:2").inPackage();
            return new Response(200, Headers.of("Content-Type", answer.contentType()), answer.bytes());
        });

        // When
        Response response = bench.ask("/send/dmp/documents", deposit(content));

        // Then
        assertThat(response.text()).isEqualTo("{\"deposited\":true}");
        Seen seen = bench.chain.teleservices.only("/dmp/repository");
        SoapMessage sent = new SoapMessage(seen.header("Content-Type").orElseThrow(), seen.body());
        assertThat(sent.packaged()).isTrue();
        Deposit deposit = Deposit.read(sent);
        assertThat(deposit.documents()).singleElement().satisfies(document -> {
            assertThat(document.content()).isEqualTo(content);
            assertThat(document.entry().author().person().nationalId()).isEqualTo("person-of-psc");
            assertThat(document.entry().author().institution().nationalId()).isEqualTo("499900000011000");
        });
        assertThat(BusinessRequest.parse(sent)
                        .assertion(ParsedAssertion.Kind.VIHF)
                        .flatMap(vihf -> vihf.lps().number()))
                .contains(MetierBench.NUMBER);
    }

    @Test
    void tellsAnErrorOfTheRegistry() throws Exception {
        // Given
        bench.chain.teleservices.on("/dmp/repository", request -> {
            SoapMessage answer = XdsAnswer.failure(List.of(new XdsError("XDSUnknownPatientId", "no DMP has this INS")))
                    .toDeposit("urn:uuid:1", "urn:uuid:2");
            return new Response(200, Headers.of("Content-Type", answer.contentType()), answer.bytes());
        });

        // When
        Response response = bench.ask("/send/dmp/documents", deposit(new byte[] {1}));

        // Then
        assertThat(response.status()).isEqualTo(422);
        assertThat(MetierBench.problem(response).object("service").orElseThrow().compact())
                .isEqualTo("{\"name\":\"dmp\",\"httpStatus\":200,\"code\":\"XDSUnknownPatientId\","
                        + "\"text\":\"no DMP has this INS\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AA", "AAA", "AA=A", "A===", "AAAA\\n", "AAA*"})
    void takesNoContentThatIsNoBase64(String content) throws Exception {
        // When
        Response response =
                bench.ask("/send/dmp/documents", deposit(new byte[] {1}).replace("AQ==", content));

        // Then
        assertThat(response.status()).isEqualTo(400);
        assertThat(MetierBench.problem(response).array("errors").orElseThrow().objects())
                .extracting(fault -> fault.text("pointer").orElse(""))
                .containsExactly("/document/content");
    }

    private static String deposit(byte[] content) throws IOException {
        JsonObject example = Json.parseObject(
                Files.readAllBytes(Path.of("..", "docs", "examples", "document-deposit.request.json")));
        JsonObject document = example.object("document").orElseThrow();
        JsonObject professional = example.object("professional").orElseThrow();
        return example.with("professional", professional.without("nationalId"))
                .with("document", document.with("content", Base64.getEncoder().encodeToString(content)))
                .compact();
    }
}
