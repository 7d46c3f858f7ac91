package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.wire.Response;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import org.junit.jupiter.api.Test;

class FaultsOnDemandTest {

    @Test
    void refusesInTheServicesOwnDialect() throws Exception {
        try (RunningTeleservice insi = RunningTeleservice.of(Teleservice.INSI)) {
            insi.sim.faults().add(FaultOrder.next("business", new FaultAct.Refuse()));
            insi.sim.faults().add(FaultOrder.next("business", new FaultAct.Status(503)));

            Response refused = insi.post(new byte[0]);
            assertThat(refused.headers().first("Content-Type")).contains(Faults.SOAP);
            assertThat(refused.text()).contains("Fault", "Refus sur demande");
            Hop hop = insi.hop();
            assertThat(hop.stage()).isEqualTo(Stage.FAULT_ON_DEMAND);
            assertThat(hop.value(Fact.FAULT_ON_DEMAND)).contains("business refuse");
            assertThat(hop.breaches()).isEmpty();

            assertThat(insi.post(new byte[0]).status()).isEqualTo(503);
            assertThat(insi.hop().stage()).isEqualTo(Stage.FAULT_ON_DEMAND);
            insi.post(new byte[0]);
            assertThat(insi.hop().stage()).isEqualTo(Stage.BUSINESS);
        }
    }
}
