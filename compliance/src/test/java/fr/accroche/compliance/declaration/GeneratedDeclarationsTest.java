package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.accroche.compliance.check.Check;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a stranger hands in is accepted, or refused with places; never a crash. Each file follows from its seed, which
 * the failure names; {@code -Daccroche.seeds=5000} tries more of them.
 */
class GeneratedDeclarationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int SEEDS = Integer.getInteger("accroche.seeds", 150);

    private static void acceptedOrRefusedWithPlaces(String which, byte[] bytes) {
        Reading reading = DeclarationReader.readAll("x.yaml", bytes, TODAY);

        assertThat(reading.problems())
                .as(which)
                .hasSizeLessThanOrEqualTo(Report.MOST + 1)
                .doesNotHaveDuplicates();
        if (reading.problems().isEmpty()) {
            assertThat(reading.declaration()).as(which).isPresent();
        }
        reading.problems().stream()
                .limit(Report.MOST)
                .map(problem -> problem.in(Language.FR))
                .forEach(line -> assertThat(line).as(which).matches("x\\.yaml(:\\d+:\\d+|: .*UTF-8).*"));
        reading.declaration()
                .ifPresent(declaration ->
                        assertThat(crashes(declaration)).as(which).isEmpty());
    }

    /** What is read although something is wrong with it must still be fit to judge. */
    private static List<String> crashes(Declaration declaration) {
        return Check.of(declaration, TODAY).rules().stream()
                .filter(result -> result.status() == Status.ERROR)
                .flatMap(result -> result.findings().stream())
                .map(DeclaredFinding::toString)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void changedTrees(ShippedDeclaration shipped) {
        JsonNode sound = HostileTree.json(shipped.yaml());
        for (long seed = 0; seed < SEEDS; seed++) {
            acceptedOrRefusedWithPlaces(
                    shipped + ", seed " + seed, HostileTree.bytes(HostileTree.changed(sound, seed)));
        }
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void changedLines(ShippedDeclaration shipped) {
        List<String> sound =
                new String(shipped.yaml(), StandardCharsets.UTF_8).lines().toList();
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>(sound);
            for (int i = random.nextInt(3); i >= 0; i--) {
                int one = random.nextInt(lines.size());
                int other = random.nextInt(lines.size());
                switch (random.nextInt(4)) {
                    case 0 -> lines.remove(one);
                    case 1 -> lines.add(other, lines.get(one));
                    case 2 -> Collections.swap(lines, one, other);
                    default -> lines.set(one, lines.get(one).replace("  ", " ".repeat(random.nextInt(5))));
                }
            }
            acceptedOrRefusedWithPlaces(
                    shipped + ", seed " + seed, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void changedBytes(ShippedDeclaration shipped) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = shipped.yaml();
            for (int i = random.nextInt(4); i >= 0; i--) {
                byte[] telling = "{}[]:,#&*!|>'\"%@`-? \t\r\n\0\u007f~<".getBytes(StandardCharsets.UTF_8);
                bytes[random.nextInt(bytes.length)] =
                        random.nextInt(4) == 0 ? (byte) random.nextInt(256) : telling[random.nextInt(telling.length)];
            }
            acceptedOrRefusedWithPlaces(shipped + ", seed " + seed, bytes);
        }
    }

    @Test
    void noise() {
        byte[] telling = "{}[]:,#&*!|>'\"%@`-? \t\n\0abc1~<.".getBytes(StandardCharsets.UTF_8);
        for (long seed = 0; seed < SEEDS * 10; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = random.nextInt(300); i >= 0; i--) {
                boolean any = seed % 10 == 0;
                bytes.write(any ? random.nextInt(256) : telling[random.nextInt(telling.length)]);
            }
            acceptedOrRefusedWithPlaces("seed " + seed, bytes.toByteArray());
        }
    }
}
