package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.RunningChain;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.telemetry.Telemetry;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.admin.FaultOrder;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.MemoryState;
import fr.accroche.wire.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitChainTest {

    @TempDir
    private Path directory;

    private final MovableClock clock = TestFolders.clock();
    private final State state = new MemoryState(clock);
    private final InMemoryJournal journal = new InMemoryJournal(1_000);
    private final Declaration declaration;
    private final ChainPlan plan;

    SplitChainTest() throws DeclarationException {
        this.declaration =
                DeclarationReader.read("accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(clock));
        this.plan = ChainPlan.sound(declaration);
    }

    private Chain.Surround around(int base, Set<Participant> here) {
        Ports ports = new Ports(base).only(here);
        return new Chain.Surround(
                TestFolders.open(clock), ports, Stubs.NONE, journal, clock, new SecureRandom(), state);
    }

    /** A container's health check knows nothing of the link but its name. */
    @Test
    void healthIsToldByALinkThatWantsToKnowWhoComes() throws Exception {
        Path file = Files.write(directory.resolve("accroche.yaml"), ShippedDeclaration.PROXY_INTEGRE.yaml());
        Files.writeString(file, "settings: { tls: strict }\n", StandardOpenOption.APPEND);
        Declaration strict = DeclarationReader.read("accroche.yaml", Files.readAllBytes(file), LocalDate.now(clock));
        int base = UpCommandTest.freeBlock();
        Set<Participant> links = EnumSet.of(Participant.DMP, Participant.CREDENTIAL_API, Participant.API_PSC);
        try (Chain chain =
                Chain.start(ChainPlan.sound(strict), strict.operations().get(0), around(base, links))) {
            assertThat(chain.simulated()).containsExactlyInAnyOrderElementsOf(links);
            chain.trust();

            CommandLineRun health = health(base, "dmp,credential-api,api-psc");

            assertThat(health.err().lines())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).endsWith("/health/ready: ready"));
            assertThat(health.exitCode()).isZero();
        }
        assertThat(health(base, "dmp").exitCode()).isEqualTo(1);
    }

    @Test
    void healthOfNoLinkIsNone() throws Exception {
        String onlyInsi = ShippedDeclaration.PROXY_INTEGRE
                .text()
                .replace("teleservices: [DMP, INSi, ON]", "teleservices: [INSi]");
        Files.writeString(directory.resolve("accroche.yaml"), onlyInsi);

        CommandLineRun health = health(UpCommandTest.freeBlock(), "dmp");

        assertThat(health.exitCode()).isEqualTo(1);
        assertThat(health.err()).contains("--only: none of these links is of the chain that is declared");
    }

    private CommandLineRun health(int base, String links) {
        return CommandLineRun.in(
                directory,
                "health",
                "--only",
                links,
                "--ports",
                String.valueOf(base),
                "--work",
                TestFolders.PATH.toString());
    }

    private Chain started(Chain.Surround around) {
        return Chain.start(plan, declaration.operations().get(0), around);
    }

    @Test
    void linksThatEachHaveAChainOfTheirOwnAreOneAndAreJudgedTogether() throws Exception {
        int base = UpCommandTest.freeBlock();
        Set<Participant> identity = EnumSet.of(Participant.PSC, Participant.IGC);
        Set<Participant> access = EnumSet.of(Participant.API_PSC, Participant.CREDENTIAL_API);
        Set<Participant> rest = EnumSet.complementOf(
                EnumSet.of(Participant.PSC, Participant.IGC, Participant.API_PSC, Participant.CREDENTIAL_API));
        Chain.Surround last = around(base, rest);
        try (Chain psc = started(around(base, identity));
                Chain servers = started(around(base, access));
                Chain proxy = started(last)) {
            RunningChain running = RunningChain.of(plan, proxy, last, journal, Telemetry.NONE);

            for (String clientId : new String[] {"alpha-edc-bas", "alpha-clinique-edc-bas"}) {
                running.session(clientId);
            }

            assertThat(running.judged().verdict().outcome()).isEqualTo(Outcome.CONFORME);
            assertThat(psc.simulated()).containsExactly(Participant.PSC);
            assertThat(servers.simulated()).containsExactlyInAnyOrderElementsOf(access);
            assertThat(proxy.uris()).isEqualTo(psc.uris());
        }
    }

    @Test
    void whoBeginsAnewForgetsTheFaultsOfLinksElsewhereToo() throws Exception {
        int base = UpCommandTest.freeBlock();
        Chain.Surround rest = around(base, EnumSet.complementOf(EnumSet.of(Participant.PSC)));
        try (Chain psc = started(around(base, EnumSet.of(Participant.PSC)));
                Chain others = started(rest)) {
            FaultBook book = psc.faults(Participant.PSC);
            book.add(FaultOrder.next("token", book.read("status:503")));
            assertThat(faults(psc)).contains("status:503");

            RunningChain.of(plan, others, rest, journal, Telemetry.NONE).forget();

            assertThat(faults(psc)).doesNotContain("status:503");
        }
    }

    private static String faults(Chain psc) throws IOException {
        try (WireClient client = psc.lpsClient()) {
            return client.send(new ClientRequest(
                            "GET", psc.uri(Participant.PSC).resolve(AdminDoors.FAULTS), Headers.EMPTY, new byte[0]))
                    .text();
        }
    }
}
