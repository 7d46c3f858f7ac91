package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.Held;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The DMP, INSi or ON behind an API PSC. Each call is checked at every level, TLS, token, SAML and business, and all that
 * is wrong is recorded; the caller is answered for the first. It has a few operations: DMP TD0.2 and TD0.3, and TD2.1, TD3.1
 * and TD3.2 on a store; INSi WS_INS1 and WS_INS2; ON in a fictional dialect. Stubs of the user come before these, and may
 * answer any other operation.
 *
 * <p>Several that share a state stand for one: any of them answers any call. Their stubs are each one's own.
 */
public final class TeleserviceSim implements AutoCloseable {

    /** Assertions and messages that are known again; a day's work of a few softwares. */
    private static final int REMEMBERED = 20_000;

    private final FaultBook faults;
    private final WireServer server;
    private final Introspector introspector;
    private final List<String> paths;

    /**
     * @param service {@code DMP}, {@code INSI} or {@code ON}
     * @param server how it listens; for its checks of certificates to speak, the listener is pedagogic
     * @param settings what it expects
     * @param register who stands behind each client_id
     * @param stubs the user's answers; {@link Stubs#NONE} for none. Not closed with this
     * @param around what it shares with the process
     */
    public TeleserviceSim(
            Teleservice service,
            ServerSettings server,
            TeleserviceSettings settings,
            LpsRegister register,
            Stubs stubs,
            Surroundings around) {
        this.paths = paths(service, settings);
        this.introspector = new Introspector(settings.introspection(), around.runtime(), around.random());
        TokenGuard tokens = new TokenGuard(settings.introspection(), introspector, around.clock());
        HopBook book = new HopBook(server.name(), service, around, settings.declared());
        this.faults = new FaultBook(around.clock(), around.state(), service.route());
        Faults soap =
                service == Teleservice.DMP ? Faults.dmp(around, settings.dmp().faults()) : Faults.tlsi(settings.tlsi());
        OnDemand errors = new OnDemand(() -> soap.of(FaultCause.NOT_SIMULATED, "Refus sur demande", Optional.empty())
                .response());
        Memory memory = Memory.of(service, settings, around);
        Parts parts = new Parts(
                settings,
                tokens,
                new NumberGuard(register, service, around.clock()),
                new ReplayGuard(settings, memory.seen(), soap),
                soap,
                around.clock());
        BusinessEndpoint endpoint = service == Teleservice.DMP
                ? dmp(parts, register, memory.answers(), stubs)
                : tlsi(service, parts, memory.answers(), stubs);
        Routes routes = routes(
                service,
                book,
                book.recording(faults, errors, endpoint),
                stubs.beside(
                        new AdminDoors(around.clock(), faults, memory.held(), around.state()).beside(Routes.none())));
        this.server = new WireServer(around.runtime(), server, routes, book.observer());
    }

    private Routes routes(Teleservice service, HopBook book, Handler business, Routes doors) {
        Routes routes = doors;
        for (String path : paths) {
            Handler otherwise = book.recording(Elsewhere::notAllowed);
            routes = routes.plus("POST", path, business)
                    .plus("GET", path, Descriptions.of(service, path, otherwise))
                    .plus("*", path, otherwise);
        }
        return routes.plus("*", "/**", book.recording(Elsewhere::notFound));
    }

    private static List<String> paths(Teleservice service, TeleserviceSettings settings) {
        return switch (service) {
            case DMP -> DmpOperation.paths(settings.dmp().base());
            case INSI, ON -> List.of(settings.tlsi().base() + "lps");
            case MSSANTE -> throw new IllegalArgumentException("MSSanté is not simulated");
            case CONFORMITE -> throw new IllegalArgumentException("the conformity API is a ConformitySim");
        };
    }

