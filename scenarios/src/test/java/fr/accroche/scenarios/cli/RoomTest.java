package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.redis.Eventually;
import fr.accroche.redis.RedisServer;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.cli.RoomLps.Login;
import fr.accroche.scenarios.door.UpDoors;
import fr.accroche.wire.Response;
import fr.accroche.wire.TraceParent;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of a chain that share a Redis, behind a balancer: they answer as one, whatever becomes of one, or of the Redis. */
@Timeout(180)
@Tag("once")
class RoomTest {

    private static final int LOGINS = 200;
    private static final int SEATS = 32;

    private static final int ATTEMPTS = 10;
    private static final List<Teleservice> ASKED =
            List.of(Teleservice.DMP, Teleservice.INSI, Teleservice.ON, Teleservice.CONFORMITE);

    /** What a caller in the chain answers whose own call broke with the copy that was killed. */
    private static final Set<String> BROKEN = Set.of("502", "503");

    /** How long the Redis is away. */
    private static final int AWAY_SECONDS = 10;

    private static final long THINKING_MILLIS = 10;

    /** With a pause of a busy machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static TrainingRoom room;
    private static RoomLps lps;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(RedisServer.here(), "skipped: redis-server is not installed here");
        TestFolders.open();
        room = TrainingRoom.open(folder);
        lps = new RoomLps(room.at(Participant.PROXY));
    }

    @AfterAll
    static void stop() throws Exception {
        if (room != null) {
            lps.close();
            room.close();
        }
    }

    @BeforeEach
    void anew() {
        assertThat(door("DELETE").statusCode()).isEqualTo(204);
    }

    @Test
    void aKilledCopyTakesNothingWithItThatWasAnswered() throws Exception {
        // Given
        CountDownLatch half = new CountDownLatch(LOGINS / 2);
        ExecutorService threads = Executors.newFixedThreadPool(SEATS);
        List<Future<Sat>> sitting = IntStream.range(0, LOGINS)
                .mapToObj(seat -> threads.submit(() -> sit(seat, half)))
                .toList();
        threads.shutdown();

        // When
        assertThat(half.await(120, TimeUnit.SECONDS)).isTrue();
        room.copy(0).kill();

        // Then
        List<Sat> sat = new ArrayList<>();
        for (Future<Sat> one : sitting) {
            sat.add(one.get());
        }
        assertThat(sat.stream().mapToInt(Sat::failed).sum()).isLessThan(2 * SEATS);
        assertThat(sat.stream().filter(one -> one.over().isEmpty()))
                .hasSizeGreaterThan(LOGINS / 2)
                .allSatisfy(one -> assertThat(send(one.login())).isEqualTo(200));
        requireSeen(sat, verdict());
        assertThat(sat.stream().filter(one -> one.over().equals(Optional.of(200))))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(send(one.login())).isEqualTo(401));
        room.again(0);
    }

    /**
     * Someone who logged in.
     *
     * @param sent what a business request was answered; 0 where the connection broke
     * @param over what the logout was answered, likewise; empty for none
     * @param failed how many attempts to log in failed before
     */
    private record Sat(Login login, int sent, Optional<Integer> over, int failed) {}

    /** Logs in, as often as it takes; asks something; every fifth logs out. */
    private static Sat sit(int seat, CountDownLatch answered) {
        for (int failed = 0; failed < ATTEMPTS; failed++) {
            Optional<Login> login = lps.login(seat);
            if (login.isPresent()) {
                answered.countDown();
                int sent = send(login.get());
                Optional<Integer> over =
                        seat % 5 == 0 ? Optional.of(status(lps.disconnect(login.get()))) : Optional.empty();
                return new Sat(login.get(), sent, over, failed);
            }
        }
        throw new AssertionError("seat " + seat + " could not log in");
    }

    private static int send(Login login) {
        return status(lps.send(login, ASKED.get(login.seat() / 4 % ASKED.size())));
    }

    private static int status(Optional<Response> answer) {
        return answer.map(Response::status).orElse(0);
    }

