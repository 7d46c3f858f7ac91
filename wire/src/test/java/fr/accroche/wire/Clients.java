package fr.accroche.wire;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.certs.HeldCertificate;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Clients of one runtime that trust the root of the tests. */
final class Clients implements AutoCloseable {

    private final WireRuntime runtime = WireRuntime.start();

    WireRuntime runtime() {
        return runtime;
    }

    WireClient client() {
        return new WireClient(runtime, ClientSettings.trusting(TestAuthority.ROOT.asRoots()));
    }

    WireClient presenting(HeldCertificate held) {
        return new WireClient(
                runtime, ClientSettings.trusting(TestAuthority.ROOT.asRoots()).presenting(held));
    }

    WireClient client(Duration connect, Duration response, int bodyBytes, int connections) {
        return new WireClient(
                runtime,
                new ClientSettings(
                        Optional.empty(),
                        TestAuthority.ROOT.asRoots(),
                        connect,
                        response,
                        bodyBytes,
                        connections,
                        Optional.empty()));
    }

    /** What a GET ends with instead of an answer. */
    static ConnectionFailedException failure(WireClient client, URI uri) {
        return catchThrowableOfType(ConnectionFailedException.class, () -> client.send(ClientRequest.get(uri)));
    }

    @Override
    public void close() {
        runtime.close();
    }
}
