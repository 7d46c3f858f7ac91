package fr.accroche.scenarios.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.identity.Devices;
import fr.accroche.compliance.identity.Habit;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.proxy.ProxyDefects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three LPS of three editors share one proxy: no certificate, token, cookie or trace of one session reaches another. */
class SharedProxyTest {

    private static final int SESSIONS = 200;
    private static final int AT_ONCE = 12;
    private static final String OTHER = "beta-edc-bas";

    private static final List<Professional> PEOPLE = Professionals.known().stream()
            .filter(person -> person.deviance().isEmpty() && person.habit() == Habit.APPROVE)
            .filter(person -> person.devices().eCps() == Devices.State.ACTIVE)
            .toList();

    @Test
    @Timeout(300)
    void nothingCrossesInTwoHundredInterleavedSessions() throws Exception {
        long seed = Long.getLong("accroche.seed", System.nanoTime());
        System.out.println("SharedProxyTest: -Daccroche.seed=" + seed + " interleaves in the same order");
        try (SharedProxy proxy = new SharedProxy("", ProxyDefects.NONE)) {
            // When
            List<LpsSession> sessions = run(proxy, SESSIONS, new Random(seed));

            // Then
            assertThat(sessions.stream().flatMap(each -> each.wrong().stream()))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(Crossings.of(proxy, sessions)).as("seed %d", seed).isEmpty();
            assertThat(proxy.seen()).hasSizeGreaterThan(2 * SESSIONS);
            assertThat(sessions).extracting(each -> each.operation).containsAll(proxy.operations());
            assertThat(sessions).extracting(each -> each.person).hasSizeGreaterThan(3);
        }
    }

    @Test
    @Timeout(120)
    void aCertificateOfAnotherClientIsFound() throws Exception {
        ProxyDefects defects = ProxyDefects.withOtherClient(ProxyDefect.PRESENTS_CERTIFICATE_OF_ANOTHER_CLIENT, OTHER);
        try (SharedProxy proxy = new SharedProxy("", defects)) {
            // When
            List<LpsSession> sessions = run(proxy, 6, new Random(1));

            // Then
            assertThat(Crossings.of(proxy, sessions))
                    .contains("PSC_CIBA certificate: expected alpha-edc-bas, observed " + OTHER);
        }
    }

    @Test
    @Timeout(120)
    void aTokenOfAnotherClientIsFound() throws Exception {
        ProxyDefects defects = ProxyDefects.withOtherClient(ProxyDefect.EXCHANGES_TOKEN_OF_ANOTHER_CLIENT, OTHER);
        try (SharedProxy proxy = new SharedProxy("settings: { apiPsc: { sameClient: false } }\n", defects)) {
            // When
            List<LpsSession> sessions = run(proxy, 6, new Random(1));

            // Then
            assertThat(Crossings.of(proxy, sessions))
                    .contains("session-0 PSC_TOKEN: expected alpha-edc-bas, observed " + OTHER);
        }
    }

    /** Every step of every session, in an order that the random gives, on several threads. */
    private static List<LpsSession> run(SharedProxy proxy, int count, Random random) throws Exception {
        List<LpsSession> sessions = new ArrayList<>();
        List<LpsSession> order = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            LpsSession session = new LpsSession(
                    "session-" + each,
                    proxy.operations().get(each % proxy.operations().size()),
                    PEOPLE.get(random.nextInt(PEOPLE.size())),
                    proxy,
                    random);
            sessions.add(session);
            order.addAll(Collections.nCopies(session.steps(), session));
        }
        Collections.shuffle(order, random);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> underWay = new ArrayList<>();
            for (LpsSession next : order) {
                underWay.add(threads.submit(() -> {
                    next.step();
                    return null;
                }));
            }
            for (Future<?> one : underWay) {
                one.get();
            }
            return sessions;
        } finally {
            threads.shutdownNow();
        }
    }
}
