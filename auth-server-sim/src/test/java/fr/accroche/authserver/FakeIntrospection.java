package fr.accroche.authserver;

import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.net.URI;

/** Another PSC, which says of any token what it is told to. */
public final class FakeIntrospection implements AutoCloseable {

    private final WireServer server;
    private volatile Response answer = Response.of(500);

    public FakeIntrospection(WireRuntime runtime) {
        server = new WireServer(runtime, PscBench.listener("other-psc"), request -> answer, ConnectionObserver.SILENT)
                .start();
    }

    public void says(String json) {
        says(200, json);
    }

    public void says(int status, String body) {
        answer = Response.of(status, "application/json", body);
    }

    public URI issuer() {
        return server.uri().resolve("/realms/other");
    }

    @Override
    public void close() {
        server.close();
    }
}
