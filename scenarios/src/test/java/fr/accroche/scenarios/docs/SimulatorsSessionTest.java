package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.scenarios.Programs;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of {@code docs/simulators.md} as they are printed; only the port and the folder are those of this run. */
class SimulatorsSessionTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void theCommandsMoveAndBreakAndMend() throws Exception {
        assumeTrue(Programs.present("curl") && Programs.present("bash"), "skipped: curl or bash is not installed here");
        MovableClock clock = TestFolders.clock();
        Declaration declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        Chain.Surround around = new Chain.Surround(
                TestFolders.open(clock), Ports.FREE, Stubs.NONE, new InMemoryJournal(10), clock, new SecureRandom());

        String printed;
        try (Chain chain = Chain.start(
                ChainPlan.sound(declaration), declaration.operations().get(0), around)) {
            Path trust = chain.trust().pem();
            Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "docs", "simulators.md")));
            assertThat(block.find()).as("the page must hold what is tested").isTrue();
            String script = "set -euo pipefail\n"
                    + block.group(1)
                            .replace(".accroche/certs/trust.pem", trust.toString())
                            .replace(
                                    "localhost:20440",
                                    "localhost:" + chain.uri(Participant.PSC).getPort());
            Programs.Ended bash = Programs.run(directory, "bash", "-c", script);
            assertThat(bash.exitCode()).as(bash.printed()).isZero();
            printed = bash.printed();
        }

        assertThat(printed)
                .containsSubsequence(
                        "\"offset\":\"PT0S\",\"frozen\":false",
                        "\"offset\":\"PT2M\"",
                        "\"do\":\"status:503\",\"times\":2,\"left\":2",
                        "{\"done\":\"rotate-keys\"}",
                        "\"endpoints\":[\"authorization\",\"certs\",\"ciba\"",
                        "\"faults\":1}");
        assertThat(clock.reading().offset()).isEqualTo(Duration.ZERO);
    }
}
