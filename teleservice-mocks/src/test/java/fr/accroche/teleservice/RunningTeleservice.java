package fr.accroche.teleservice;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Profile;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.ClientId;
import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Couloir;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.Edition;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.IdNatStruct;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Solution;
import fr.accroche.compliance.declaration.SourceLines;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.declaration.TeleserviceChoices;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.messages.SoapMessage;
import fr.accroche.teleservice.LpsRegister.DeclaredNumber;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** A téléservice on a free port, its authorization server, and a client to call it with. */
final class RunningTeleservice implements AutoCloseable {

    static final Instant NOW = Instant.now();

    /** Who operates the LPS; the proxy's operator is another. */
    static final String OTHER_OPERATOR = "300000000020002";

    /** For INSi, of a software of another client. */
    static final String NUMBER_OF_ANOTHER = "INSI-SIMULE-0002";

    /** Attributed to the client for test environments. */
    static final String TEST_NUMBER = "SIMULE-TEST-0001";

    private final WireRuntime runtime = WireRuntime.start();
    final FakeAuthorizationServer authorizationServer = new FakeAuthorizationServer(runtime);
    final RecordingJournal journal = new RecordingJournal();
    final Surroundings around;
    final TeleserviceSim sim;
    private final String audience;

    RunningTeleservice(Teleservice service, Stubs stubs, boolean realistic) {
        this(service, stubs, realistic, pedagogic());
    }

    RunningTeleservice(Teleservice service, Stubs stubs, boolean realistic, ClientAuthentication clients) {
        this(service, stubs, clients, Settings.DEFAULT.withRealistic(realistic));
    }

    private RunningTeleservice(Teleservice service, Stubs stubs, ClientAuthentication clients, Settings declared) {
        this(service, stubs, clients, declared, MemoryState::new);
    }

    private RunningTeleservice(
            Teleservice service,
            Stubs stubs,
            ClientAuthentication clients,
            Settings declared,
            Function<MovableClock, State> state) {
        MovableClock clock = MovableClock.stoppedAt(NOW);
        this.around = new Surroundings(journal, clock, new Random(7), runtime, state.apply(clock));
        this.audience = service.route();
        TeleserviceSettings settings = new TeleserviceSettings(
                authorizationServer.settings(audience),
                Environment.TEST,
                TestCertificates.judge(Profile.ORG_SIGN),
                declared);
        this.sim = new TeleserviceSim(service, listening(clients), settings, register(), stubs, around).start();
    }

    /** The software of the declaration, and others that the service knows too. */
    private static LpsRegister register() {
        Map<String, LpsRegister.Row> rows =
                new HashMap<>(LpsRegister.from(DeclaredChoices.shipped(ShippedDeclaration.PROXY_PARTAGE))
                        .rows());
        rows.putAll(LpsRegister.from(declaration()).rows());
        DeclaredNumber test = new DeclaredNumber(
                new NumeroHomologation(TEST_NUMBER),
                "accroche.yaml:20",
                Pmt.validated(LocalDate.ofInstant(NOW, ZoneOffset.UTC)).validity());
        return new LpsRegister(rows, Map.of(TestCertificates.CLIENT_ID, test));
    }

    static RunningTeleservice of(Teleservice service) {
        return of(service, TeleserviceChoices.DEFAULT);
    }

    /** One that makes other choices where public documents are silent. */
    static RunningTeleservice of(Teleservice service, TeleserviceChoices choices) {
        return of(service, Settings.DEFAULT.with(choices));
    }

    /** One of which anything may be set otherwise. */
    static RunningTeleservice of(Teleservice service, Settings declared) {
        return new RunningTeleservice(service, Stubs.NONE, pedagogic(), declared);
    }

    /** A copy of a téléservice: it keeps what outlives a call where the others of this state do. */
    static RunningTeleservice copy(Teleservice service, Settings declared, State state) {
        return new RunningTeleservice(service, Stubs.NONE, pedagogic(), declared, clock -> state);
    }

    private static ClientAuthentication pedagogic() {
        return new ClientAuthentication.Pedagogic(TestCertificates.judge(Profile.ORG_AUTH_CLI));
    }

