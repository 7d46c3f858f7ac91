package fr.accroche.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.scenarios.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Business requests through the proxy, by mTLS on both sides and with the bearer added, next to nginx that does the same, in
 * one run; then where the proxy's time goes. Asked for by name, so that no build waits for it; it asserts that every answer
 * was right, and nothing about time. With {@code -Daccroche.write=true} it writes its part of {@code docs/load.md}.
 */
class ProxyLoad {

    private static final int CONNECTIONS = Integer.getInteger("accroche.connections", 64);
    private static final int ROUNDS = Integer.getInteger("accroche.rounds", 5);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("accroche.seconds", 10));

    @Test
    void measure(@TempDir Path work) throws Exception {
        assertThat(Programs.present("nginx"))
                .as("nginx is not in the PATH; on Debian: apt-get install nginx-light, and add /usr/sbin to PATH")
                .isTrue();
        // the worker processes of root's nginx are those of nobody
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx--x--x"));
        String version = Programs.run(work, "nginx", "-v")
                .printed()
                .replace("nginx version: ", "")
                .strip();
        LoadPage page = new LoadPage(
                new LoadPage.Setting(CONNECTIONS, ROUNDS, TIME, version),
                compared(Files.createDirectory(work.resolve("figures"))),
                profiles(Files.createDirectory(work.resolve("profile"))));
        System.out.println(page.section());
        if (Boolean.getBoolean("accroche.write")) {
            page.write(Path.of(".."));
        }
    }

    private static Map<Workload, Compared> compared(Path work) throws Exception {
        Map<Workload, Compared> compared = new LinkedHashMap<>();
        try (LoadStage stage = LoadStage.start(work, Path.of(System.getProperty("java.home")), CONNECTIONS)) {
            for (Workload workload : Workload.ALL) {
                compared.put(workload, compare(stage, workload));
            }
        }
        return compared;
    }

    private static Map<Workload, Breakdown> profiles(Path work) throws Exception {
        Map<Workload, Breakdown> profiles = new LinkedHashMap<>();
        String java = System.getProperty("accroche.profile.java", System.getProperty("java.home"));
        try (LoadStage stage = LoadStage.start(work, Path.of(java), CONNECTIONS)) {
            for (Workload workload : Workload.PROFILED) {
                profiles.put(workload, profile(stage, workload, work.resolve(workload.bytes() + ".jfr")));
            }
        }
        return profiles;
    }

    /** Each is warmed up; then they take turns, so that both have the same good and bad moments. */
    private static Compared compare(LoadStage stage, Workload workload) throws Exception {
        List<Round> nginx = new ArrayList<>();
        List<Round> ours = new ArrayList<>();
        warm(stage, stage.ours(), workload, TIME.multipliedBy(2));
        warm(stage, stage.nginx(), workload, TIME);
        for (int round = 0; round < ROUNDS; round++) {
            nginx.add(measured(stage.nginx(), workload, stage.open(stage.nginx(), workload), TIME));
            ours.add(measured(stage.ours(), workload, stage.open(stage.ours(), workload), TIME));
        }
        return new Compared(nginx, ours);
    }

    private static void warm(LoadStage stage, LoadStage.Target target, Workload workload, Duration time)
            throws Exception {
        assertThat(stage.open(target, workload).run(time).errors()).isZero();
    }

    private static Round measured(LoadStage.Target target, Workload workload, LoadStage.Opened opened, Duration time)
            throws Exception {
        Round round = opened.run(time);
        System.out.println(target.name() + " " + workload.label() + ": " + round);
        assertThat(round.errors()).isZero();
        return round;
    }

    /** Warmed up, then recorded once the connections are open, so that no handshake is in it. */
    private static Breakdown profile(LoadStage stage, Workload workload, Path recording) throws Exception {
        warm(stage, stage.ours(), workload, TIME.multipliedBy(3));
        LoadStage.Opened opened = stage.open(stage.ours(), workload);
        stage.process().record();
        Round round = measured(stage.ours(), workload, opened, TIME.multipliedBy(4));
        stage.process().keep(recording);
        Breakdown profile = Breakdown.of(round, recording);
        System.out.println(profile.hotSpots());
        return profile;
    }
}
