package fr.accroche.authserver;

import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is asked, and answers what it is told to. */
public final class FakeCredentialApi implements Handler, AutoCloseable {

    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private final WireServer server;
    private volatile Response answer = granted();
    private volatile Runnable before = () -> {};

    public FakeCredentialApi(WireRuntime runtime) {
        server = new WireServer(runtime, PscBench.listener("credential"), this, ConnectionObserver.SILENT).start();
    }

    public static Response granted() {
        return json(200, "{\"status\":\"GRANTED\"}");
    }

    public static Response json(int status, String body) {
        return Response.of(status, "application/json", body);
    }

    public static Response refused(String field) {
        return json(403, "{\"code\":\"403\",\"message\":\"not as registered\",\"field\":\"" + field + "\"}");
    }

    public void answers(Response next) {
        answer = next;
    }

    /** What happens elsewhere while it is being asked. */
    public void meanwhile(Runnable event) {
        before = event;
    }

    public List<Request> asked() {
        return List.copyOf(asked);
    }

    public Request lastAsked() {
        return asked.get(asked.size() - 1);
    }

    public URI uri() {
        return server.uri().resolve("/credentials");
    }

    @Override
    public Response handle(Request request) {
        asked.add(request);
        before.run();
        return answer;
    }

    @Override
    public void close() {
        server.close();
    }
}
