package fr.accroche.scenarios.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.Programs;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.WorkFolder;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of {@code docs/curl.md} as they are printed; only the ports are those of this run. */
class CurlSessionTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void anOrdinaryClientGetsThrough() throws Exception {
        assumeTrue(Programs.present("curl") && Programs.present("bash"), "skipped: curl or bash is not installed here");
        MovableClock clock = TestFolders.clock();
        byte[] yaml = ShippedDeclaration.PROXY_INTEGRE.yaml();
        Declaration declaration = DeclarationReader.read("accroche.yaml", yaml, LocalDate.now(clock));
        WorkFolder folder = TestFolders.open(clock);
        InMemoryJournal journal = new InMemoryJournal(1000);
        Chain.Surround around = new Chain.Surround(folder, Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom());

        String printed;
        try (Chain chain = Chain.start(
                ChainPlan.sound(declaration), declaration.operations().get(0), around)) {
            chain.trust();
            printed = run(script(chain));
        }

        assertThat(printed)
                .contains(
                        "OK",
                        "\"proxy_session_id\"",
                        "\"signature\"",
                        "CONNECT_SUCCESS",
                        "DISCONNECT",
                        "\"auth_req_id\"")
                .containsIgnoringCase("X-Accroche-Diagnosis: IDN-01")
                .contains("401", "invalid_client")
                .contains("\"SubjectRefPro\"", "\"active\":true", "\"encoding\":\"ans\"", "\"active\":false")
                .containsIgnoringCase("X-Accroche-Diagnosis: TOK-03");
        Verdict verdict = Verdict.judge(declaration, journal.hops());
        assertThat(verdict.with(Status.FAIL))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("IDN-01", "IDN-07", "TOK-03");
    }

    private String script(Chain chain) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "curl.md"));
        List<String> blocks = BLOCK.matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).as("the page must hold what is tested").hasSize(4);
        return "set -euo pipefail\n"
                + blocks.stream()
                        .collect(Collectors.joining("\n"))
                        .replace(
                                "localhost:20447",
                                "localhost:" + chain.uri(Participant.PROXY).getPort())
                        .replace(
                                "localhost:20441",
                                "localhost:" + chain.uri(Participant.API_PSC).getPort())
                        .replace(
                                "localhost:20440",
                                "localhost:" + chain.uri(Participant.PSC).getPort())
                        .replace(".accroche/", TestFolders.PATH + "/");
    }

    private String run(String script) throws IOException, InterruptedException {
        Programs.Ended bash = Programs.run(directory, "bash", "-c", script);
        assertThat(bash.exitCode()).as(bash.printed()).isZero();
        return bash.printed();
    }
}
