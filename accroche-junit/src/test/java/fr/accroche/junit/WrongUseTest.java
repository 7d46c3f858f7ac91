package fr.accroche.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each mistake is met by a sentence that says what would have worked. */
class WrongUseTest {

    static final class NotStatic {
        @RegisterExtension
        private final AccrocheExtension accroche = AccrocheExtension.architecture("proxy-integre");

        @Test
        void test() {
            accroche.chain();
        }
    }

    static final class NotStaticWithParameter {
        @RegisterExtension
        private final AccrocheExtension accroche = AccrocheExtension.architecture("proxy-integre");

        @Test
        void test(AccrocheChain chain) {
            chain.rehearse();
        }
    }

    @Accroche(architecture = "proxy-inconnu")
    static final class NoSuchArchitecture {
        @Test
        void test() {}
    }

    @Accroche(architecture = "proxy-integre", declaration = "accroche.yaml")
    static final class Both {
        @Test
        void test() {}
    }

    @Accroche
    static final class NoFile {
        @Test
        void test() {}
    }

    @Accroche(declaration = "src/test/resources/wrong.yaml")
    static final class WrongDeclaration {
        @Test
        void test() {}
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(NotStatic.class, List.of("@RegisterExtension on a static field")),
                Arguments.of(NotStaticWithParameter.class, List.of("@RegisterExtension on a static field")),
                Arguments.of(
                        NoSuchArchitecture.class, List.of("no architecture proxy-inconnu", "proxy-integre, proxy-")),
                Arguments.of(Both.class, List.of("expected architecture or declaration, got both")),
                Arguments.of(NoFile.class, List.of("expected a declaration that can be read", "accroche.yaml")),
                Arguments.of(WrongDeclaration.class, List.of("wrong.yaml:2", "architecture")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void saysWhatWouldHaveWorked(Class<?> mistaken, List<String> told) {
        List<Throwable> failures = failures(mistaken);

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasStackTraceContaining(told.get(0))
                        .hasStackTraceContaining(told.get(told.size() - 1)));
    }

    private static List<Throwable> failures(Class<?> mistaken) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(mistaken))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    static class Sharing {
        @RegisterExtension
        static final AccrocheExtension accroche = AccrocheExtension.architecture("proxy-integre");
    }

    static final class Other extends Sharing {
        @Test
        void test() {}
    }

    static final class RunsTheOther extends Sharing {
        @Test
        void test() {
            AccrocheChain own = accroche.chain();
            assertThat(failures(Other.class))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("expected forSuite()"));
            assertSame(own, accroche.chain());
        }
    }

    @Test
    void oneExtensionIsNotOfTwoClassesAtOnce() {
        assertThat(failures(RunsTheOther.class)).isEmpty();
    }

    @Test
    void isNoChainBeforeTheTests() {
        assertThatThrownBy(() ->
                        AccrocheExtension.declaration(Path.of("accroche.yaml")).chain())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no use before the first test");
    }

    @Test
    void isNoChainOnceItIsStopped() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Late.class))
                .execute()
                .allEvents()
                .assertStatistics(all -> all.failed(0));

        assertThatThrownBy(Late.accroche::chain)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after the last one");
    }

    static final class Late {
        @RegisterExtension
        static final AccrocheExtension accroche = AccrocheExtension.architecture("proxy-integre");

        @Test
        void runs() {
            assertThat(accroche.chain().journal()).isEmpty();
        }
    }
}
