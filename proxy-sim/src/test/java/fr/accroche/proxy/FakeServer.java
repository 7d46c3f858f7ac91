package fr.accroche.proxy;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server behind the proxy: asks for a certificate, remembers every request, answers as it is told. */
final class FakeServer implements AutoCloseable {

    private final WireServer server;
    private final Handler usual;
    private final Map<String, Handler> instead = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    FakeServer(WireRuntime runtime, String name, HeldCertificate identity, Handler usual) {
        this.usual = usual;
        ServerSettings settings = new ServerSettings(
                name,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                identity,
                new ClientAuthentication.Pedagogic(Certificates.JUDGE),
                Limits.DEFAULT);
        this.server = new WireServer(runtime, settings, this::answer, ConnectionObserver.SILENT).start();
    }

    /** Answers this on this path from now on. */
    FakeServer on(String path, Handler handler) {
        instead.put(path, handler);
        return this;
    }

    FakeServer on(String path, Response response) {
        return on(path, request -> response);
    }

    /** As if nothing had been asked or told yet. */
    void forget() {
        instead.clear();
        seen.clear();
    }

    URI uri(String path) {
        return URI.create("https://localhost:" + server.uri().getPort() + path);
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Seen> seen(String path) {
        return seen.stream()
                .filter(request -> request.target().split("\\?")[0].equals(path))
                .toList();
    }

    Seen only(String path) {
        List<Seen> found = seen(path);
        if (found.size() != 1) {
            throw new AssertionError("expected one request to " + path + ", found " + found.size());
        }
        return found.get(0);
    }

    private Response answer(Request request) throws Exception {
        seen.add(Seen.of(request));
        return instead.getOrDefault(request.path(), usual).handle(request);
    }

    @Override
    public void close() {
        server.close();
    }
}
