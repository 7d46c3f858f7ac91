package fr.accroche.wire.admin;

import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The doors of a server over a real socket. */
final class Doors implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    final MovableClock clock = MovableClock.running(MovableClock.stoppedAt(NOON));
    private final State state = new MemoryState(clock);
    final FaultBook faults = new FaultBook(clock, state, "doors");
    final AtomicInteger sessions = new AtomicInteger(2);
    final AtomicInteger rotated = new AtomicInteger();
    private final WireRuntime runtime = WireRuntime.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WireServer server;

    Doors() {
        faults.endpoint("token");
        faults.endpoint("ciba");
        faults.deed("rotate-keys", rotated::incrementAndGet).mark("expired-token", "token");
        Held held = new Held() {
            @Override
            public int size() {
                return sessions.get();
            }

            @Override
            public void clear() {
                sessions.set(0);
            }
        };
        server = new WireServer(
                        runtime,
                        ServerSettings.plain(
                                "doors", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Limits.DEFAULT),
                        new AdminDoors(clock, faults, Map.of("sessions", held), state).beside(Routes.none()),
                        ConnectionObserver.SILENT)
                .start();
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        return send("POST", path, form, headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    String origin() {
        return server.uri().toString();
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
    }
}
