package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.teleservice.LpsRegister.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LpsRegisterTest {

    private final LpsRegister register = LpsRegister.from(RunningTeleservice.declaration());

    @Test
    void knowsTheSoftwareOfAClientAndWhereItIsDeclared() {
        Row row = register.row(TestCertificates.CLIENT_ID).orElseThrow();

        assertThat(row.names()).containsExactly(Samples.NAME);
        assertThat(row.version()).isEqualTo(Samples.VERSION);
        assertThat(row.number(Teleservice.DMP).orElseThrow().value().value()).isEqualTo(Samples.DMP_NUMBER);
        assertThat(row.number(Teleservice.DMP).orElseThrow().where()).isEqualTo("accroche.yaml:14");
        assertThat(row.number(Teleservice.CONFORMITE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"test, 2", "production, 0"})
    void knowsTestNumbersInTestEnvironmentsOnly(String environment, int numbers) {
        Declaration declaration = DeclaredChoices.read(ShippedDeclaration.PROXY_INTEGRE
                .text()
                .replace("environment: test", "environment: " + environment)
                .replace("firstApi: INSi", "firstApi: INSi, testNumber: SIMULE-TEST-0001"));

        assertThat(LpsRegister.from(declaration).testNumbers()).hasSize(numbers);
    }

    @Test
    void knowsNobodyElse() {
        assertThat(register.row("beta-edc-bas")).isEmpty();
    }

    @Test
    void keepsNumbersOutOfLogs() {
        assertThat(register.toString()).doesNotContain(Samples.DMP_NUMBER);
    }
}
