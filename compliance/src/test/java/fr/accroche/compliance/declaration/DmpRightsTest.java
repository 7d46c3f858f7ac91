package fr.accroche.compliance.declaration;

import static fr.accroche.compliance.declaration.DmpChoices.Transaction.TD2_1;
import static fr.accroche.compliance.declaration.DmpChoices.Transaction.TD3_2;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.DmpChoices.Mode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DmpRightsTest {

    @Test
    void opensNothingToAModeThatNobodyKnows() {
        assertThat(DmpChoices.DEFAULT.opens(Mode.named("directe"), TD2_1)).isFalse();
        assertThat(DmpChoices.DEFAULT.opens(Mode.named("DIRECTE"), TD2_1)).isTrue();
    }

    @Test
    void aLineReplacesTheDefaultOfItsModeAlone() throws Exception {
        DmpChoices read = read("settings: { dmp: { rights: { INDIRECTE: [TD3.2], DIRECTE: [] } } }");

        assertThat(read.opens(Optional.of(Mode.INDIRECTE), TD3_2)).isTrue();
        assertThat(read.opens(Optional.of(Mode.INDIRECTE), TD2_1)).isFalse();
        assertThat(read.opens(Optional.of(Mode.DIRECTE), TD2_1)).isFalse();
        assertThat(read.rights().get(Mode.DELEGUEE))
                .isEqualTo(DmpChoices.DEFAULT.rights().get(Mode.DELEGUEE));
    }

    @Test
    void isTheDefaultWhereNothingIsSaid() throws Exception {
        assertThat(read("")).isEqualTo(DmpChoices.DEFAULT);
        assertThat(read("settings: { dmp: {} }")).isEqualTo(DmpChoices.DEFAULT);
    }

    private static DmpChoices read(String settings) throws Exception {
        byte[] yaml =
                (ShippedDeclaration.PROXY_INTEGRE.text() + "\n" + settings + "\n").getBytes(StandardCharsets.UTF_8);
        return DeclarationReader.read("accroche.yaml", yaml, LocalDate.of(2026, 11, 27))
                .settings()
                .teleservices()
                .dmp();
    }
}