    private static BusinessEndpoint dmp(Parts parts, LpsRegister register, BuiltInAnswers answers, Stubs stubs) {
        TeleserviceSettings settings = parts.settings();
        SignerGuard signers = new SignerGuard(settings.signers(), settings.dmp(), register, parts.faults());
        SignatureGuard signatures =
                new SignatureGuard(settings.dmp().signature(), Optional.of(signers), "VIHF", parts.faults());
        return new BusinessEndpoint(
                parts.tokens(),
                new AssertionGuard(Kind.VIHF, settings.declared(), signatures, parts.faults(), parts.clock()),
                new VihfShapeGuard(new VihfPatientGuard(settings.environment()), settings.dmp(), parts.faults()),
                new VihfLpsGuard(register, parts.numbers(), parts.faults()),
                parts.replays(),
                parts.faults(),
                answers,
                stubs,
                AnswerForm.MTOM);
    }

    private static BusinessEndpoint tlsi(Teleservice service, Parts parts, BuiltInAnswers answers, Stubs stubs) {
        TeleserviceSettings settings = parts.settings();
        SignatureGuard signatures =
                new SignatureGuard(settings.tlsi().signature(), Optional.empty(), "AssertionPS", parts.faults());
        boolean withoutAssertion =
                service == Teleservice.INSI && settings.insi().authentication() == InsiChoices.Authentication.MTLS;
        return new BusinessEndpoint(
                parts.tokens(),
                withoutAssertion
                        ? new AssertionFreeGuard(parts.faults())
                        : new AssertionGuard(
                                Kind.ASSERTION_PS, settings.declared(), signatures, parts.faults(), parts.clock()),
                new AssertionPsGuard(settings.tlsi(), parts.faults()),
                new ContexteLpsGuard(
                        parts.numbers(),
                        new ContexteGuard(settings.tlsi(), parts.clock(), parts.faults()),
                        settings.tlsi(),
                        parts.faults()),
                parts.replays(),
                parts.faults(),
                answers,
                stubs,
                service == Teleservice.ON ? AnswerForm.FICTIONAL : AnswerForm.PLAIN);
    }

    /**
     * What calls leave behind, until a reset.
     *
     * @param answers made from it
     * @param seen which assertions and messages came
     * @param held all of it, by the name that counts are given under
     */
    private record Memory(BuiltInAnswers answers, SeenBefore seen, Map<String, Held> held) {

        static Memory of(Teleservice service, TeleserviceSettings settings, Surroundings around) {
            String prefix = service.route() + ".";
            SeenBefore seen = new SeenBefore(
                    around.state(),
                    prefix + "seen",
                    around.clock(),
                    settings.assertionMaxAge().plus(settings.clockSkew().multipliedBy(2)),
                    REMEMBERED);
            return switch (service) {
                case DMP -> dmp(prefix, seen, settings, around);
                case ON -> {
                    PrescriptionStore kept = new PrescriptionStore(around.state(), prefix + "prescriptions");
                    yield new Memory(new OnAnswers(kept), seen, Map.of("prescriptions", kept, "messages", seen));
                }
                default -> new Memory(new InsiAnswers(settings), seen, Map.of("messages", seen));
            };
        }

        private static Memory dmp(String prefix, SeenBefore seen, TeleserviceSettings settings, Surroundings around) {
            DocumentStore documents = new DocumentStore(around.state(), prefix + "documents", around::messageId);
            Authorizations authorizations = new Authorizations(around.state(), prefix + "authorizations");
            return new Memory(
                    new DmpAnswers(settings, documents, authorizations, around),
                    seen,
                    Map.of("documents", documents, "authorizations", authorizations, "messages", seen));
        }
    }

    /** What the guards of any service are made of. */
    private record Parts(
            TeleserviceSettings settings,
            TokenGuard tokens,
            NumberGuard numbers,
            ReplayGuard replays,
            Faults faults,
            InstantSource clock) {}

    /**
     * Opens the port.
     *
     * @throws fr.accroche.wire.PortBusyException if another program has it
     */
    public TeleserviceSim start() {
        server.start();
        return this;
    }

    /** Where it listens, {@code https://host:port}; only once started. */
    public URI uri() {
        return server.uri();
    }

    /** Where business requests are posted, the DMP's about patients; its other services are beside. Only once started. */
    public URI endpoint() {
        return server.uri().resolve(paths.get(0));
    }

    /** Its faults on demand; its one endpoint is {@code business}. */
    public FaultBook faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
        introspector.close();
    }
}
