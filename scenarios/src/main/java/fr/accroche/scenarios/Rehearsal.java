package fr.accroche.scenarios;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ScenarioStep;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.doctor.ProxyProbe;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.lps.LpsDriver;
import fr.accroche.scenarios.lps.SeatedPerson;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.Runs;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The main job: starts a chain, drives sessions through it, and judges what was seen. */
public final class Rehearsal {

    private static final int HOPS_KEPT = 100_000;
    private static final int AT_ONCE = 8;

    private final WorkFolder folder;
    private final Ports ports;
    private final Stubs stubs;
    private final MovableClock clock;
    private final SecureRandom random;
    private final SeatedPerson person;
    private final OwnMaterial own;
    private final Telemetry telemetry;

    /** With the usual professional before the LPS. */
    public Rehearsal(WorkFolder folder, Ports ports, Stubs stubs, MovableClock clock, SecureRandom random) {
        this(folder, ports, stubs, clock, random, SeatedPerson.physician(), OwnMaterial.NONE, Telemetry.NONE);
    }

    private Rehearsal(
            WorkFolder folder,
            Ports ports,
            Stubs stubs,
            MovableClock clock,
            SecureRandom random,
            SeatedPerson person,
            OwnMaterial own,
            Telemetry telemetry) {
        this.folder = folder;
        this.ports = ports;
        this.stubs = stubs;
        this.clock = clock;
        this.random = random;
        this.person = person;
        this.own = own;
        this.telemetry = telemetry;
    }

    /** The same, with another professional before the LPS. */
    public Rehearsal with(SeatedPerson other) {
        return new Rehearsal(folder, ports, stubs, clock, random, other, own, telemetry);
    }

    /** The same, to which the vendor brings this. */
    public Rehearsal with(OwnMaterial brought) {
        return new Rehearsal(folder, ports, stubs, clock, random, person, brought, telemetry);
    }

    /** The same, which tells what passes. */
    public Rehearsal with(Telemetry told) {
        return new Rehearsal(folder, ports, stubs, clock, random, person, own, told);
    }

    /** A session of each operation through a sound chain. */
    public Run sound(Declaration declaration, List<Operation> operations) throws IOException {
        return planned(sound(declaration), operations);
    }

    /**
     * The same for several architectures, each with a chain of its own: all at once where any free port does, since most of
     * a run is waiting; else one after the other.
     */
    public Runs sound(Map<ShippedDeclaration, Declaration> architectures) throws IOException {
        Instant begun = clock.real().instant();
        List<ShippedDeclaration> order = List.copyOf(architectures.keySet());
        List<Run> played = Together.of(order, ports.anyFree() ? AT_ONCE : 1, each -> {
            Declaration declaration = architectures.get(each);
            return sound(declaration, declaration.operations());
        });
        Map<ShippedDeclaration, Run> runs = new EnumMap<>(ShippedDeclaration.class);
        for (int i = 0; i < order.size(); i++) {
            runs.put(order.get(i), played.get(i));
        }
        return new Runs(runs, Duration.between(begun, clock.real().instant()));
    }

    /** A session of one operation through a chain with one fault. */
    public Run faulty(Declaration declaration, Fault fault, Operation operation) throws IOException {
        return faulty(declaration, List.of(fault), operation);
    }

    /**
     * The same with several faults at once; with none, a sound one.
     *
     * @throws IllegalArgumentException if two of them cannot be shown together
     */
    public Run faulty(Declaration declaration, List<Fault> faults, Operation operation) throws IOException {
        ChainPlan plan = Faults.in(sound(declaration), faults, operation);
        return run(plan, faults, List.of(operation), Session.WHOLE);
    }

    /** A session of each operation, all at once, through a chain built like this; one that is named twice has two. */
    public Run planned(ChainPlan plan, List<Operation> operations) throws IOException {
        return run(plan, List.of(), operations, Session.WHOLE);
    }

    /** A session of one operation with one business request of the vendor's, sent as it is. */
    public Run own(Declaration declaration, Operation operation, Teleservice service, byte[] request)
            throws IOException {
        ChainPlan plan = sound(declaration);
        return run(plan, List.of(), List.of(operation), new Session(1, driver -> driver.one(service, request)));
    }

    /**
     * A session of each operation by these steps, through a chain that is not as it should be. Where time passes in it they come one
     * after the other, since it passes for all.
     *
     * @param broken what becomes of a sound plan
     * @param faults those of the catalogue that are in it
     */
    public Run stepped(
            Declaration declaration,
            UnaryOperator<ChainPlan> broken,
            List<Fault> faults,
            List<Operation> operations,
            List<ScenarioStep> steps)
            throws IOException {
        boolean waits = steps.stream().anyMatch(ScenarioStep.Wait.class::isInstance);
        return run(
                broken.apply(sound(declaration)),
                faults,
                operations,
                new Session(waits ? 1 : AT_ONCE, driver -> driver.follow(steps, clock::advance)));
    }

    private ChainPlan sound(Declaration declaration) {
        return ChainPlan.sound(declaration).withPerson(person).withOwn(own);
    }

    private interface Course {
        void through(LpsDriver driver) throws IOException;
    }

    private record Session(int atOnce, Course course) {
        private static final Session WHOLE = new Session(AT_ONCE, LpsDriver::everyTeleservice);
    }

    private Run run(ChainPlan plan, List<Fault> faults, List<Operation> operations, Session session)
            throws IOException {
        Instant begun = clock.instant();
        Instant reallyBegun = clock.real().instant();
        InMemoryJournal journal = new InMemoryJournal(HOPS_KEPT);
        Chain.Surround around =
                new Chain.Surround(folder, ports, stubs, telemetry.around(journal, clock), clock, random);
        OwnLinks own;
        try (Chain chain = Chain.start(plan, operations.get(0), around)) {
            ProxyProbe.require(plan.declared(), operations.get(0), chain.lps()::probing);
            Together.of(operations, session.atOnce(), operation -> {
                try (SimulatedLps lps = SimulatedLps.of(chain, plan, operation, around)) {
                    lps.browser().logIn();
                    session.course().through(lps.driver());
                }
                return operation;
            });
            own = OwnLinks.of(plan.declared(), chain.uri(Participant.PROXY), chain.addresses(), journal.hops());
        }
        Duration took = Duration.between(reallyBegun, clock.real().instant());
        Run run = Run.judged(plan.declared(), faults, operations, journal.hops(), begun, begun.plus(took));
        telemetry.judged(run.verdict());
        return run.with(own);
    }
}
