package fr.accroche.scenarios.lps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test identity through the whole chain, to every téléservice. */
class SeatedPersonTest {

    static Stream<String> sound() {
        return Professionals.known().stream()
                .filter(person -> person.deviance().isEmpty())
                .map(Professional::alias);
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("sound")
    void whoeverIsSoundPassesEverywhere(String alias) throws Exception {
        Professional person = Professionals.named(alias).orElseThrow();

        Run run = run(person);

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        List<Hop> received = received(run);
        assertThat(received.stream().map(hop -> hop.value(Fact.TELESERVICE).orElse("")))
                .contains(Teleservice.DMP.label(), Teleservice.INSI.label(), Teleservice.ON.label());
        assertThat(received)
                .filteredOn(hop -> hop.value(Fact.ASSERTION_PERSON).isPresent())
                .hasSize(3)
                .allSatisfy(hop -> {
                    assertThat(hop.value(Fact.ASSERTION_PERSON)).contains(person.nationalId());
                    assertThat(hop.value(Fact.TOKEN_PERSON)).contains(person.nationalId());
                });
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @CsvSource({
        "medecin,                899900000011, 10^1.2.250.1.71.1.2.7 | SM54^1.2.250.1.71.4.2.5, 499900000011000, SA07",
        "pharmacien-titulaire,   899900000029, 21^1.2.250.1.71.1.2.7 | A^1.2.250.1.71.4.2.6,    1990000028,      SA33",
        "pharmacien-hospitalier, 899900000136, 21^1.2.250.1.71.1.2.7 | H^1.2.250.1.71.4.2.6,    1990000051,      SA01",
        "interne,                899900000102, 10^1.2.250.1.71.1.2.8,                           1990000051,      SA01",
        "double-profession,      899900000144, 50^1.2.250.1.71.1.2.7,                           300000000009076, SA08",
        "homonyme,               899900000151, 10^1.2.250.1.71.1.2.7 | SM54^1.2.250.1.71.4.2.5, 1990000069,      SA05",
        "cardiologue,            899900000060, 10^1.2.250.1.71.1.2.7 | SM04^1.2.250.1.71.4.2.5, 499900000060007, SA07",
        "cardiologue:2,          899900000060, 10^1.2.250.1.71.1.2.7 | SM04^1.2.250.1.71.4.2.5, 1990000051,      SA01",
        "cardiologue:3,          899900000060, 10^1.2.250.1.71.1.2.7 | SM04^1.2.250.1.71.4.2.5, 1990000069,      SA05",
        "double-profession:2,    899900000144, 60^1.2.250.1.71.1.2.7,                           1990000051,      SA01",
        "secretaire,             699900000011000/CPAT00001, SECRETARIAT_MEDICAL^1.2.250.1.213.1.1.4.6,"
                + " 499900000011000, SA07"
    })
    void theVihfSaysWhoAsWhatAndWhere(String name, String id, String roles, String structure, String sector)
            throws Exception {
        Run run = run(SeatedPerson.named(name).orElseThrow());
        Hop dmp = received(run).stream()
                .filter(hop -> hop.value(Fact.VIHF_ROLES).isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(dmp.value(Fact.ASSERTION_PERSON)).contains(id);
        assertThat(dmp.value(Fact.VIHF_ROLES)).contains(roles);
        assertThat(dmp.value(Fact.VIHF_STRUCTURE)).contains(structure);
        assertThat(dmp.value(Fact.VIHF_SECTOR)).contains(sector + "^1.2.250.1.71.4.2.4");
    }

    @ParameterizedTest
    @CsvSource({"sans-exercice, LPS-08 LPS-10", "sans-structure, LPS-08 LPS-10", "radie, TOK-05"})
    void aDeviantIsRefusedWhereItShows(String alias, String rules) throws Exception {
        Run run = run(Professionals.named(alias).orElseThrow());

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.NON_CONFORME);
        assertThat(breaches(run)).containsExactlyInAnyOrder(rules.split(" "));
    }

    /** The professional's own no is no breach: the session ends there. */
    @ParameterizedTest
    @CsvSource({"ecps-revoquee", "refuse", "mauvais-code"})
    void whoeverDoesNotAuthenticateReachesNoTeleservice(String alias) throws Exception {
        Run run = run(Professionals.named(alias).orElseThrow());

        assertThat(received(run)).isEmpty();
        assertThat(run.verdict().outcome()).isNotEqualTo(Outcome.CONFORME);
    }

    @ParameterizedTest
    @CsvSource({
        "medecin,             991000001, 01,",
        "interne,             990000051, 01,",
        "cardiologue,         991000050, 03,",
        "cardiologue:2,       990000051, 03,",
        "infirmier,           991000027,   ,",
        "pharmacien-adjoint,  990000028,   ,",
        "secretaire,          991000001,   ,",
        "double-profession,   991000134,   , 50",
        "double-profession:2, 990000051,   , 60"
    })
    void theAssuranceMaladiesAssertionSaysWhoBillsAndTheSpecialityOfPhysicians(
            String name, String billing, String speciality, String gipProfessionCode) {
        SeatedPerson person = SeatedPerson.named(name).orElseThrow();

        assertThat(person.billing()).isEqualTo(billing);
        assertThat(person.amoSpeciality()).isEqualTo(Optional.ofNullable(speciality));
        assertThat(person.gipProfessionCode()).isEqualTo(Optional.ofNullable(gipProfessionCode));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cardiologue:4", "cardiologue:0", "cardiologue:", "cardiologue:x", ":1", "sans-structure:1", ""})
    void anActivityThatIsNotThereNamesNobody(String name) {
        assertThat(SeatedPerson.named(name)).isEmpty();
    }

    @Test
    void aNamesakeIsWhoIsNamedByMistake() {
        assertThat(SeatedPerson.physician().another()).isEqualTo("899900000151");
        assertThat(SeatedPerson.named("homonyme").orElseThrow().another()).isEqualTo("899900000011");
        assertThat(SeatedPerson.named("infirmier").orElseThrow().another()).isEqualTo("899900000011");
    }

    private static Run run(Professional person) throws IOException, DeclarationException {
        return run(new SeatedPerson(person, 0));
    }

    private static Run run(SeatedPerson person) throws IOException, DeclarationException {
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(Clock.systemUTC()));
        Operation first = declaration.operations().get(0);
        return TestFolders.rehearsal().with(person).sound(declaration, List.of(first));
    }

    private static List<Hop> received(Run run) {
        return run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.stage() == Stage.BUSINESS)
                .toList();
    }

    private static Set<String> breaches(Run run) {
        return run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .flatMap(hop -> hop.breaches().stream())
                .map(breach -> breach.rule().value())
                .collect(Collectors.toSet());
    }
}
