package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscChoices;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Journal;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.RunningChain;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.DeclaredOrders;
import fr.accroche.scenarios.chain.OwnMaterial;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.scenarios.doctor.Checkup;
import fr.accroche.scenarios.doctor.ProxyProbe;
import fr.accroche.scenarios.door.UpDoors;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.TextReport;
import fr.accroche.scenarios.report.doctor.CheckupText;
import fr.accroche.scenarios.watch.Watch;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.StateUnavailableException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accroche up}: starts the chain and stays, for a vendor's own LPS or proxy, until it is interrupted. */
@Command(name = "up", sortOptions = false)
final class UpCommand implements Callable<Integer> {

    private static final String E_CPS = "/__accroche/ecps";
    private static final Text NOT_YET = Text.of(
            "la chaîne reste prête : démarrer ou corriger votre proxy, puis se connecter",
            "the chain stays ready: start your proxy or put it right, then connect");
    private static final Text TOO_LATE = Text.of(
            "--timeout : ce qui était attendu n'est pas venu à temps",
            "--timeout: what was waited for did not come in time");
    private static final Text DROPPED = Text.of(
            "  Les {0} appels les plus anciens n'ont pas été gardés : le verdict ne porte pas sur eux.",
            "  The {0} oldest calls were not kept: the verdict is not about them.");

    private final Console console;

    @Mixin
    private ChainOptions options;

    @Mixin
    private ReachOptions reach;

    @Mixin
    private OnlyOption only;

    @Mixin
    private RoomOptions rooms;

    @Option(names = "--ecps", paramLabel = "allow|ask", descriptionKey = "ecps")
    private ECpsMode eCps;

    @Mixin
    private RecordOption record;

    @Mixin
    private WatchOptions watching;

    @Mixin
    private CommonOptions common;

    /** Who answers at the e-CPS. */
    enum ECpsMode {
        /** Every professional approves by itself. */
        ALLOW(PscChoices.ECpsAnswer.ALLOW),
        /** Whoever opens the page, or calls. */
        ASK(PscChoices.ECpsAnswer.SILENT);

        private final PscChoices.ECpsAnswer answer;

