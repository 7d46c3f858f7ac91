package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.TestIgc.KeySizes;
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
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands on revocation of {@code docs/certificates.md} as they are printed; only the port is this run's. */
class RevocationSessionTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(igc=.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void theCommandsShowEveryState() throws Exception {
        assumeTrue(
                Programs.present("curl") && Programs.present("bash") && Programs.present("openssl"),
                "skipped: curl, bash or openssl is not installed here");
        MovableClock clock = TestFolders.clock();
        Declaration declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        WorkFolder folder = WorkFolder.in(directory.resolve(".accroche"), clock, new KeySizes(2048, 2048));
        Chain.Surround around =
                new Chain.Surround(folder, Ports.FREE, Stubs.NONE, new InMemoryJournal(10), clock, new SecureRandom());

        String printed;
        try (Chain chain = Chain.start(
                ChainPlan.sound(declaration), declaration.operations().get(0), around)) {
            chain.trust();
            Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "docs", "certificates.md")));
            assertThat(block.find()).as("the page must hold what is tested").isTrue();
            String script = "set -euo pipefail\n"
                    + block.group(1)
                            .replace(
                                    "localhost:20448",
                                    "localhost:" + chain.uri(Participant.IGC).getPort());
            Programs.Ended bash = Programs.run(directory, "bash", "-c", script);
            assertThat(bash.exitCode()).as(bash.printed()).isZero();
            printed = bash.printed();
        }

        assertThat(printed)
                .containsSubsequence(
                        "\"revoked\":[{\"serial\":",
                        "Response verify OK",
                        ".pem: revoked",
                        "certificate revoked",
                        "Response verify OK",
                        ".pem: unknown");
    }
}
