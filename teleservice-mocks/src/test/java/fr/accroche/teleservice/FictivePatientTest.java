package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.messages.Traits;
import org.junit.jupiter.api.Test;

class FictivePatientTest {

    @Test
    void haveRightKeysAndImpossibleBirthplaces() {
        assertThat(FictivePatient.ALL).isNotEmpty().allSatisfy(patient -> {
            assertThat(patient.forInsi().keyIsRight()).isTrue();
            assertThat(patient.matricule().substring(5, 10)).isEqualTo("99999");
        });
    }

    @Test
    void areNamedUnderTheOidOfEachEnvironment() {
        FictivePatient patient = FictivePatient.ALL.get(0);

        assertThat(patient.forInsi().oid()).isEqualTo("1.2.250.1.213.1.4.8");
        assertThat(patient.forDmp(Environment.TEST).oid()).isEqualTo("1.2.250.1.213.1.4.10");
        assertThat(patient.forDmp(Environment.PRODUCTION)).isEqualTo(patient.forInsi());
    }

    @Test
    void areNotFoundByOnlyPartOfTheirTraits() {
        FictivePatient camille = FictivePatient.ALL.get(0);

        assertThat(camille.is(Traits.of("DEMO", "CAMILLE", "F", "1990-01-01"))).isTrue();
        assertThat(camille.is(Traits.of("DEMO", "CAMILLE", "M", "1990-01-01"))).isFalse();
        assertThat(camille.is(Traits.of("DEMO", "CAMILLE", "F", "1990-01-02"))).isFalse();
        assertThat(camille.is(Traits.of("DEMO", "LOU", "F", "1990-01-01"))).isFalse();
        assertThat(camille.is(Traits.of("FICTIF", "CAMILLE", "F", "1990-01-01")))
                .isFalse();
    }
}
