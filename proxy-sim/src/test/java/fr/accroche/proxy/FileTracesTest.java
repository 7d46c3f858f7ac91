package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.wire.Response;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of traces in a file when the process ends, the disk fails, or somebody else writes. */
class FileTracesTest {

    private static final String ALL = "/traces?start=2020-01-01T00:00:00Z&end=2030-01-01T00:00:00Z";

    @TempDir
    private Path folder;

    private Path file;
    private final MovableClock clock = MovableClock.stoppedAt(Chain.START);
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void name() {
        file = folder.resolve("traces").resolve("proxy.ndjson");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void showsTheSameAfterARestart() throws Exception {
        // Given
        String before;
        try (Chain chain = Chain.with(settings -> settings.withTraces(file))) {
            Lps lps = chain.lps();
            lps.connect("gamma-edc-bas");
            lps.connect(Chain.ALPHA);
            lps.post("/send/dmp/a/b", "body");
            before = lps.get(ALL).text();
        }

        // When
        try (Chain chain = Chain.with(settings -> settings.withTraces(file))) {
            Response after = chain.lps().get(ALL);

            // Then
            assertThat(after.text()).isEqualTo(before).contains("CONNECT_FAILURE", "CONNECT_SUCCESS", "SEND");
        }
    }

    @Test
    void isWrittenBeforeTheAnswerAndForItsOwnerOnly() throws Exception {
        try (Chain chain = Chain.with(settings -> settings.withTraces(file))) {
            // When
            chain.lps().connect(Chain.ALPHA);

            // Then
            List<String> lines = Files.readAllLines(file);
            assertThat(lines)
                    .singleElement()
                    .satisfies(line -> assertThat("[" + line + "]")
                            .isEqualTo(chain.lps().get(ALL).text()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void closesToOthersAFileThatWasOpenToThem() throws Exception {
        // Given
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

        // When
        opened(10);

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesOutALastLineThatWasTorn() throws Exception {
        // Given
        keep(opened(10), 1, 2);
        close();
        Files.writeString(file, "{\"type\":\"SEND\",\"clientId\":\"alp", StandardOpenOption.APPEND);

        // When
        FileTraces again = opened(10);
        keep(again, 3);

        // Then
        assertThat(persons(again)).containsExactly("1", "2", "3");
        assertThat(Files.readAllLines(file)).hasSize(3).allSatisfy(line -> Json.parseObject(line.getBytes()));
    }

    @Test
    void leavesOutLinesThatAreNoTraces() throws Exception {
        // Given
        keep(opened(10), 1);
        close();
        Files.writeString(
                file,
                "\n{}\n[]\n" + "x".repeat(200_000) + "\n{\"type\":\"NOVEL\"}\n"
                        + Files.readString(file).replace("2026", "two"),
                StandardOpenOption.APPEND);
        Files.write(file, new byte[] {0, -1, -64, '\n'}, StandardOpenOption.APPEND);

        // When
        FileTraces again = opened(10);
        keep(again, 2);

        // Then
        assertThat(persons(again)).containsExactly("1", "2");
    }

    @Test
    void keepsTheLatestOnlyInMemoryAndInTheFile() throws Exception {
        // When
        FileTraces traces = opened(10);
        keep(traces, IntStream.rangeClosed(1, 55).toArray());

        // Then
        String[] latest =
                IntStream.rangeClosed(46, 55).mapToObj(String::valueOf).toArray(String[]::new);
        assertThat(persons(traces)).containsExactly(latest);
        assertThat(Files.readAllLines(file)).hasSizeBetween(10, 20);
        assertThat(Files.list(file.getParent())).hasSize(2);
        close();
        assertThat(persons(opened(10))).containsExactly(latest);
    }

    @Test
    void isWrittenByOneProxyAtATime() throws Exception {
        // Given
        FileTraces first = opened(10);

        // Then
        assertThatThrownBy(() -> opened(10))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining(file + ": another proxy writes its traces there")
                .hasMessageContaining("settings.proxy.traces: memory");
        keep(first, 1);
        close();
        assertThat(persons(opened(10))).containsExactly("1");
    }

    @Test
    void refusesWhatIsNoFile() throws Exception {
        // Given
        Files.createDirectories(file);

        // Then
        assertThatThrownBy(() -> opened(10))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("cannot be read and written");
        Files.delete(file);
        Files.createSymbolicLink(file, Files.createFile(folder.resolve("elsewhere")));
        assertThatThrownBy(() -> opened(10)).isInstanceOf(TraceFileException.class);
    }

    @Test
    void keepsInMemoryWhatCannotBeWritten() throws Exception {
        // Given
        FileTraces traces = opened(10);
        keep(traces, 1);
        traces.close();

        // When
        keep(traces, 2, 3);

        // Then
        assertThat(traces.notWritten()).isEqualTo(2);
        assertThat(persons(traces)).containsExactly("1", "2", "3");
    }

    @Test
    void goesOnWhereItCannotBeRewritten() throws Exception {
        // Given
        FileTraces traces = opened(2);
        Path inTheWay = file.resolveSibling("proxy.ndjson.new").resolve("folder");
        Files.createDirectories(inTheWay);

        // When
        keep(traces, 1, 2, 3, 4, 5);

        // Then
        assertThat(traces.notWritten()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(5);
        Files.delete(inTheWay);
        keep(traces, 6);
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(persons(traces)).containsExactly("5", "6");
    }

    @Test
    void goesOnAfterItCouldNotBeOpenedAgain() throws Exception {
        // Given
        FileTraces traces = opened(2);
        keep(traces, 1, 2, 3);
        Files.delete(file);
        Path inTheWay = Files.createDirectories(file.resolve("folder"));

        // When
        keep(traces, 4, 5);

        // Then
        assertThat(traces.notWritten()).isEqualTo(1);
        Files.delete(inTheWay);
        Files.delete(file);
        keep(traces, 6);
        assertThat(traces.notWritten()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(2);
        close();
        assertThat(persons(opened(2))).containsExactly("5", "6");
    }

    @Test
    void opensNothingAgainOnceClosed() throws Exception {
        // Given
        FileTraces traces = opened(2);
        keep(traces, 1, 2, 3);
        Files.delete(file);
        Path inTheWay = Files.createDirectories(file.resolve("folder"));
        keep(traces, 4);
        Files.delete(inTheWay);
        Files.delete(file);

        // When
        traces.close();
        keep(traces, 5);

        // Then
        assertThat(traces.notWritten()).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void saysHowManyAreNotWritten() throws Exception {
        try (Chain chain = Chain.with(settings -> settings.withTraces(file))) {
            assertThat(chain.lps().get("/__accroche/state").text()).contains("\"tracesNotWritten\":0");
        }
    }

    private FileTraces opened(int capacity) {
        FileTraces traces = FileTraces.open(file, capacity);
        open.add(traces);
        return traces;
    }

    private void keep(FileTraces traces, int... persons) {
        Traces kept = new Traces(clock, traces);
        for (int person : persons) {
            Asked asked = new Asked(String.valueOf(person), "42", Chain.ALPHA, "CARD", null);
            kept.failed(asked, new Trace.Origin("/127.0.0.1", List.of(4242)));
        }
    }

    private List<String> persons(FileTraces traces) throws IOException {
        Traces shown = new Traces(clock, traces);
        List<Trace> found = traces.between(shown.now().minusDays(1), shown.now().plusDays(1));
        assertThat(found).allSatisfy(trace -> {
            assertThat(trace.session()).isEqualTo(Optional.empty());
            assertThat(trace.origin().ports()).containsExactly(4242);
        });
        return found.stream().map(trace -> trace.person().idRpps()).toList();
    }
}
