package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.AssertionPs;
import fr.accroche.messages.ContexteBam;
import fr.accroche.messages.ContexteLps;
import fr.accroche.messages.InsiRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.lps.SeatedPerson;
import fr.accroche.teleservice.FictivePatient;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorRequestTest {

    @TempDir
    private Path directory;

    @BeforeAll
    static void keysAreThere() {
        TestFolders.open();
    }

    @Test
    void aSoundRequestOfTheVendorsIsConforming() throws IOException {
        CommandLineRun run = send(insi("INSI-SIMULE-0001"));

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(statuses(run, "PASS")).contains("IDN-06", "LPS-01", "LPS-03", "LPS-04", "LPS-05", "LPS-06");
    }

    @Test
    void anotherSoftwaresNumberIsFoundInIt() throws IOException {
        CommandLineRun run = send(insi("AUTRE-0001"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(statuses(run, "FAIL")).containsExactly("IDN-06");
    }

    @Test
    void aRequestToAMetierProxyIsJson() throws IOException {
        Path example =
                Path.of("..", "docs", "examples", "ins-search.request.json").toAbsolutePath();

        CommandLineRun run = metier(Files.readString(example));

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(statuses(run, "PASS")).contains("ARC-05", "IDN-06", "LPS-03", "LPS-05", "LPS-06", "LPS-07");
    }

    @Test
    void aRequestThatTheProxyWouldNotTakeIsNotSent() throws IOException {
        CommandLineRun soap = metier("<soap/>");
        CommandLineRun incomplete = metier("{\"traits\": {}}");

        assertThat(soap.exitCode()).isEqualTo(2);
        assertThat(soap.err()).contains("declared métier, and takes JSON");
        assertThat(incomplete.exitCode()).isEqualTo(2);
        assertThat(incomplete.err())
                .contains("ins-search.request.schema.json", "/traits/birthName: expected to be there");
    }

    private CommandLineRun metier(String json) throws IOException {
        Files.writeString(directory.resolve("insi.json"), json);
        return CommandLineRun.in(
                directory,
                "test",
                "--architecture",
                "non-autonome-dans-proxy",
                "--request",
                "insi.json",
                "--teleservice",
                "insi",
                "-o",
                "json");
    }

    private CommandLineRun send(byte[] request) throws IOException {
        Files.write(directory.resolve("insi.xml"), request);
        return CommandLineRun.in(
                directory,
                "test",
                "--request",
                "insi.xml",
                "--teleservice",
                "insi",
                "--client-id",
                "alpha-clinique-edc-bas",
                "-o",
                "json");
    }

    private static byte[] insi(String number) {
        Instant now = Instant.now();
        String person = SeatedPerson.physician().nameId();
        LpsIdentity lps = new LpsIdentity(
                Optional.of("Alpha Cabinet"), Optional.of("2.1"), Optional.of("instance-1"), Optional.of(number));
        AssertionPs assertion = new AssertionPs(
                "_" + UUID.randomUUID(),
                now,
                "CN=alpha-clinique-edc-bas",
                person,
                "PSC",
                "991000001",
                Optional.of("01"),
                "SA07",
                Optional.empty());
        return new InsiRequest(
                        "uuid:" + UUID.randomUUID(),
                        ContexteLps.of(UUID.randomUUID().toString(), now, person, lps),
                        ContexteBam.of(UUID.randomUUID().toString(), now, person),
                        Optional.of(assertion.toAssertion()),
                        FictivePatient.ALL.get(0).traits())
                .toBytes();
    }

    private static List<String> statuses(CommandLineRun run, String status) {
        JsonObject report = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
        return ((JsonArray) report.get("rules").orElseThrow())
                .items().stream()
                        .map(JsonObject.class::cast)
                        .filter(rule -> rule.text("status").orElse("").equals(status))
                        .map(rule -> rule.text("id").orElse(""))
                        .toList();
    }
}
