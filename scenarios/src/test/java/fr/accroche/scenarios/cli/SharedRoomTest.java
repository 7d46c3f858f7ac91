package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Language;
import fr.accroche.redis.RedisServer;
import fr.accroche.redis.RedisState;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.Version;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.StateUnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} says of a Redis that is there, and will not have it. */
class SharedRoomTest {

    private static final String SECRET = "s3cret-w0rd";

    @RegisterExtension
    static final RedisServer redis = new RedisServer();

    @TempDir
    private Path directory;

    private final MovableClock clock = MovableClock.running(Clock.systemUTC());

    @Test
    void aRoomOfAnotherVersionIsNotJoined() {
        try (RedisState older = RedisState.connect(redis.address(), "old", clock)) {
            older.agreed("version", () -> "accroche/0.0.1 rules/abc");

            CommandLineRun run = up("none", "--state", redis.address(), "--room", "old");
            CommandLineRun french = up("none", "--state", redis.address(), "--room", "old", "--lang", "fr");

            String own = "accroche/" + Version.CURRENT + " rules/" + RuleBook.VERSION;
            assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(run.err())
                    .contains("--room old: expected, by what its first copy left there (" + redis.address() + "/0): ")
                    .contains(": accroche/0.0.1 rules/abc; started here: " + own + "; choose another room, or start");
            assertThat(french.err())
                    .contains(" : accroche/0.0.1 rules/abc ; lancé ici : " + own + " ; choisir une autre");
            assertThat(directory.resolve("none")).doesNotExist();
            Room.shared(redis.address(), "new", clock).close();
            Room.shared(redis.address(), "new", clock).close();
        }
    }

    @Test
    void aRedisThatRefusesLaterIsNoDefectOfOurs() {
        TestFolders.open();
        String half = "ACL SETUSER half on >" + SECRET + " +@all ~{accroche:half:agreed}* ~{accroche:half:clock}*";
        assertThat(redis.does(half)).isTrue();

        CommandLineRun run = up(
                TestFolders.PATH.toString(),
                "--state",
                redis.address().replace("//", "//half:" + SECRET + "@"),
                "--room",
                "half",
                "--ports",
                String.valueOf(UpCommandTest.freeBlock()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err())
                .contains("--state: " + redis.address() + "/0 answers NOPERM, this account lacks")
                .contains("; nothing is started")
                .doesNotContain(SECRET, "internal error");
    }

    @Test
    void whatOnlyThisCopySawIsJudgedWhileItCanBeAndSaidToBeLost() {
        try (Room room = Room.shared(redis.address(), "full", clock)) {
            Room.Shared shared = room.shared().orElseThrow();
            room.journal().record(hop());
            assertThat(shared.leave()).isEmpty();
            try {
                assertThat(redis.does("CONFIG SET maxmemory 1")).isTrue();
                room.journal().record(hop());

                assertThat(room.seen().hops()).hasSize(2);
                assertThat(shared.leave().map(text -> text.in(Language.EN)).orElse(""))
                        .startsWith("room full: calls that this copy saw were not written there (1), and are lost");
                assertThat(redis.does("CONFIG SET maxmemory 0")).isTrue();
                assertThat(shared.leave()).isEmpty();
                redis.stop();
                assertThat(unjudged(room)).startsWith("no verdict: no Redis or Valkey answers at " + redis.address());
            } finally {
                redis.stop();
                redis.start();
            }
        }
    }

    private static String unjudged(Room room) {
        try {
            return String.valueOf(room.seen());
        } catch (StateUnavailableException away) {
            return room.shared().orElseThrow().unjudged(away).in(Language.EN);
        }
    }

    private Hop hop() {
        return new Hop(
                clock.instant(),
                Duration.ZERO,
                Stage.EXCHANGE,
                "api-psc",
                "GET /",
                200,
                Optional.empty(),
                new ClientCertificate.Absent(),
                Map.of(),
                List.of());
    }

    private CommandLineRun up(String work, String... words) {
        List<String> all = new ArrayList<>(List.of("up", "--work", work));
        all.addAll(List.of(words));
        return CommandLineRun.in(directory, all.toArray(String[]::new));
    }
}