    private static void requireSeen(List<Sat> sat, RoomVerdict verdict) {
        assertThat(sat).allSatisfy(one -> {
            String trace = one.login().trace().traceId();
            assertThat(verdict.count(trace, "PROXY_CONNECT", 200)).isEqualTo(1);
            assertThat(verdict.count(trace, "PSC_CIBA", 200)).isEqualTo(1);
            assertThat(verdict.count(trace, "PSC_TOKEN", 200)).isEqualTo(1);
            long sent = (one.sent() == 200 ? 1 : 0) + (one.over().isEmpty() ? 1 : 0);
            assertThat(verdict.count(trace, "PROXY_SEND", 200)).isGreaterThanOrEqualTo(sent);
            assertThat(verdict.count(trace, "BUSINESS", 200)).isGreaterThanOrEqualTo(sent);
        });
        assertThat(verdict.hops("PSC_TOKEN", 200).stream().map(hop -> RoomVerdict.fact(hop, "AUTH_REQ_ID")))
                .hasSizeGreaterThanOrEqualTo(LOGINS)
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(verdict.rules("FAIL")).isEmpty();
        List<String> broken = verdict.refusals();
        assertThat(broken).hasSizeLessThan(2 * SEATS).allMatch(RoomTest::isBroken);
        assertThat(verdict.outcome()).isEqualTo(broken.isEmpty() ? "CONFORME" : "INDETERMINE");
    }

    /**
     * A call that broke, as its caller in the chain told, or a handshake that the one that was killed had begun; or a logout done,
     * whose answer was lost, that was asked once more.
     */
    private static boolean isBroken(String refusal) {
        return BROKEN.contains(refusal.substring(0, 3))
                || refusal.startsWith("0 \"HANDSHAKE_FAILED\"")
                || refusal.startsWith("401 \"PROXY_DISCONNECT\"");
    }

    private static RoomVerdict verdict() {
        HttpResponse<byte[]> answer = door("GET");
        assertThat(answer.statusCode()).isEqualTo(200);
        return RoomVerdict.of(answer.body());
    }

    /** Of all copies, by whichever answers: too long for an LPS's connection. */
    private static HttpResponse<byte[]> door(String method) {
        HttpRequest request = HttpRequest.newBuilder(room.at(Participant.IGC).resolve(UpDoors.VERDICT))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    @Test
    void withoutTheirRedisCopiesSaySoAtOnceAndGoOnAfter() throws Exception {
        // Given
        List<Login> logins = IntStream.range(0, 6)
                .mapToObj(seat -> lps.login(seat).orElseThrow())
                .toList();
        CountDownLatch back = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        // When
        room.redis().stop();
        List<Future<List<Response>>> asked = IntStream.range(0, 2)
                .mapToObj(any -> threads.submit(() -> askUntil(back, logins)))
                .toList();
        threads.shutdown();
        assertThat(threads.awaitTermination(AWAY_SECONDS, TimeUnit.SECONDS)).isFalse();
        back.countDown();
        List<Response> refused = new ArrayList<>();
        for (Future<List<Response>> one : asked) {
            refused.addAll(one.get());
        }
        room.redis().start();

        // Then
        assertThat(refused).hasSizeGreaterThan(10).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().first("Retry-After")).isPresent();
            assertThat(answer.text()).contains("the state that this server shares", "redis://127.0.0.1:", "call again");
        });
        logins.forEach(login -> Eventually.holds(() -> assertThat(send(login)).isEqualTo(200)));
        assertThat(lps.login(7)).isPresent();
        Eventually.holds(() -> requireTold(logins, refused.size()));
    }

    /** What waited in the copy that does not answer this follows by itself. */
    private static void requireTold(List<Login> logins, int refused) {
        RoomVerdict verdict = verdict();
        assertThat(logins)
                .allSatisfy(login -> assertThat(verdict.count(login.trace().traceId(), "BUSINESS", 200))
                        .isPositive());
        assertThat(verdict.hops("PROXY_SEND", 503).size()
                        + verdict.hops("PROXY_CONNECT", 503).size())
                .isGreaterThanOrEqualTo(refused);
        assertThat(verdict.rules("FAIL")).isEmpty();
    }

    /** Whoever is logged in asks, and others log in, one after the other; each is answered soon. */
    private static List<Response> askUntil(CountDownLatch back, List<Login> logins) throws InterruptedException {
        List<Response> answers = new ArrayList<>();
        for (int turn = 0; !back.await(THINKING_MILLIS, TimeUnit.MILLISECONDS); turn++) {
            long begun = System.nanoTime();
            Optional<Response> answer = turn % 7 == 6
                    ? lps.connect(turn, TraceParent.begin(new SecureRandom()))
                    : lps.send(logins.get(turn % logins.size()), Teleservice.DMP);
            assertThat(System.nanoTime() - begun).isLessThan(AT_ONCE.toNanos());
            answers.add(answer.orElseThrow());
        }
        return answers;
    }
}
