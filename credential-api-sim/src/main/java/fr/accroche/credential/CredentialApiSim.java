package fr.accroche.credential;

import fr.accroche.compliance.exchange.Journal;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.evidence.FaultGate;
import fr.accroche.wire.evidence.JournalObserver;
import fr.accroche.wire.state.State;
import java.net.URI;
import java.util.Map;

/**
 * The API Credential of the EDC PSC, on its register.
 *
 * <p>Only the four request fields are public (webinar of 4 June 2026, annex "Exemples de tests sur l'environnement du
 * CNDA"). Path, method, statuses and answers are <em>invented</em> here; {@link CredentialApiSettings#contract} changes some of
 * them, from these defaults:
 *
 * <ul>
 *   <li>{@code POST /credentials}, over mTLS, by an authorization server of an API PSC, with a JSON object of four texts
 *       {@code clientId}, {@code certificateCN}, {@code certificateOU}, {@code securityLevel}; others are let through;
 *   <li>200 {@code {"status":"GRANTED",…}};
 *   <li>400 {@code {"code":"400","message":…,"field":…}} for a field that is missing, empty or no text;
 *   <li>401 {@code {"code":"401","message":…}} for a caller that is no authorization server;
 *   <li>403 {@code {"code":"403","message":…,"field":…}} for a refusal, where {@code field} is the request's field, or
 *       {@code elu}, {@code elp}, {@code link}, {@code pmt}.
 * </ul>
 */
public final class CredentialApiSim implements AutoCloseable {

    /** Largest request body: the four fields take less than one kilobyte. */
    private static final int LARGEST_BODY = 64 * 1024;

    private final FaultBook faults;
    private final String path;
    private final WireServer server;

    /** @param state where its faults on demand wait; nothing else of it outlives a call */
    public CredentialApiSim(
            ServerSettings server,
            CredentialApiSettings settings,
            Register register,
            Journal journal,
            State state,
            MovableClock clock,
            WireRuntime runtime) {
        this.faults = new FaultBook(clock, state, "credential");
        this.path = settings.contract().path();
        FaultGate gate = new FaultGate(server.name(), faults, journal, clock);
        CredentialEndpoint endpoint = new CredentialEndpoint(server.name(), settings, register, journal, clock, gate);
        Routes routes = new AdminDoors(clock, faults, Map.of(), state)
                .beside(Routes.none())
                .plus("*", path, endpoint)
                .plus("*", "/**", endpoint::elsewhere);
        this.server = new WireServer(
                runtime,
                server.withLimits(server.limits().withBodyAtMost(LARGEST_BODY)),
                routes,
                new JournalObserver(server.name(), journal));
    }

    /**
     * Opens the port.
     *
     * @throws fr.accroche.wire.PortBusyException if another program has it
     */
    public CredentialApiSim start() {
        server.start();
        return this;
    }

    /** Where it listens; only once started. */
    public URI uri() {
        return server.uri();
    }

    /** Where the authorization servers call; only once started. */
    public URI endpoint() {
        return uri().resolve(path);
    }

    /** Its faults on demand; its one endpoint is {@code credential}. */
    public FaultBook faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
    }
}
