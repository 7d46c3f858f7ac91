package fr.accroche.scenarios.cli;

import fr.accroche.certs.Branch;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.external.ForeignLps;
import fr.accroche.scenarios.lps.AnsContract;
import fr.accroche.scenarios.lps.LpsMessages;
import fr.accroche.scenarios.lps.LpsProfile;
import fr.accroche.scenarios.lps.ProxyContract;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Many seats of one LPS, which log in, ask and log out as they like. Thread-safe. */
final class RoomLps implements AutoCloseable {

    /** Each has sixteen connections to a server at most. */
    private static final int POOLS = 2;

    private static final String SOAP = "application/soap+xml; charset=utf-8";

    private final WireRuntime runtime = WireRuntime.start();
    private final SecureRandom random = new SecureRandom();
    private final List<WireClient> pools = new ArrayList<>();
    private final AnsContract contract;
    private final List<LpsProfile> profiles = new ArrayList<>();

    /**
     * A login that was answered.
     *
     * @param seat whose
     * @param trace by which its calls are found
     */
    record Login(int seat, TraceParent trace, ProxyContract.Session session) {}

    RoomLps(URI proxy) throws IOException, DeclarationException {
        this.contract = new AnsContract(proxy);
        ClientSettings settings = ClientSettings.trusting(
                        TestFolders.open().igc().roots(Branch.TEST))
                .waiting(Duration.ofSeconds(30));
        for (int pool = 0; pool < POOLS; pool++) {
            pools.add(new WireClient(runtime, settings));
        }
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(Clock.systemUTC()));
        for (Operation operation : declaration.operations()) {
            profiles.add(new ForeignLps(declaration).profile(operation));
        }
    }

    /** What came of an attempt to log in; empty where the connection broke. */
    Optional<Response> connect(int seat, TraceParent trace) {
        LpsProfile profile = profile(seat);
        return answer(
                seat,
                contract.connect(new ProxyContract.Login(
                        profile.person().nameId(),
                        profile.operation().clientId().value(),
                        "42",
                        "MOBILE")),
                trace);
    }

    /** A login, if that is answered so. */
    Optional<Login> login(int seat) {
        TraceParent trace = TraceParent.begin(random);
        return connect(seat, trace)
                .filter(answer -> answer.status() == 200)
                .flatMap(contract::session)
                .map(session -> new Login(seat, trace, session));
    }

    /** A business request in that session; empty where the connection broke. */
    Optional<Response> send(Login login, Teleservice service) {
        String route = "/send/" + service.route();
        ProxyContract.Message message = switch (service) {
            case CONFORMITE -> message(service, route + "/signsessiondata", "application/json", conformity(login));
            case DMP -> message(service, route + "/patients", SOAP, soap(login, service));
            default -> message(service, route + "/lps", SOAP, soap(login, service));
        };
        return answer(login.seat(), contract.send(login.session(), message).orElseThrow(), login.trace());
    }

    private static ProxyContract.Message message(Teleservice service, String path, String type, byte[] body) {
        return new ProxyContract.Message(service, path, "", type, body);
    }

    private byte[] soap(Login login, Teleservice service) {
        return new LpsMessages(profile(login.seat()), Clock.systemUTC(), UUID::randomUUID).request(service);
    }

    private byte[] conformity(Login login) {
        LpsProfile profile = profile(login.seat());
        return JsonObject.EMPTY
                .with("nationalId", profile.person().nameId())
                .with("clientID", profile.operation().clientId().value())
                .with("proxy_session_id", login.session().id())
                .with("session_state", login.session().sessionState().orElse(""))
                .compact()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The end of that session; empty where the connection broke. */
    Optional<Response> disconnect(Login login) {
        return answer(login.seat(), contract.disconnect(login.session()).orElseThrow(), login.trace());
    }

    private Optional<Response> answer(int seat, ProxyContract.Call call, TraceParent trace) {
        try {
            ClientRequest request = call.request().with(TraceParent.HEADER, trace.next(random));
            return Optional.of(pools.get(seat % POOLS).send(request));
        } catch (ConnectionFailedException broken) {
            return Optional.empty();
        }
    }

    private LpsProfile profile(int seat) {
        return profiles.get(seat / POOLS % profiles.size());
    }

    @Override
    public void close() {
        pools.forEach(WireClient::close);
        runtime.close();
    }
}