        ECpsMode(PscChoices.ECpsAnswer answer) {
            this.answer = answer;
        }
    }

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Optional<Duration> timeout = watching.timeout();
        Ports ports = reach.applied(options.ports(Ports.BLOCK)).only(only.links(rooms.shared()));
        rooms.check(watching);
        record.check(console, options.file(console));
        MovableClock clock = MovableClock.running(Clock.systemUTC());
        Declaration declaration = options.declaration(console, clock);
        Optional<OwnMaterial> own = options.brought(declaration, declaration.operations(), console, clock);
        if (own.isEmpty()) {
            return ExitCode.ENVIRONMENT;
        }
        try (Room room = rooms.open(clock);
                Stubs stubs = options.stubs(console);
                Telemetry telemetry = options.telemetry(declaration.settings().telemetry(), console)) {
            room.shared().map(Room.Shared::opened).ifPresent(console::say);
            WorkFolder folder = room.traced(
                    options.folder(console, clock), declaration.settings().proxy());
            RoomOptions.starting(() -> room.requireSame(folder, DeclaredOrders.branch(declaration)));
            Watch watch = new Watch(declaration, room.journal(), new WatchLines(console));
            Journal told = telemetry.around(hop -> show(watch, hop), clock);
            UpDoors doors = new UpDoors(console.language());
            Chain.Surround around = new Chain.Surround(
                            folder, ports, stubs, told, clock, new SecureRandom(), room.state())
                    .with(doors.routes());
            ChainPlan plan = plan(declaration).withOwn(own.get());
            Chain chain = RoomOptions.starting(
                    () -> Chain.start(plan, declaration.operations().get(0), around));
            RunningChain running = RunningChain.of(plan, chain, around, room.journal(), telemetry);
            doors.open(running);
            Ending<Optional<Run>> ending = new Ending<>(() -> ended(chain, running, room, telemetry));
            return stay(chain, watch, ending, declaration, timeout);
        }
    }

    /** The verdict of a chain that has stopped; none where what it shared cannot be reached. */
    private Optional<Run> ended(Chain chain, RunningChain running, Room room, Telemetry telemetry) {
        try (telemetry) {
            stop(chain);
            Room.Seen seen = room.seen();
            Run run = running.judged(seen.hops());
            verdict(run, seen);
            return Optional.of(run);
        } catch (StateUnavailableException away) {
            room.shared().map(shared -> shared.unjudged(away)).ifPresent(console::say);
            return Optional.empty();
        } catch (IllegalStateException unreadable) {
            console.say(Text.verbatim(String.valueOf(unreadable.getMessage())));
            return Optional.empty();
        } finally {
            room.shared().flatMap(Room.Shared::leave).ifPresent(console::say);
        }
    }

    /** A server that does not stop costs a line, and no verdict. */
    private void stop(Chain chain) {
        try {
            chain.close();
        } catch (IllegalStateException stubborn) {
            console.say(Text.verbatim(String.valueOf(stubborn.getMessage())));
        }
    }

    /** Until it is interrupted, or a watch has seen enough. */
    private int stay(
            Chain chain, Watch watch, Ending<Optional<Run>> ending, Declaration declaration, Optional<Duration> timeout)
            throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupted(watch, ending, stopped), "accroche-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new UpTable(console, chain, declaration).print();
            look(chain, declaration);
            if (watching.watching()) {
                return watched(chain, watch, ending, timeout);
            }
            stopped.await();
            return ExitCode.CONFORME;
        } finally {
            try {
                ending.end();
            } finally {
                forget(hook);
            }
        }
    }

    /** Whoever calls {@link Main} in a process that lives on would keep the chain with it. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            // it runs, or has run
        }
    }

    private static void interrupted(Watch watch, Ending<Optional<Run>> ending, CountDownLatch stopped) {
        try {
            watch.stop();
            ending.end();
        } finally {
            stopped.countDown();
        }
    }

    private int watched(Chain chain, Watch watch, Ending<Optional<Run>> ending, Optional<Duration> timeout)
            throws InterruptedException {
        URI eCps = chain.uri(Participant.PSC).resolve(E_CPS);
        Watch.End end = watch.judge(new Watch.Doors(chain.uri(Participant.PROXY), eCps), watching.until(), timeout);
        if (end == Watch.End.TIMEOUT) {
            console.say(TOO_LATE);
        }
        Optional<Run> run = ending.end();
        if (end == Watch.End.STOPPED) {
            return ExitCode.CONFORME;
        }
        int code = run.map(one -> ExitCode.of(one.verdict().outcome())).orElse(ExitCode.ENVIRONMENT);
        return end == Watch.End.TIMEOUT && code == ExitCode.CONFORME ? ExitCode.INCONCLUSIVE : code;
    }

    /** As declared, unless an option says who answers at the e-CPS. */
    private ChainPlan plan(Declaration declaration) {
        ChainPlan sound = ChainPlan.sound(declaration);
        return eCps == null
                ? sound
                : sound.withSettings(settings -> settings.withPsc(settings.psc().withECps(eCps.answer)));
    }

    private void show(Watch watch, Hop hop) {
        watch.record(hop);
        if (console.log().json().isPresent()) {
            return; // it is a line of the log
        }
        console.out().println(TextReport.line(hop, console.language(), console.paint()));
    }

    /** A vendor's proxy may be started later: what does not answer yet is said, and waited for. */
    private void look(Chain chain, Declaration declaration) {
        Operation first = declaration.operations().get(0);
        ProxyProbe.of(declaration, first).ifPresent(probe -> {
            try (WireClient http = chain.lps().probing(first)) {
                Checkup checkup = probe.through(http);
                if (checkup.failures() > 0) {
                    console.err().print(CheckupText.of(checkup, console.language(), console.paint()));
                    console.say(NOT_YET);
                }
            }
        });
    }

    private void verdict(Run run, Room.Seen seen) {
        seen.said().ifPresent(text -> line(in(text)));
        console.out().print(TextReport.of(run, console.language(), console.paint()));
        if (seen.dropped() > 0) {
            line(in(DROPPED.with(seen.dropped())));
        }
        console.out().flush();
        record.write(run, console);
    }

    private String in(Text text) {
        return text.in(console.language());
    }

    private void line(String text) {
        console.out().println(text);
    }
}
