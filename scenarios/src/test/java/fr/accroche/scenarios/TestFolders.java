package fr.accroche.scenarios;

import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.teleservice.stub.Stubs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** One work folder for all the tests of this module: making keys is slow, and runs do not spoil each other's. */
public final class TestFolders {

    public static final Path PATH = Path.of("target", "work").toAbsolutePath();

    private static final KeySizes SMALL = new KeySizes(2048, 2048);

    private TestFolders() {}

    public static WorkFolder open() {
        return WorkFolder.in(PATH, Clock.systemUTC(), SMALL);
    }

    public static Rehearsal rehearsal() {
        return new Rehearsal(open(), Ports.FREE, Stubs.NONE, Clock.systemUTC(), new SecureRandom());
    }
}
