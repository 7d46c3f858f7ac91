package fr.accroche.compliance.catalogue.architecture;

import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_SON_EDITEUR;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.rule.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the CNDA's test environments, at its edges. */
class PmtRulesTest {

    private static final String SHIPPED =
            "validatedOn: D-33, declaredOn: D-31, configuredOn: D-28, firstAuthenticationOn: D-27, firstApi: INSi";

    private static Edit pmt(String keys) {
        return new Edit(SHIPPED, keys);
    }

    private static List<Status> on(DeclaredRule rule, String keys) throws DeclarationException {
        return Edited.judgedBy(rule).statuses(PROXY_TIERS, pmt(keys));
    }

    @ParameterizedTest
    @CsvSource({
        // three calendar months, the last day included
        "2026-08-22, 2026-11-22, WARNING, jours restants : 0",
        "2026-08-22, 2026-11-23, FAIL, jours de retard : 1",
        "2026-08-22, 2026-10-22, PASS, jours restants : 31",
        "2026-08-22, 2026-10-23, WARNING, jours restants : 30",
        // a month without that day ends on its last
        "2025-11-30, 2026-02-28, WARNING, jours restants : 0",
        "2025-11-30, 2026-03-01, FAIL, jours de retard : 1",
        "2027-11-30, 2028-02-29, WARNING, jours restants : 0",
        "2026-08-31, 2026-11-30, WARNING, jours restants : 0",
        "2026-08-31, 2026-12-01, FAIL, jours de retard : 1",
        // its first day
        "2026-08-22, 2026-08-22, PASS, jours restants : 92"
    })
    void threeMonthsAndTheirLastThirtyDays(LocalDate validated, LocalDate day, Status status, String left)
            throws DeclarationException {
        List<DeclaredFinding> findings =
                new Edited(new PmtStillRuns(), day).findings(PROXY_TIERS, pmt("validatedOn: " + validated));

        assertThat(findings).extracting(DeclaredFinding::status).containsExactly(status);
        assertThat(findings.get(0).observed().fr()).endsWith(left);
        assertThat(findings.get(0).path()).isEqualTo("operations[0].pmt.validatedOn");
    }

    @Test
    void oneThatHasNotBegunIsNotCounted() throws DeclarationException {
        assertThat(on(new PmtStillRuns(), "validatedOn: D+1")).isEmpty();
        assertThat(on(new StepsInOrder(), "validatedOn: D+1")).containsExactly(Status.WARNING);
        assertThat(on(new StepsInOrder(), "validatedOn: D+0")).containsExactly(Status.PASS);
    }

    @Test
    void anOperationWithoutPmtIsNotJudged() throws DeclarationException {
        Edit none = new Edit(",\n      pmt: { " + SHIPPED + " } }", " }");

        for (DeclaredRule rule : List.of(
                new PmtComesFirst(),
                new PmtStillRuns(),
                new StepsInOrder(),
                new AccrochageByAnApi(),
                new TestNumberComesLast())) {
            assertThat(Edited.judgedBy(rule).findings(PROXY_TIERS, none)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validatedOn: D-33                     | PASS",
                "validatedOn: D-33, declaredOn: D-33   | PASS",
                "validatedOn: D-33, declaredOn: D-34   | FAIL",
                "configuredOn: D-3                     | FAIL",
                "firstAuthenticationOn: D-3            | FAIL",
            })
    void thePmtComesFirst(String keys, Status status) throws DeclarationException {
        assertThat(on(new PmtComesFirst(), keys)).containsExactly(status);
    }

    @Test
    void aWayThatHasNotBegunBreaksNothing() throws DeclarationException {
        assertThat(on(new PmtComesFirst(), "")).isEmpty();
        assertThat(on(new StepsInOrder(), "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validatedOn: D-9, declaredOn: D-9, configuredOn: D-9, firstAuthenticationOn: D-9 | PASS",
                "validatedOn: D-9, declaredOn: D-8                                                | PASS",
                "validatedOn: D-9, configuredOn: D-8                                              | WARNING",
                "validatedOn: D-9, declaredOn: D-7, configuredOn: D-8                             | WARNING",
                "validatedOn: D-9, declaredOn: D-9, firstAuthenticationOn: D-8                    | WARNING",
                "validatedOn: D-9, declaredOn: D-9, configuredOn: D+1                             | WARNING",
                "declaredOn: D-9                                                                  | PASS",
            })
    void theOtherStepsFollow(String keys, Status status) throws DeclarationException {
        assertThat(on(new StepsInOrder(), keys)).containsExactly(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DMP", "ON"})
    void theAccrochageIsByAServiceThatTheClientCalls(String api) throws DeclarationException {
        Edit first = new Edit("firstApi: INSi", "firstApi: " + api);

        assertThat(Edited.judgedBy(new AccrochageByAnApi()).statuses(PROXY_TIERS, first))
                .containsExactly(Status.PASS);
    }

    @Test
    void notByAServiceThatTheSolutionDoesNotUse() throws DeclarationException {
        Edited edited = Edited.judgedBy(new AccrochageByAnApi());

        assertThat(edited.statuses(AUTONOME_OPERE_PAR_SON_EDITEUR, new Edit("firstApi: INSi", "firstApi: ON")))
                .containsExactly(Status.WARNING);
        assertThat(edited.statuses(PROXY_TIERS, new Edit("teleservices: [DMP, INSi, ON]", "teleservices: [DMP]")))
                .containsExactly(Status.WARNING);
    }

    @Test
    void aTestNumberIsNeverShown() throws DeclarationException {
        List<DeclaredFinding> findings =
                Edited.judgedBy(new TestNumberComesLast()).findings(PROXY_TIERS, pmt("testNumber: T-4242"));

        assertThat(findings).extracting(DeclaredFinding::status).containsExactly(Status.WARNING);
        assertThat(findings.toString()).doesNotContain("4242");
        assertThat(on(new TestNumberComesLast(), SHIPPED + ", testNumber: T-4242"))
                .containsExactly(Status.PASS);
    }
}
