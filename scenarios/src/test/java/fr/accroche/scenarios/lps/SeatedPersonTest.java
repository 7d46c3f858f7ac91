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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test identity through the whole chain, to every téléservice. */
class SeatedPersonTest {

    static Stream<String> sound() {
        return Professionals.known().stream()
                .filter(person -> person.deviance().isEmpty())
                .map(Professional::alias);
    }

    @ParameterizedTest
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
    @CsvSource({
        "medecin,                899900000011, 10^1.2.250.1.71.1.2.7 | SM54^1.2.250.1.71.4.2.5, 499900000011000, SA07",
        "pharmacien-titulaire,   899900000029, 21^1.2.250.1.71.1.2.7 | A^1.2.250.1.71.4.2.6,    1990000028,      SA33",
        "pharmacien-hospitalier, 899900000136, 21^1.2.250.1.71.1.2.7 | H^1.2.250.1.71.4.2.6,    1990000051,      SA01",
        "interne,                899900000102, 10^1.2.250.1.71.1.2.8,                           1990000051,      SA01",
        "double-profession,      899900000144, 50^1.2.250.1.71.1.2.7,                           300000000009076, SA08",
        "homonyme,               899900000151, 10^1.2.250.1.71.1.2.7 | SM54^1.2.250.1.71.4.2.5, 1990000069,      SA05",
        "secretaire,             699900000011000/CPAT00001, SECRETARIAT_MEDICAL^1.2.250.1.213.1.1.4.6,"
                + " 499900000011000, SA07"
    })
    void theVihfSaysWhoAsWhatAndWhere(String alias, String id, String roles, String structure, String sector)
            throws Exception {
        Hop dmp = received(run(Professionals.named(alias).orElseThrow())).stream()
                .filter(hop -> hop.value(Fact.VIHF_ROLES).isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(dmp.value(Fact.ASSERTION_PERSON)).contains(id);
        assertThat(dmp.value(Fact.VIHF_ROLES)).contains(roles);
        assertThat(dmp.value(Fact.VIHF_STRUCTURE)).contains(structure);
        assertThat(dmp.value(Fact.VIHF_SECTOR)).contains(sector + "^1.2.250.1.71.4.2.4");
    }

    @ParameterizedTest
    @CsvSource({"sans-exercice, LPS-08", "sans-structure, LPS-08", "radie, TOK-05"})
    void aDeviantIsRefusedWhereItShows(String alias, String rule) throws Exception {
        Run run = run(Professionals.named(alias).orElseThrow());

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.NON_CONFORME);
        assertThat(breaches(run)).containsExactly(rule);
    }

    /** The professional's own no is no breach: the session ends there. */
    @ParameterizedTest
    @CsvSource({"ecps-revoquee", "refuse", "mauvais-code"})
    void whoeverDoesNotAuthenticateReachesNoTeleservice(String alias) throws Exception {
        Run run = run(Professionals.named(alias).orElseThrow());

        assertThat(received(run)).isEmpty();
        assertThat(run.verdict().outcome()).isNotEqualTo(Outcome.CONFORME);
    }

    private static Run run(Professional person) throws IOException, DeclarationException {
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.now(Clock.systemUTC()));
        Operation first = declaration.operations().get(0);
        return TestFolders.rehearsal().with(new SeatedPerson(person)).sound(declaration, List.of(first));
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
