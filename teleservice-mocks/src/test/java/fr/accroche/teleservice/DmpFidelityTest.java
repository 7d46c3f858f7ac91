package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DmpFidelityTest {

    @Test
    void eachOperationThatIsServedHasALine() {
        assertThat(DmpOperation.values())
                .allSatisfy(operation -> assertThat(DmpFidelity.CARD.served())
                        .contains(operation.transaction().label()));
    }
}
