package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.accroche.messages.SignatureResult.Valid;
import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No random change of a signed message is believed with another meaning, and none does worse than being refused. The
 * failure names the seed; {@code -Daccroche.seeds=100000} tries more of them and says what became of them.
 */
class MutationTest {
    private static final int SEEDS = Integer.getInteger("accroche.seeds", 1_000);
    private static final int AT_ONCE = 1_000;

    /** For so many at once: against a hang, not for a performance. */
    private static final Duration LONG = Duration.ofMinutes(2);

    /** What is changed, and how. */
    enum Change {
        TEXT_OF_A_VIHF(SignedSample.vihf(), sample -> new TextMutation(sample)::of),
        TREE_OF_A_VIHF(SignedSample.vihf(), sample -> new TreeMutation(sample)::of),
        TEXT_OF_AN_ASSERTION_PS(SignedSample.assertionPs(), sample -> new TextMutation(sample)::of),
        TREE_OF_AN_ASSERTION_PS(SignedSample.assertionPs(), sample -> new TreeMutation(sample)::of);

        private final SignedSample sample;
        private final Function<Random, String> mutation;

        Change(SignedSample sample, Function<SignedSample, Function<Random, String>> mutation) {
            this.sample = sample;
            this.mutation = mutation.apply(sample);
        }
    }

    @ParameterizedTest
    @EnumSource
    void believesNoMutationThatChangesTheMeaning(Change change) {
        Meaning genuine = Meaning.of(Fictive.parse(change.sample.soap())
                .assertion(change.sample.kind())
                .orElseThrow());
        Counts counts = new Counts();
        for (int from = 0; from < SEEDS; from += AT_ONCE) {
            int first = from;
            int last = Math.min(SEEDS, from + AT_ONCE);
            assertTimeoutPreemptively(
                    LONG,
                    () -> {
                        for (int seed = first; seed < last; seed++) {
                            counts.add(change.mutation.apply(new Random(seed)), genuine, seed);
                        }
                    },
                    () -> "of the seeds from " + first + " on one hangs, " + counts);
        }
        if (Integer.getInteger("accroche.seeds") != null) {
            System.out.println(change + ": " + SEEDS + " mutations, " + counts);
        }
        assertThat(counts.read)
                .as("mutations that were still messages, of %s", counts)
                .isGreaterThan(SEEDS / 4);
        assertThat(counts.believed).as("harmless mutations, of %s", counts).isPositive();
    }

    /** What became of the mutations so far. */
    private static final class Counts {
        private final SignatureVerifier verifier = SignatureVerifier.strict();
        private int read;
        private int verified;
        private int believed;

        void add(String mutated, Meaning genuine, int seed) {
            try {
                BusinessRequest request = Fictive.parse(mutated);
                read++;
                for (ParsedAssertion assertion : request.assertions()) {
                    verified++;
                    if (verifier.verify(assertion) instanceof Valid valid
                            && valid.signer().equals(Keys.EDITOR.certificate())) {
                        believed++;
                        assertThat(Meaning.of(assertion))
                                .as("seed %s: %s", seed, mutated)
                                .isEqualTo(genuine);
                    }
                }
            } catch (MessageException refused) {
                assertThat(refused.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
            } catch (RuntimeException crash) {
                throw new AssertionError("seed " + seed + ": " + mutated, crash);
            }
        }

        @Override
        public String toString() {
            return read + " read, " + verified + " assertions in them, " + believed
                    + " believed, all with the meaning that was signed";
        }
    }
}
