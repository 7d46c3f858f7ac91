package fr.accroche.compliance.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryChoicesTest {

    @Test
    void tellsNobodyUnlessDeclared() {
        assertThat(Settings.DEFAULT.telemetry().otlp()).isEmpty();
        assertThat(Settings.DEFAULT.telemetry().logs()).isEqualTo(TelemetryChoices.Logs.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:s3cr3t@collector:4318",
                "https://collector/?key=s3cr3t",
                "http://:4318",
                "http://collector:0"
            })
    void refusesAnAddressThatCannotBeCalledOrShowsASecret(String address) {
        String yaml = new String(ShippedDeclaration.PROXY_INTEGRE.yaml(), StandardCharsets.UTF_8)
                + "\nsettings: { telemetry: { otlp: \"" + address + "\" } }\n";

        DeclarationException refused = catchThrowableOfType(
                DeclarationException.class,
                () -> DeclarationReader.read(
                        "accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 28)));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("settings.telemetry.otlp")
                        .doesNotContain("s3cr3t"));
    }
}
