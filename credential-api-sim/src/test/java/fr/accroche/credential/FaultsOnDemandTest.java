package fr.accroche.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsOnDemandTest {

    @Test
    void answersThemInItsOwnWords() throws IOException {
        try (Bench bench = Bench.sound()) {
            bench.api().faults().add(FaultOrder.next("credential", new FaultAct.Status(503)));
            bench.api().faults().add(FaultOrder.next("credential", new FaultAct.Refuse()));

            Response unavailable = bench.ask(Bench.CALLER, "{}");
            assertThat(unavailable.status()).isEqualTo(503);
            assertThat(unavailable.text()).isEqualTo("{\"code\":\"503\",\"message\":\"Fault on demand\"}");
            assertThat(bench.hop().stage()).isEqualTo(Stage.FAULT_ON_DEMAND);
            assertThat(bench.hop().value(Fact.FAULT_ON_DEMAND)).contains("credential status:503");
            assertThat(bench.hop().breaches()).isEmpty();

            assertThat(bench.ask(Bench.CALLER, "{}").status()).isEqualTo(403);
            assertThat(bench.ask(Bench.CALLER, "{}").status()).isEqualTo(400);
            assertThat(bench.hop().stage()).isEqualTo(Stage.CREDENTIAL);
        }
    }

    @Test
    void oneThatCannotBeDoneLeavesAHopToo() throws IOException {
        try (Bench bench = Bench.sound()) {
            bench.api().faults().add(FaultOrder.next("credential", new FaultAct.Advance(Duration.ofDays(100_000))));

            assertThat(bench.ask(Bench.CALLER, "{}").status()).isEqualTo(500);

            assertThat(bench.hop().status()).isEqualTo(500);
            assertThat(bench.hop().value(Fact.FAULT_ON_DEMAND)).isPresent();
        }
    }

    @Test
    void movesTheClockThatItSharesWithTheChain() throws IOException {
        try (Bench bench = Bench.sound()) {
            Instant before = bench.clock.instant();
            Response moved = bench.send(
                    Optional.empty(),
                    ClientRequest.post(
                            bench.api().uri().resolve("/__accroche/clock"),
                            "application/x-www-form-urlencoded",
                            "advance=24h"));

            assertThat(moved.status()).isEqualTo(200);
            assertThat(bench.clock.instant()).isEqualTo(before.plus(Duration.ofHours(24)));
        }
    }
}
