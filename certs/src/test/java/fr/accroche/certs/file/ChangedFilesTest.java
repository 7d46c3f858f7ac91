package fr.accroche.certs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a stranger hands in is read, or refused with its place; never a crash. Each file follows from its seed, which
 * the failure names; {@code -Daccroche.seeds=100000} tries more of them.
 */
class ChangedFilesTest {
    private static final int SEEDS = Integer.getInteger("accroche.seeds", 250);
    private static final Pattern PLACE =
            Pattern.compile("; (offset \\d+|block \\d+ |entry \\d+|bag \\d+|item \\d+|MacData)");
    private static final Set<Reason> PLACED =
            Set.of(Reason.DAMAGED, Reason.OVER_LIMIT, Reason.NOT_SUPPORTED, Reason.NOT_RECOGNISED);

    static Stream<Arguments> files() throws Exception {
        return Samples.all().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void changedFiles(String name, byte[] sound) {
        long read = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] changed = Changes.changed(sound, new Random(seed));
            long start = System.nanoTime();
            read += readOrRefused(name + " seed " + seed, changed) ? 1 : 0;
            assertThat(System.nanoTime() - start)
                    .as("%s seed %d: time", name, seed)
                    .isLessThan(TimeUnit.SECONDS.toNanos(20));
        }
        assertThat(read).as("some changes do no harm").isLessThan(SEEDS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void filesCutAnywhere(String name, byte[] sound) {
        for (int length = 0; length < sound.length; length += 1 + sound.length / 500) {
            readOrRefused(name + " cut at " + length, Arrays.copyOf(sound, length));
        }
    }

    private static boolean readOrRefused(String which, byte[] bytes) {
        try {
            FileContent content = CertificateFileReader.read("x.bin", bytes, Optional.of(Samples.PASSWORD));
            assertThat(content.toString()).as(which).doesNotContain(Samples.SECRET);
            content.entries().forEach(ChangedFilesTest::say);
            return true;
        } catch (UnreadableFileException refused) {
            Wording said = refused.wording();
            assertThat(said.en()).as(which).startsWith("x.bin: ").contains("; expected: ", "; observed: ");
            assertThat(said.fr()).as(which).startsWith("x.bin : ").contains(" ; attendu : ", " ; observé : ");
            assertThat(said.fr() + said.en())
                    .as(which)
                    .doesNotContain(Samples.SECRET)
                    .hasSizeLessThan(2000);
            if (PLACED.contains(refused.reason())) {
                assertThat(said.en()).as(which).containsPattern(PLACE);
            }
            return false;
        } catch (RuntimeException | Error crash) {
            return fail(which, crash);
        }
    }

    private static void say(Entry entry) {
        Stream.of(entry)
                .map(one -> one instanceof Entry.Held held
                        ? held.chain()
                        : one instanceof Entry.Certificates chain ? chain.certificates() : null)
                .filter(chain -> chain != null)
                .flatMap(chain -> CertificateFacts.of(chain).stream())
                .forEach(facts -> assertThat(facts.extensions())
                        .allSatisfy(extension ->
                                assertThat(extension.values().toString()).hasSizeLessThan(50_000)));
    }

    /** Changes that the digest at the end of a JKS would give away, with the digest that goes with them. */
    @Test
    void changedFilesWithASoundDigest() throws Exception {
        byte[] jks = Samples.jks(Samples.PASSWORD);
        byte[] body = Arrays.copyOf(jks, jks.length - 20);
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] changed = Changes.changed(body, new Random(seed));
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(Samples.SECRET.getBytes(StandardCharsets.UTF_16BE));
            digest.update("Mighty Aphrodite".getBytes(StandardCharsets.US_ASCII));
            readOrRefused("digested jks seed " + seed, Samples.join(changed, digest.digest(changed)));
        }
    }

    /** Without a change, each one is read. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void soundFiles(String name, byte[] sound) {
        assertThat(readOrRefused(name, sound)).isTrue();
    }
}
