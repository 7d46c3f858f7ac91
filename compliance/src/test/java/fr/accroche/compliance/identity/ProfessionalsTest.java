package fr.accroche.compliance.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.declaration.InvalidValueException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfessionalsTest {

    private static final List<Professional> SOUND = Professionals.known().stream()
            .filter(person -> person.deviance().isEmpty())
            .toList();

    @Test
    void everyRppsHasARightKeyOfTheTestSeries() {
        List<String> rpps = Professionals.known().stream()
                .filter(person -> person.id().isRpps())
                .map(Professional::nationalId)
                .toList();

        assertThat(rpps).hasSizeGreaterThanOrEqualTo(20).allMatch(id -> id.startsWith("899900000"));
        assertThat(rpps).allMatch(id -> luhn(id.substring(1)));
        assertThat(Professionals.UNKNOWN.value()).startsWith("89990000").matches(id -> luhn(id.substring(1)));
    }

    @Test
    void everyNumberOfAStructureHasARightKeyOfASeriesThatNobodyHas() {
        assertThat(Structures.all()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(structure -> {
            assertThat(luhn(structure.idNatStruct().value().substring(1))).isTrue();
            assertThat(structure.siret())
                    .matches("|000000000[0-9]{5}")
                    .satisfies(
                            siret -> assertThat(siret.isEmpty() || luhn(siret)).isTrue())
                    .startsWith(structure.siren());
            assertThat(Stream.of(structure.finess(), structure.legalFiness()))
                    .allMatch(finess -> finess.isEmpty() || finess.matches("99[0-9]{7}") && luhn(finess));
            assertThat(structure.idNatStruct().value())
                    .matches("199[0-9]{7}|3000000000[0-9]{5}|499900000[0-9]{3}[0-9]{3}");
        });
    }

    @Test
    void everyNationalIdentifierOfAStructureIsMadeOfItsNumber() {
        assertThat(Structures.all()).allSatisfy(structure -> {
            String id = structure.idNatStruct().value();
            switch (id.charAt(0)) {
                case '1' -> assertThat(id).isEqualTo("1" + structure.finess());
                case '3' -> assertThat(id).isEqualTo("3" + structure.siret());
                default ->
                    assertThat(Professionals.find("8" + id.substring(1, 12)))
                            .hasValueSatisfying(
                                    owner -> assertThat(owner.structureName()).isEqualTo(structure.name()));
            }
        });
    }

    @Test
    void nobodyCanBeCalledOrWrittenTo() {
        assertThat(Structures.all()).allSatisfy(structure -> {
            assertThat(structure.phone()).matches("019900[0-9]{4}");
            assertThat(structure.email()).endsWith(".invalid");
        });
        assertThat(Professionals.known()).allSatisfy(person -> {
            assertThat(person.phone()).matches("063998[0-9]{4}");
            assertThat(person.email()).endsWith(".invalid");
        });
    }

    @Test
    void whatNamesAPersonOrAStructureNamesOneOnly() {
        assertThat(Professionals.known()).extracting(Professional::nationalId).doesNotHaveDuplicates();
        assertThat(Professionals.known()).extracting(Professional::alias).doesNotHaveDuplicates();
        assertThat(Professionals.known()).extracting(Professional::phone).doesNotHaveDuplicates();
        assertThat(Structures.all()).extracting(Structure::technicalId).doesNotHaveDuplicates();
        assertThat(Structures.all()).extracting(Structure::idNatStruct).doesNotHaveDuplicates();
    }

    @Test
    void thereIsOneOfEachKindThatSoftwareMeets() {
        assertThat(SOUND).hasSizeGreaterThanOrEqualTo(12);
        assertThat(SOUND).allSatisfy(person -> assertThat(person.situation()).isPresent());
        assertThat(professions()).contains("10", "21", "40", "50", "60", "70", "");
        assertThat(SOUND).anyMatch(person -> person.practice().orElseThrow().inTraining());
        assertThat(SOUND)
                .anyMatch(person ->
                        person.situations().size() >= 3 && sectors(person).size() >= 3);
        assertThat(SOUND).anyMatch(person -> person.practices().size() > 1);
        assertThat(SOUND).anyMatch(person -> !person.id().isRpps());
        assertThat(SOUND.stream().map(Professional::displayName).distinct()).hasSize(SOUND.size() - 1);
    }

    private static Set<String> professions() {
        return SOUND.stream()
                .flatMap(person -> person.practices().stream())
                .map(practice -> practice.profession().code())
                .collect(Collectors.toSet());
    }

    private static Set<Coded> sectors(Professional person) {
        return person.situations().stream().map(Situation::sector).collect(Collectors.toSet());
    }

    @Test
    void theFirstIsAPhysicianWithWhomNothingIsWrong() {
        Professional first = Professionals.known().get(0);

        assertThat(first.deviance()).isEmpty();
        assertThat(first.practice().orElseThrow().profession().code()).isEqualTo("10");
    }

    @Test
    void eachDevianceHasOnePerson() {
        List<Deviance> deviances = Professionals.known().stream()
                .flatMap(person -> person.deviance().stream())
                .toList();

        assertThat(deviances).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Deviance.class));
        assertThat(Professionals.find(Professionals.UNKNOWN.value())).isEmpty();
    }

    @Test
    void aDeviceThatIsNotActiveAnswersInTheOwnersPlace() {
        assertThat(named("ecps-revoquee").answer("MOBILE")).isEqualTo(Habit.REFUSE);
        assertThat(named("ecps-revoquee").answer("CARD")).isEqualTo(Habit.APPROVE);
        assertThat(named("ecps-jamais-activee").answer("MOBILE")).isEqualTo(Habit.SILENT);
        assertThat(named("carte-revoquee").answer("CARD")).isEqualTo(Habit.REFUSE);
        assertThat(named("mauvais-code").answer("MOBILE")).isEqualTo(Habit.WRONG_CODE);
        assertThat(SOUND)
                .allMatch(person -> person.answer("MOBILE") == Habit.APPROVE && person.answer("CARD") == Habit.APPROVE);
    }

    private static Professional named(String alias) {
        return Professionals.named(alias).orElseThrow();
    }

    @Test
    void isFoundByNumberOrAlias() {
        assertThat(named("medecin")).isEqualTo(named("899900000011"));
        assertThat(Professionals.find("medecin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "899900000012",
                "89990000001",
                "8999000000110",
                " 899900000011",
                "",
                "medecin",
                "699900000011000/",
                "699900000011001/CPAT00001",
                "699900000011000/CPAT 1",
                "899900000011/CPAT00001"
            })
    void anIdentifierWithAWrongKeyOrFormIsNone(String value) {
        assertThatThrownBy(() -> new NationalId(value)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"899700427869", "500000001815646/CPAT00045", "30B0057881/CPET0002", "10B0011797/00B1022322"})
    void theIdentifiersOfPublicSamplesAreOnes(String value) {
        assertThat(new NationalId(value).value()).isEqualTo(value);
    }

    /** Written here anew, so that a wrong sum in the main code cannot make its own numbers right. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
