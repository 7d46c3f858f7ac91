package fr.accroche.teleservice;

import fr.accroche.certs.Profile;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Form;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.json.JsonObject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** An introspection endpoint that knows the tokens it is told of, over strict mTLS. */
final class FakeAuthorizationServer implements AutoCloseable {

    private static final String PATH = "/realms/insi/protocol/openid-connect/token/introspect";

    private final Map<String, JsonObject> tokens = new ConcurrentHashMap<>();
    private final AtomicReference<Request> last = new AtomicReference<>();
    private final WireServer server;
    private volatile boolean broken;

    FakeAuthorizationServer(WireRuntime runtime) {
        ServerSettings settings = new ServerSettings(
                "as",
                new InetSocketAddress("127.0.0.1", 0),
                TestCertificates.SERVER,
                new ClientAuthentication.Strict(TestCertificates.judge(Profile.ORG_AUTH_CLI), true),
                Limits.DEFAULT);
        this.server = new WireServer(
                        runtime,
                        settings,
                        Routes.none().plus("POST", PATH, this::introspect),
                        ConnectionObserver.SILENT)
                .start();
    }

    private Response introspect(Request request) {
        last.set(request);
        if (broken) {
            return Response.of(500);
        }
        String token = Form.parse(request.text()).first("token").orElse("");
        JsonObject inactive = JsonObject.EMPTY.with("active", false);
        return Response.of(
                200, "application/json", tokens.getOrDefault(token, inactive).compact());
    }

    void knows(String token, JsonObject claims) {
        tokens.put(token, claims.with("active", true));
    }

    void breaksDown(boolean now) {
        broken = now;
    }

    /** The latest introspection request. */
    Request last() {
        return last.get();
    }

    URI realm() {
        return server.uri().resolve("/realms/insi");
    }

    IntrospectionSettings settings(String audience) {
        return new IntrospectionSettings(
                server.uri().resolve(PATH),
                "teleservice-sim",
                ClientSettings.trusting(TestCertificates.ROOTS).presenting(TestCertificates.OTHER_CLIENT),
                audience);
    }

    @Override
    public void close() {
        server.close();
    }
}