    /** A DMP of other rights, or with the answers of a user. */
    static RunningTeleservice dmp(Stubs stubs, DmpChoices rights) {
        return new RunningTeleservice(
                Teleservice.DMP, stubs, pedagogic(), Settings.DEFAULT.with(TeleserviceChoices.DEFAULT.with(rights)));
    }

    static ServerSettings listening(ClientAuthentication clients) {
        return new ServerSettings(
                "teleservice", new InetSocketAddress("127.0.0.1", 0), TestCertificates.SERVER, clients, Limits.DEFAULT);
    }

    /** A token as it should be. */
    String soundToken() {
        String token = Tokens.jwt(Tokens.claims(audience, TestCertificates.CLIENT, Thumbprint.RFC8705));
        authorizationServer.knows(token, Tokens.claims(audience, TestCertificates.CLIENT, Thumbprint.RFC8705));
        return token;
    }

    /** The same of another person. */
    String soundToken(String person) {
        JsonObject claims = Tokens.claims(audience, TestCertificates.CLIENT, Thumbprint.RFC8705)
                .with("SubjectNameID", person);
        String token = Tokens.jwt(claims);
        authorizationServer.knows(token, claims);
        return token;
    }

    /** Posts with the sound certificate and a sound token. */
    Response post(byte[] body) throws IOException {
        return post(Optional.of(TestCertificates.CLIENT), Headers.of("Authorization", "Bearer " + soundToken()), body);
    }

    Response post(Optional<HeldCertificate> identity, Headers headers, byte[] body) throws IOException {
        return send(identity, new ClientRequest("POST", sim.endpoint(), headers, body));
    }

    /** Posts to another service of the DMP, by its name, with the sound certificate and a sound token. */
    Response post(String service, SoapMessage message) throws IOException {
        Headers headers = Headers.of("Authorization", "Bearer " + soundToken(), "Content-Type", message.contentType());
        return send(
                Optional.of(TestCertificates.CLIENT),
                new ClientRequest("POST", sim.endpoint().resolve(service), headers, message.bytes()));
    }

    Response send(Optional<HeldCertificate> identity, ClientRequest request) throws IOException {
        ClientSettings plain = ClientSettings.trusting(TestCertificates.ROOTS);
        try (WireClient client =
                new WireClient(runtime, identity.map(plain::presenting).orElse(plain))) {
            return client.send(request);
        }
    }

    Hop hop() throws InterruptedException {
        return journal.take();
    }

    URI uri() {
        return sim.uri();
    }

    @Override
    public void close() {
        sim.close();
        authorizationServer.close();
        runtime.close();
    }

    static Declaration declaration() {
        Map<Teleservice, Homologation> homologations = Map.of(
                Teleservice.DMP, Homologation.of(new NumeroHomologation(Samples.DMP_NUMBER)),
                Teleservice.INSI, Homologation.of(new NumeroHomologation(Samples.INSI_NUMBER)),
                Teleservice.ON, Homologation.of(new NumeroHomologation(Samples.ON_NUMBER)));
        ComposantPrincipal lps = new ComposantPrincipal(
                Edition.of("lps", "alpha", List.of()),
                new Product(
                        Samples.VERSION, List.of(new CommercialName(Samples.NAME, Optional.empty(), homologations))),
                List.of());
        return new Declaration(
                Couloir.VILLE,
                Environment.TEST,
                List.of(Solution.of(
                        "Logiciel Alpha", "alpha", List.of(Teleservice.DMP, Teleservice.INSI, Teleservice.ON))),
                Map.of(
                        "alpha",
                        new Actor("alpha", "Éditeur Alpha", new IdNatStruct(TestCertificates.PROXY_OPERATOR)),
                        "beta",
                        new Actor("beta", "Opérateur Beta", new IdNatStruct(OTHER_OPERATOR))),
                Map.of("lps", lps),
                List.of(new Operation(new ClientId(TestCertificates.CLIENT_ID), "lps", "beta", "proxy", "alpha")),
                Settings.DEFAULT,
                List.of(),
                new SourceLines(
                        "accroche.yaml",
                        Map.of("components.lps.homologations.DMP", 14, "components.lps.homologations", 13)));
    }
}
