package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No assertion is believed that nobody signed: each known attack, on each of the assertions, by the public doors. */
class WrappingTest {
    /** Against a hang, not for a performance. */
    private static final Duration LONG = Duration.ofSeconds(20);

    static Stream<Arguments> attacks() {
        return WrappingCase.all().stream()
                .flatMap(attack -> SignedSample.all().stream()
                        .map(sample -> Arguments.argumentSet(attack.id() + " " + sample.kind(), attack, sample)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void meetsWhatTheCatalogueSays(WrappingCase attack, SignedSample sample) throws Exception {
        String message = WrappingAttacks.request(attack.id(), sample);

        WrappingOutcome.Seen seen = assertTimeoutPreemptively(LONG, () -> WrappingOutcome.of(message, sample));

        assertThat(message).isNotEqualTo(sample.soap());
        assertThat(seen)
                .as("%s: %s", attack.en(), seen.reason())
                .isEqualTo(new WrappingOutcome.Seen(attack.outcome().name(), attack.strays(), seen.reason()));
    }

    @Test
    void theGenuineMessagesAreBelieved() {
        assertThat(SignedSample.all())
                .allSatisfy(sample -> assertThat(
                                WrappingOutcome.of(sample.soap(), sample).outcome())
                        .isEqualTo(WrappingOutcome.SAME.name()));
    }

    @Test
    void eachAttackHasItsLineAndEachLineItsAttack() {
        assertThat(WrappingCase.all())
                .extracting(WrappingCase::id)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(WrappingAttacks.all().keySet());
    }
}
