package fr.accroche.redis;

import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.admin.SharedClock;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.Store;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;

/** One copy of a server that has nothing but the doors for whoever tests, over a real socket. */
final class DoorsCopy implements AutoCloseable {

    final MovableClock clock = MovableClock.running(Clock.systemUTC());
    final FaultBook faults;
    final Store<String> sessions;
    private final RedisState state;
    private final SharedClock shared;
    private final WireRuntime runtime = WireRuntime.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WireServer server;

    DoorsCopy(String redis, String room) {
        state = RedisState.connect(redis, room, clock);
        shared = SharedClock.of(clock, state);
        faults = new FaultBook(clock, state, "doors");
        faults.endpoint("token");
        faults.deed("rotate-keys", () -> {}).mark("expired-token", "token");
        sessions = state.store("doors.sessions", Shape.of(String.class), 10);
        server = new WireServer(
                        runtime,
                        ServerSettings.plain(
                                "doors", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Limits.DEFAULT),
                        new AdminDoors(clock, faults, Map.of("sessions", sessions), state).beside(Routes.none()),
                        ConnectionObserver.SILENT)
                .start();
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String form) throws Exception {
        return send("POST", path, form);
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    int status(String path) {
        try {
            return get(path).statusCode();
        } catch (Exception unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
        shared.close();
        state.close();
    }
}
