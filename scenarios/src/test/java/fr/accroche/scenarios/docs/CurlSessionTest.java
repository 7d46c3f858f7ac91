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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the pages as they are printed; only the ports are those of this run. */
class CurlSessionTest {

    private static final Pattern BLOCK = Pattern.compile("```(sh|yaml)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGISTRATION =
            Pattern.compile("    psc:\\n      (redirectUris: .*?)\\n.*?\\n      (demands: \\S+)", Pattern.DOTALL);

    @TempDir
    private Path directory;

    private final MovableClock clock = TestFolders.clock();
    private final InMemoryJournal journal = new InMemoryJournal(1000);

    /** What a page printed, and what the rules say of it. */
    private record Session(String printed, Verdict verdict) {}

    @Test
    void anOrdinaryClientGetsThrough() throws Exception {
        Session session = session(sound(), "curl.md", 4);

        assertThat(session.printed())
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
        assertThat(session.verdict().with(Status.FAIL))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("IDN-01", "IDN-07", "TOK-03");
    }

    @Test
    void aPlainOpenIdClientLogsInByBrowser() throws Exception {
        Matcher registration = REGISTRATION.matcher(page("login-page.md"));
        assertThat(registration.find()).as("the page's declaration").isTrue();

        Session session = session(
                sound().replace(
                                "clientId: alpha-edc-bas,",
                                "clientId: alpha-edc-bas, psc: { " + registration.group(1) + ", "
                                        + registration.group(2) + " },"),
                "login-page.md",
                1);

        assertThat(session.printed())
                .contains(
                        "https://localhost:8443/callback?code=", "&state=abc", "\"id_token\"", "\"scope\":\"openid\"");
        assertThat(session.verdict().with(Status.FAIL)).isEmpty();
        assertThat(session.verdict().with(Status.PASS))
                .extracting(Object::toString)
                .contains("TOK-06");
    }

    @Test
    void anOrdinaryClientAsksAMetierProxyInJson() throws Exception {
        Session session = session(ShippedDeclaration.NON_AUTONOME_DANS_PROXY.text(), "metier.md", 1);

        assertThat(session.printed())
                .contains(
                        "\"exists\":true",
                        "\"deposited\":true",
                        "\"uniqueId\":\"2.25.145730283470213\"",
                        "\"active\":{\"ins\":\"290019999900113\"",
                        "\"status\":\"A_DELIVRER\"",
                        "\"pointer\":\"/traits/birthName\"",
                        "\"pointer\":\"/professional\"");
        assertThat(session.verdict().with(Status.FAIL)).isEmpty();
        assertThat(session.verdict().with(Status.PASS))
                .extracting(Object::toString)
                .contains("ARC-05", "LPS-06", "LPS-07");
    }

    private static String sound() {
        return new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8);
    }

    private Session session(String yaml, String page, int blocks) throws Exception {
        for (String program : List.of("curl", "bash", "openssl")) {
            assumeTrue(Programs.present(program), "skipped: " + program + " is not installed here");
        }
        Declaration declaration =
                DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now(clock));
        WorkFolder folder = TestFolders.open(clock);
        Chain.Surround around = new Chain.Surround(folder, Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom());
        try (Chain chain = Chain.start(
                ChainPlan.sound(declaration), declaration.operations().get(0), around)) {
            chain.trust();
            String printed = run(script(chain, commands(page, blocks)));
            return new Session(printed, Verdict.judge(declaration, journal.hops()));
        }
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", name));
    }

    private static String commands(String page, int blocks) throws IOException {
        List<String> commands = BLOCK.matcher(page(page))
                .results()
                .filter(block -> block.group(1).equals("sh"))
                .map((MatchResult block) -> block.group(2))
                .toList();
        assertThat(commands).as("the page must hold what is tested").hasSize(blocks);
        return String.join("\n", commands);
    }

    private static String script(Chain chain, String commands) {
        String script = "set -euo pipefail\n"
                + commands.replace(".accroche/", TestFolders.PATH + "/")
                        .replace("docs/", Path.of("..", "docs").toAbsolutePath().normalize() + "/");
        for (Participant server : List.of(Participant.PSC, Participant.API_PSC, Participant.PROXY)) {
            script = script.replace(
                    "localhost:" + Ports.BLOCK.of(server).getPort(),
                    "localhost:" + chain.uri(server).getPort());
        }
        return script;
    }

    private String run(String script) throws IOException, InterruptedException {
        Programs.Ended bash = Programs.run(directory, "bash", "-c", script);
        assertThat(bash.exitCode()).as(bash.printed()).isZero();
        return bash.printed();
    }
}
