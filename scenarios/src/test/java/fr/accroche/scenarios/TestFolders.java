package fr.accroche.scenarios;

import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** One work folder for all the tests of this module: making keys is slow, and runs do not spoil each other's. */
public final class TestFolders {

    public static final Path PATH = Path.of("target", "work").toAbsolutePath();

    private static final KeySizes SMALL = new KeySizes(2048, 2048);

    private TestFolders() {}

    public static WorkFolder open() {
        return open(clock());
    }

    /** The same folder, seen by a clock that a run may move. */
    public static WorkFolder open(MovableClock clock) {
        return WorkFolder.in(PATH, clock, SMALL);
    }

    public static MovableClock clock() {
        return MovableClock.running(Clock.systemUTC());
    }

    public static Rehearsal rehearsal() {
        MovableClock clock = clock();
        return new Rehearsal(open(clock), Ports.FREE, Stubs.NONE, clock, new SecureRandom());
    }
}
