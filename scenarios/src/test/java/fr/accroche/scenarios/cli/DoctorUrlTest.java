package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Response;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code accroche doctor --url}. */
class DoctorUrlTest {

    private static final TestIgc IGC = TestFolders.open().igc();

    @TempDir
    private Path directory;

    @Test
    void aServerOfOursAnswers() {
        CommandLineRun run =
                called(Clock.systemUTC(), shown(Branch.TEST, "localhost"), new ClientAuthentication.None());

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .containsPattern("✓ https://localhost:\\d+/path — answers 200")
                .doesNotContain("query");
    }

    @Test
    void aServerThatWantsACertificateIsSaidTo() {
        CommandLineRun run = called(
                Clock.systemUTC(),
                shown(Branch.TEST, "localhost"),
                new ClientAuthentication.Strict(IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST), true));

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .containsPattern("· https://localhost:\\d+/path — answers, and asks for a client certificate");
    }

    @Test
    void anotherAuthorityIsNamed() {
        CommandLineRun run =
                called(Clock.systemUTC(), shown(Branch.PRODUCTION, "localhost"), new ClientAuthentication.None());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("✗ https://localhost:", "only the simulated IGC-Santé of this work folder", "to do: F13 — ");
    }

    @Test
    void anotherHostIsNamed() {
        CommandLineRun run = called(
                Clock.systemUTC(), shown(Branch.TEST, "autre.accroche.invalid"), new ClientAuthentication.None());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("✗ https://localhost:", "to do: F36 — ");
    }

    @Test
    void aClockThatIsElsewhereIsNamedWithTheDifference() {
        CommandLineRun run = called(
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-30)),
                shown(Branch.TEST, "localhost"),
                new ClientAuthentication.None());

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("answers 200")
                .containsPattern("! https://localhost:\\d+/path — its clock says .* (29|30) minutes apart")
                .contains("to do: F29 — ", "1 to watch");
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsNamed() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answerInClear(plain));
            server.start();

            CommandLineRun run = doctor("https://localhost:" + plain.getLocalPort());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains("does not speak TLS on this port", "to do: F37 — ");
        }
    }

    private static void answerInClear(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void nobodyThereIsNamed() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }

        CommandLineRun run = doctor("https://localhost:" + port + "/", "--url", "https://nulle-part.accroche.invalid/");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("✗ https://localhost:" + port + "/ — nobody answers there", "start the server")
                .contains("✗ https://nulle-part.accroche.invalid/ — no host of that name", "check the name")
                .contains("not ready: 2 wrong");
    }

    @Test
    void plainHttpIsNotCalled() {
        CommandLineRun run = doctor("http://localhost:1/");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("✗ http://localhost:1/ — plain HTTP: nothing is called", "to do: F37 — ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://someone:hidden-word@localhost/",
                "localhost:8443",
                "https://",
                "//localhost/",
                "https://a b/",
                "https://localhost:99999/",
                "http://localhost:0/"
            })
    void whatIsNoUrlIsRefusedAndNotRepeated(String url) {
        CommandLineRun run = doctor(url);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--url: expected https://host").doesNotContain("hidden-word");
        assertThat(run.out()).isEmpty();
    }

    private CommandLineRun called(Clock serverClock, HeldCertificate shown, ClientAuthentication clients) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServerSettings settings = new ServerSettings("vendor", free, shown, clients, Limits.DEFAULT);
        try (WireRuntime runtime = WireRuntime.start(serverClock);
                WireServer server =
                        new WireServer(runtime, settings, request -> Response.of(200), new ConnectionObserver() {})) {
            server.start();
            return doctor("https://localhost:" + server.uri().getPort() + "/path?query=hidden");
        }
    }

    private CommandLineRun doctor(String... urls) {
        return new BroughtDeclaration(directory)
                .doctor(Stream.concat(Stream.of("--url"), List.of(urls).stream())
                        .toArray(String[]::new));
    }

    private static HeldCertificate shown(Branch branch, String host) {
        Instant now = Clock.systemUTC().instant();
        return IGC.issue(new Order(
                Profile.SERV_SSL,
                branch,
                "Paris (75)",
                "EXPLOITANT FICTIF",
                "300000000010009",
                host,
                List.of(host),
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(90))));
    }
}
