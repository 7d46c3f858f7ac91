package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes stubs of what the téléservices answer by themselves. It calls nobody: WireMock's own recorder stands between a client
 * and another server, over a TLS that is not ours.
 *
 * <p>At most {@value #MOST} different calls and {@value #MOST_BYTES} bytes of answers are kept; beyond, none is.
 */
final class Recorder {

    static final int MOST = 1000;
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private final WireMockApp app;
    private final Path files;
    private final Map<UUID, Recording> kept = new LinkedHashMap<>();
    private long bytes;
    private volatile State state = State.NEVER_STARTED;

    /** In the words of WireMock's own recorder. */
    private enum State {
        NEVER_STARTED("NeverStarted"),
        RECORDING("Recording"),
        STOPPED("Stopped");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    /** @param files where bodies are written, below a folder of our own */
    Recorder(WireMockApp app, Path files) {
        this.app = app;
        this.files = files;
    }

    /** The last of two answers to the same call is kept. */
    void answered(Request request, Caller caller, Response response) {
        if (state == State.RECORDING) {
            keep(Recording.of(request, caller, response));
        }
    }

    private synchronized void keep(Recording recording) {
        if (state != State.RECORDING) {
            return;
        }
        Recording before = kept.get(recording.id());
        long more = bytes + recording.body().length - (before == null ? 0 : before.body().length);
        if (more <= MOST_BYTES && (before != null || kept.size() < MOST)) {
            kept.put(recording.id(), recording);
            bytes = more;
        }
    }

    /** @param asked method and path below the admin API's root */
    synchronized Response answer(String asked, Request request) throws IOException {
        return switch (asked) {
            case "GET /recordings/status" -> json(JsonObject.EMPTY.with("status", state.word));
            case "POST /recordings/start" -> start(request);
            case "POST /recordings/stop" -> written(true);
            case "POST /recordings/snapshot" -> written(false);
            default -> new Problem(404, "recordings have start, stop, snapshot and status").response();
        };
    }

    private Response start(Request request) {
        if (namesATarget(request)) {
            return new Problem(422, "no targetBaseUrl: what is answered here is recorded, and nobody else is called")
                    .response();
        }
        state = State.RECORDING;
        forget();
        return json(JsonObject.EMPTY.with("status", state.word));
    }

    private static boolean namesATarget(Request request) {
        if (request.text().isBlank()) {
            return false;
        }
        try {
            return !(Json.parse(request.body()) instanceof JsonObject spec)
                    || spec.get("targetBaseUrl").isPresent();
        } catch (JsonException noJson) {
            return true;
        }
    }

    private Response written(boolean stop) throws IOException {
        if (state != State.RECORDING) {
            return new Problem(400, "nothing is being recorded: POST /__admin/recordings/start first").response();
        }
        List<Json> mappings = new ArrayList<>();
        for (Recording recording : kept.values()) {
            write(recording);
            mappings.add(recording.mapping());
        }
        forget();
        state = stop ? State.STOPPED : State.RECORDING;
        return json(JsonObject.EMPTY.with("mappings", new JsonArray(mappings)));
    }

    private void write(Recording recording) throws IOException {
        Path file = files.resolve(recording.file());
        Files.createDirectories(file.getParent());
        OwnersFile.write(file, recording.body());
        StubMapping stub = StubMapping.buildFrom(recording.mapping().compact());
        if (app.getStubMapping(stub.getId()).isPresent()) {
            app.editStubMapping(stub);
        } else {
            app.addStubMapping(stub);
        }
    }

    private void forget() {
        kept.clear();
        bytes = 0;
    }

    private static Response json(Json body) {
        return Response.of(200, "application/json", body.compact() + "\n").with("Cache-Control", "no-store");
    }
}
