package fr.accroche.junit;

import static fr.accroche.junit.AccrocheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.scenarios.chain.Participant;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Which tests share a chain, and which do not. */
class SharedChainTest {

    private static final String CLIENT = "alpha-edc-bas";

    /** What the classes under the kit met, by their names. */
    private static final Map<String, AccrocheChain> MET = new ConcurrentHashMap<>();

    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @BeforeEach
    void nothingMet() {
        MET.clear();
        BOTH.reset();
    }

    private static void passes(EngineTestKit.Builder kit, int tests, Class<?>... classes) {
        ClassSelector[] selectors = new ClassSelector[classes.length];
        for (int i = 0; i < classes.length; i++) {
            selectors[i] = selectClass(classes[i]);
        }
        kit.selectors(selectors)
                .execute()
                .allEvents()
                .assertStatistics(all -> all.succeeded(all(tests, classes)).failed(0));
        assertThat(MET.values()).allSatisfy(SharedChainTest::isStopped);
    }

    /** The tests, the classes, and the engine. */
    private static int all(int tests, Class<?>... classes) {
        return tests + classes.length + 1;
    }

    private static void isStopped(AccrocheChain chain) {
        URI psc = chain.uri(Participant.PSC);
        assertThatThrownBy(() -> new Socket(psc.getHost(), psc.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private static void both() {
        try {
            BOTH.await(30, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new AssertionError("the two classes do not run at once", alone);
        }
    }

    static final class FirstOfSuite {
        @RegisterExtension
        static final AccrocheExtension accroche =
                AccrocheExtension.architecture("proxy-integre").forSuite();

        @Test
        void one() {
            accroche.chain().rehearse(CLIENT);
            MET.put("first", accroche.chain());
        }

        @Test
        void two() {
            assertThat(accroche.chain().rehearse(CLIENT)).isConforming();
            assertThat(accroche.chain()).saw(1, Stage.PROXY_CONNECT);
        }
    }

    static final class SecondOfSuite {
        @RegisterExtension
        static final AccrocheExtension accroche =
                AccrocheExtension.architecture("proxy-integre").forSuite();

        @Test
        void three(AccrocheChain chain) {
            assertThat(chain.journal()).isEmpty();
            MET.put("second", chain);
        }
    }

    @Test
    void aSuiteHasOneChainWhichIsStoppedAtItsEnd() {
        passes(EngineTestKit.engine("junit-jupiter"), 3, FirstOfSuite.class, SecondOfSuite.class);

        assertSame(MET.get("first"), MET.get("second"));
    }

    @Accroche(architecture = "proxy-integre")
    static final class Sound {
        @Test
        void conforms(AccrocheChain chain) {
            MET.put("sound", chain);
            both();
            assertThat(chain.rehearse(CLIENT)).isConforming();
            both();
            assertThat(chain).saw(1, Stage.PROXY_CONNECT);
        }
    }

    @Accroche(architecture = "proxy-integre")
    static final class Broken {
        @Test
        void isRefused(AccrocheChain chain) {
            MET.put("broken", chain);
            chain.advance(Duration.ofDays(2));
            chain.fault(Participant.PSC, "ciba", "status:503");
            both();
            chain.rehearse(CLIENT);
            assertThat(chain).neverReached(Stage.BUSINESS);
            both();
        }
    }

    @Test
    void twoClassesAtOnceDoNotMix() {
        passes(
                EngineTestKit.engine("junit-jupiter")
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2"),
                2,
                Sound.class,
                Broken.class);

        assertNotSame(MET.get("sound"), MET.get("broken"));
    }

    @Accroche(architecture = "proxy-integre")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Outer {
        private final AccrocheChain given;

        Outer(AccrocheChain given) {
            this.given = given;
        }

        @Test
        void hasTheSameInItsConstructor(AccrocheChain chain) {
            MET.put("outer", chain);
            assertSame(given, chain);
        }

        @Nested
        class Inner {
            @Test
            void hasThatOfTheOuterClass(AccrocheChain chain) {
                MET.put("inner", chain);
                assertSame(given, chain);
            }
        }
    }

    @Test
    void nestedClassesAndConstructorsHaveThatOfTheirClass() {
        passes(EngineTestKit.engine("junit-jupiter"), 3, Outer.class);

        assertThat(MET).hasSize(2);
    }
}
