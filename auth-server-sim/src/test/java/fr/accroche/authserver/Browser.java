package fr.accroche.authserver;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sends as any identity over real TLS, each with its own connections. */
public final class Browser implements AutoCloseable {

    private final WireRuntime runtime;
    private final Map<Optional<HeldCertificate>, WireClient> clients = new ConcurrentHashMap<>();

    public Browser(WireRuntime runtime) {
        this.runtime = runtime;
    }

    public static ClientSettings connection(Optional<HeldCertificate> identity) {
        ClientSettings trusting = ClientSettings.trusting(Identities.IGC.roots(Branch.TEST));
        return identity.map(trusting::presenting).orElse(trusting);
    }

    public Response send(Optional<HeldCertificate> identity, ClientRequest request) throws IOException {
        return clients.computeIfAbsent(identity, who -> new WireClient(runtime, connection(who)))
                .send(request);
    }

    public Response post(HeldCertificate identity, URI uri, Form form) throws IOException {
        return send(Optional.of(identity), form(uri, form));
    }

    public Response post(HeldCertificate identity, URI uri, String... namesAndValues) throws IOException {
        return post(identity, uri, Form.of(namesAndValues));
    }

    public static ClientRequest form(URI uri, Form form) {
        return ClientRequest.post(uri, "application/x-www-form-urlencoded", form.encoded());
    }

    @Override
    public void close() {
        clients.values().forEach(WireClient::close);
    }
}
