package fr.accroche.scenarios.clients;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.messages.AssertionPs;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Ins;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.Person;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.Traits;
import fr.accroche.messages.Vihf;
import fr.accroche.messages.VihfSigner;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.teleservice.FictivePatient;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A chain with an open session at its proxy, and all that a SOAP client must be told to call through it. */
final class SoapChain implements AutoCloseable {

    private static final String PERSON = "899900000011";
    private static final String STRUCTURE = "499900000011000";
    private static final FictivePatient PATIENT = FictivePatient.ALL.get(0);

    private final MovableClock clock = TestFolders.clock();
    private final InMemoryJournal journal = new InMemoryJournal(200);
    private final Declaration declaration;
    private final Operation operation;
    private final LogicielUtilisateur lps;
    private final Chain chain;
    private final String cookie;

    private SoapChain() throws DeclarationException, IOException {
        declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        operation = declaration.operations().get(0);
        lps = declaration.lps(operation);
        chain = Chain.start(
                ChainPlan.sound(declaration),
                operation,
                new Chain.Surround(
                        TestFolders.open(clock), Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom()));
        cookie = connect();
    }

    static SoapChain start() throws DeclarationException, IOException {
        return new SoapChain();
    }

    private String connect() throws IOException {
        String body =
                "{\"nationalId\":\"" + PERSON + "\",\"bindingMessage\":\"42\",\"channel\":\"MOBILE\",\"clientId\":\""
                        + operation.clientId().value() + "\"}";
        try (WireClient http = chain.lps().connection(operation)) {
            Response connected = http.send(
                    ClientRequest.post(chain.uri(Participant.PROXY).resolve("/connect"), "application/json", body));
            return connected.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
        }
    }

    /** What the client reads of its environment; its assertions are files of a folder. */
    Map<String, String> environment(Path folder) throws IOException {
        Traits traits = PATIENT.traits();
        Map<String, String> environment = new HashMap<>(Map.of(
                "PROXY", withoutSlash(chain.uri(Participant.PROXY).toString()),
                "COOKIE", cookie,
                "PERSON", PERSON,
                "STRUCTURE", STRUCTURE,
                "PATIENT", patient().hl7(),
                "LPS_NAME", lps.name(),
                "LPS_VERSION", lps.version(),
                "IDAM", lps.number(Teleservice.INSI).orElseThrow().value()));
        environment.put("BIRTH_NAME", traits.birthName().orElseThrow());
        environment.put("FIRST_NAME", traits.firstNames().get(0));
        environment.put("SEX", traits.sex().orElseThrow());
        environment.put("BIRTH_DATE", traits.birthDate().orElseThrow());
        environment.put("ASSERTION_PS", file(folder, "assertion-ps", assertionPs()));
        for (String call : List.of("DEPOSIT", "SEARCH", "READ")) {
            environment.put("VIHF_" + call, file(folder, "vihf-" + call, vihf()));
        }
        return environment;
    }

    private static String withoutSlash(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    private static String file(Path folder, String name, SamlAssertion assertion) throws IOException {
        return Files.writeString(folder.resolve(name + ".xml"), assertion.xml())
                .toAbsolutePath()
                .toString();
    }

    /** The matricule and its key that INSi must answer. */
    Ins ins() {
        return PATIENT.forInsi();
    }

    private Ins patient() {
        return PATIENT.forDmp(declaration.environment());
    }

    Path trust() {
        return chain.trust().p12().toAbsolutePath();
    }

    Verdict verdict() {
        return Verdict.judge(declaration, journal.hops());
    }

    List<Hop> hops() {
        return journal.hops();
    }

    private SamlAssertion assertionPs() {
        return new AssertionPs(
                        "_" + UUID.randomUUID(),
                        clock.instant(),
                        "CN=" + operation.clientId().value(),
                        PERSON,
                        "PSC",
                        "991000001",
                        Optional.of("01"),
                        "SA07",
                        Optional.empty())
                .toAssertion();
    }

    private SamlAssertion vihf() {
        VihfSigner seal = new VihfSigner(
                chain.seal(operation).key(), chain.seal(operation).certificate());
        return seal.sign(new Vihf(
                "_" + UUID.randomUUID(),
                clock.instant(),
                seal.issuer(),
                new Person(
                        PERSON,
                        "DEMO CAMILLE",
                        List.of(
                                new CodedValue("10", CodedValue.PROFESSION, "Médecin"),
                                new CodedValue("SM26", CodedValue.SPECIALITY, "Médecine générale"))),
                STRUCTURE,
                Optional.of("SA07"),
                "DELEGUEE",
                Optional.of(patient()),
                CodedValue.normalAccess(),
                new LpsIdentity(
                        Optional.of(lps.name()),
                        Optional.of(lps.version()),
                        Optional.of("1.2.250.1.999.1"),
                        lps.number(Teleservice.DMP).map(NumeroHomologation::value)),
                Vihf.MOBILE_TWO_FACTOR,
                "3.0"));
    }

    @Override
    public void close() {
        chain.close();
    }
}
