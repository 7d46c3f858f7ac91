package fr.accroche.scenarios.pmt;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SimulatedNumberTest {

    private static SimulatedNumber number(String yaml) throws DeclarationException {
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 22));
        return SimulatedNumber.of(declaration, declaration.operations().get(0));
    }

    @Test
    void isTheSameOnceItIsDeclaredAndAnotherForAnother() throws DeclarationException {
        String yaml = ShippedDeclaration.PROXY_TIERS.text();
        SimulatedNumber first = number(yaml);

        assertThat(number(yaml.replace("firstApi: INSi", "firstApi: INSi, testNumber: " + first.value())))
                .isEqualTo(first);
        assertThat(number(yaml.replace("clientId: alpha-edc-bas", "clientId: autre-edc-bas"))
                        .value())
                .isNotEqualTo(first.value());
        assertThat(number(yaml.replace("300000000020008", "300000000090001")).value())
                .isNotEqualTo(first.value());
    }
}
