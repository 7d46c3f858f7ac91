package fr.accroche.teleservice;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.stub.WireMockStubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** INSi with a folder of stubs, and their admin API. */
final class StubbedInsi implements AutoCloseable {

    /** What the stub of {@link #withAStub} answers to, and is known by. */
    static final String LPS = "\"request\": {\"method\": \"POST\", \"urlPath\": \"/lps\"}";

    static final String ID = "0e63a94f-3bd4-4d41-9d63-4b2f4ae48f1e";

    private final Path folder;
    private final WireMockStubs stubs;
    private final RunningTeleservice insi;

    private StubbedInsi(Path folder) {
        this.folder = folder;
        this.stubs = WireMockStubs.in(folder);
        this.insi = new RunningTeleservice(Teleservice.INSI, stubs, false);
    }

    /** Of a folder without any. */
    static StubbedInsi withoutStubs(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        return new StubbedInsi(folder);
    }

    /** Of a folder with one, in the first state of a scenario. */
    static StubbedInsi withAStub(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(folder.resolve("mappings/first.json"), """
                {"id": "%s", "priority": 9, "scenarioName": "s", "requiredScenarioState": "Started", %s, "response": {"body": "from the folder"}}""".formatted(ID, LPS));
        return new StubbedInsi(folder);
    }

    WireMockStubs stubs() {
        return stubs;
    }

    Response post(byte[] body) throws IOException {
        return insi.post(body);
    }

    Response post(Optional<HeldCertificate> identity, Headers headers, byte[] body) throws IOException {
        return insi.post(identity, headers, body);
    }

    /** A search that the stubs answer; nobody has this name. */
    Response call() throws IOException {
        return post(Samples.insi(
                RunningTeleservice.NOW,
                Samples.LPS.withNumber(Optional.of(Samples.INSI_NUMBER)),
                Optional.of(Samples.assertionPs(RunningTeleservice.NOW, Tokens.PERSON)),
                Traits.of("ADMIN", "CAMILLE", "F", "1990-01-01")));
    }

    Response admin(String method, String path, String body) throws IOException {
        return admin(method, path, Headers.EMPTY, body);
    }

    Response admin(String method, String path, Headers headers, String body) throws IOException {
        return insi.send(
                Optional.empty(),
                new ClientRequest(
                        method, insi.uri().resolve("/__admin" + path), headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Those of the folder, by their paths in it. */
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        insi.close();
        stubs.close();
    }
}
