package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Processes.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that share a folder, one after the other or at once. */
class OtherRunTest {
    @TempDir
    Path work;

    @Test
    void makesOneIgcInTwoProcessesAtOnceAndReusesItWithoutBouncyCastle() throws Exception {
        Path folder = work.resolve("certs");
        Process one = Processes.startOtherRun(true, folder, work.resolve("one"));
        Process other = Processes.startOtherRun(true, folder, work.resolve("other"));
        assertEnded(Processes.end(one));
        assertEnded(Processes.end(other));

        // Without the library on its class path, a run that needed any of it would fail.
        assertEnded(Processes.end(Processes.startOtherRun(false, folder, work.resolve("second"))));

        List<String> got = Files.readAllLines(work.resolve("one"));
        assertThat(got).endsWith("trust.p12", "true", "false");
        assertThat(Files.readAllLines(work.resolve("other"))).isEqualTo(got);
        assertThat(Files.readAllLines(work.resolve("second"))).isEqualTo(got);
    }

    @Test
    void makesOneIgcInTwoThreadsAtOnce() {
        Path folder = work.resolve("certs");

        CompletableFuture<List<String>> other = CompletableFuture.supplyAsync(() -> OtherRun.got(folder));
        List<String> got = OtherRun.got(folder);

        assertThat(other.join()).isEqualTo(got);
    }

    private static void assertEnded(Ended ended) {
        assertThat(ended.code()).as(ended.output()).isZero();
    }
}
