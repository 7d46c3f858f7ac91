package fr.accroche.junit;

import static fr.accroche.junit.AccrocheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.exchange.Stage;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.report.Run;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A class whose tests take the chain as a parameter; each begins anew. */
@Accroche(architecture = "proxy-integre")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnnotatedChainTest {

    private final Instant begun = Instant.now();

    @Test
    @Order(1)
    void aSoundChainConforms(AccrocheChain chain) {
        Run run = chain.rehearse();

        assertThat(run).isConforming().breaksExactly().holds("IDN-01", "LPS-06");
        assertThat(chain).saw(2, Stage.PROXY_CONNECT).reached(Stage.BUSINESS).neverReached(Stage.HANDSHAKE_FAILED);
        assertThatThrownBy(() -> assertThat(run).breaksExactly("IDN-02"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected [IDN-02] to be broken and no other rule, but [] are.");
        assertThatThrownBy(() -> assertThat(chain).neverReached(Stage.BUSINESS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected no BUSINESS.");
    }

    @Test
    @Order(2)
    void nothingIsLeftOfTheTestBefore(AccrocheChain chain) {
        assertThat(chain.journal()).isEmpty();

        chain.advance(Duration.ofDays(2));
        chain.fault(Participant.PSC, "ciba", "status:503");
        Run run = chain.rehearse(chain.clientIds().get(0));

        assertThat(chain).neverReached(Stage.BUSINESS);
        assertThatThrownBy(() -> assertThat(run).isConforming())
                .hasMessageContaining("but it is inconclusive", "PSC_CIBA", "503");
    }

    @Test
    @Order(3)
    void theClockAndTheFaultsAreAsAtTheBeginning(AccrocheChain chain) {
        assertThat(chain.clock().instant()).isBetween(begun.minusSeconds(600), begun.plus(Duration.ofHours(1)));
        assertThat(chain.rehearse(chain.clientIds().get(0))).isConforming();
    }
}
