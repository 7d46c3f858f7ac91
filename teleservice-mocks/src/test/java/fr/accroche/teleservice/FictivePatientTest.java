package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.messages.Ins;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.FictivePatient.Former;
import fr.accroche.teleservice.FictivePatient.Prescribed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FictivePatientTest {

    private static final FictivePatient CAMILLE = FictivePatient.ALL.get(0);
    private static final FictivePatient JEAN = FictivePatient.ALL.get(1);

    @Test
    void haveRightKeysAndImpossibleBirthplaces() {
        assertThat(numbers()).isNotEmpty().allSatisfy(ins -> {
            assertThat(ins.keyIsRight()).as(ins.value()).isTrue();
            assertThat(ins.value().substring(5, 10)).isIn("99999", "2A999", "2B999");
        });
        assertThat(numbers().map(Ins::value)).doesNotHaveDuplicates();
    }

    @Test
    void haveTheTraitsThatTheirMatriculeSays() {
        assertThat(everybody()).allSatisfy(patient -> {
            String born = patient.traits().birthDate().orElseThrow();
            String month = patient.matricule().substring(3, 5);
            assertThat(patient.traits().sex()).contains(patient.matricule().startsWith("1") ? "M" : "F");
            assertThat(born)
                    .startsWith(born.substring(0, 2) + patient.matricule().substring(1, 3));
            assertThat(month).isEqualTo(patient.has(PatientDeviance.LUNAR_BIRTH_DATE) ? "20" : born.substring(5, 7));
            assertThat(patient.traits().birthPlace())
                    .contains(patient.matricule().substring(5, 10));
        });
    }

    @Test
    void haveNamesThatInsiTakes() {
        assertThat(everybody()).allSatisfy(patient -> {
            assertThat(patient.traits().birthName().orElseThrow()).matches("[A-Z']+(--?[A-Z]+)*");
            assertThat(patient.traits().firstNames()).isNotEmpty().allMatch(name -> name.matches("[A-Z]+(-[A-Z]+)*"));
        });
    }

    @Test
    void haveEachTheirNameAndTheirPrescriptions() {
        assertThat(everybody().map(FictivePatient::alias)).doesNotHaveDuplicates();
        assertThat(everybody()
                        .flatMap(patient -> patient.prescriptions().stream())
                        .map(Prescribed::number))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void showEveryDeviance() {
        assertThat(Arrays.stream(PatientDeviance.values()))
                .allSatisfy(deviance -> assertThat(everybody()).anyMatch(patient -> patient.has(deviance)));
    }

    @Test
    void wereKnownByFormerInsOneAfterTheOther() {
        List<Former> former = FictivePatient.named("ins-ancien").former();

        assertThat(former).hasSize(2);
        assertThat(former.get(0).from())
                .isEqualTo(former.get(1).until().plusDays(1))
                .isBefore(former.get(0).until());
        assertThat(former)
                .allSatisfy(
                        before -> assertThat(FictivePatient.byIns(before.ins())).isEmpty());
    }

    @Test
    void areNamedUnderTheOidOfEachEnvironment() {
        assertThat(CAMILLE.forInsi().oid()).isEqualTo("1.2.250.1.213.1.4.8");
        assertThat(CAMILLE.forDmp(Environment.TEST).oid()).isEqualTo("1.2.250.1.213.1.4.10");
        assertThat(CAMILLE.forDmp(Environment.PRODUCTION)).isEqualTo(CAMILLE.forInsi());
        FictivePatient provisional = FictivePatient.named("nia");
        assertThat(provisional.forInsi().oid()).isEqualTo("1.2.250.1.213.1.4.9");
        assertThat(provisional.forDmp(Environment.TEST).oid()).isEqualTo("1.2.250.1.213.1.4.10");
        assertThat(provisional.forDmp(Environment.PRODUCTION)).isEqualTo(provisional.forInsi());
    }

    @Test
    void areFoundByTheirInsUnderItsOidOnly() {
        Ins ofDmp = CAMILLE.forDmp(Environment.TEST);

        assertThat(FictivePatient.byIns(CAMILLE.forInsi())).contains(CAMILLE);
        assertThat(FictivePatient.byIns(ofDmp)).isEmpty();
        assertThat(FictivePatient.byDmp(ofDmp, Environment.TEST)).contains(CAMILLE);
        assertThat(FictivePatient.byDmp(ofDmp, Environment.PRODUCTION)).isEmpty();
        assertThat(FictivePatient.byIns(FictivePatient.UNKNOWN.forInsi())).isEmpty();
    }

    @Test
    void areNotFoundByOnlyPartOfTheirTraits() {
        assertThat(FictivePatient.found(Traits.of("DEMO", "CAMILLE", "F", "1990-01-01")))
                .containsExactly(CAMILLE);
        assertThat(Stream.of(
                        Traits.of("DEMO", "CAMILLE", "M", "1990-01-01"),
                        Traits.of("DEMO", "CAMILLE", "F", "1990-01-02"),
                        Traits.of("DEMO", "LOU", "F", "1990-01-01"),
                        Traits.of("DEMO", "", "F", "1990-01-01"),
                        Traits.of("FICTIF", "CAMILLE", "F", "1990-01-01"),
                        new Traits(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty()),
                        bornIn("75056")))
                .allSatisfy(
                        searched -> assertThat(FictivePatient.found(searched)).isEmpty());
        assertThat(FictivePatient.found(bornIn("99999"))).containsExactly(CAMILLE);
    }

    @Test
    void areFoundByAnyGivenNameOrAllOfThem() {
        assertThat(Stream.of(
                        List.of("JEAN-PAUL"),
                        List.of("MARIE"),
                        List.of("JEAN-PAUL", "MARIE"),
                        List.of("JEAN-PAUL MARIE")))
                .allSatisfy(
                        names -> assertThat(FictivePatient.found(jean(names))).containsExactly(JEAN));
        assertThat(Stream.of(
                        List.<String>of(),
                        List.of("JEAN"),
                        List.of("JEAN PAUL"),
                        List.of("JEAN", "PAUL"),
                        List.of("MARIE", "JEAN-PAUL"),
                        List.of("JEAN-PAUL", "LOU")))
                .allSatisfy(
                        names -> assertThat(FictivePatient.found(jean(names))).isEmpty());
    }

    @Test
    void areSeveralOfTheSameTraits() {
        assertThat(FictivePatient.found(FictivePatient.named("homonyme-1").traits()))
                .extracting(FictivePatient::alias)
                .containsExactly("homonyme-1", "homonyme-2");
    }

    private static Stream<FictivePatient> everybody() {
        return Stream.concat(FictivePatient.ALL.stream(), Stream.of(FictivePatient.UNKNOWN));
    }

    private static Stream<Ins> numbers() {
        return everybody()
                .flatMap(patient -> Stream.concat(
                        Stream.of(patient.forInsi()), patient.former().stream().map(Former::ins)));
    }

    private static Traits bornIn(String place) {
        return new Traits(
                Optional.of("DEMO"),
                List.of("CAMILLE"),
                Optional.of("F"),
                Optional.of("1990-01-01"),
                Optional.of(place));
    }

    private static Traits jean(List<String> names) {
        return new Traits(Optional.of("FICTIF"), names, Optional.of("M"), Optional.of("1985-07-14"), Optional.empty());
    }
}
