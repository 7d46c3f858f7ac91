package fr.accroche.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Hop ciba(String client, String scope) {
        return HopNotes.open(CLOCK, Stage.PSC_CIBA, "psc", "POST /ciba")
                .note(Fact.CLIENT_ID, client, "form/client_id")
                .note(Fact.SCOPE, scope, "form/scope")
                .note(Fact.ACR_VALUES, "eidas1", "form/acr_values")
                .note(Fact.BINDING_MESSAGE, "42", "form/binding_message")
                .note(Fact.LOGIN_HINT, "899900000011", "form/login_hint")
                .answered(200);
    }

    private static Run run(Hop... hops) throws DeclarationException {
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.PROXY_INTEGRE.yaml(), LocalDate.of(2026, 11, 22));
        return Run.judged(declaration, List.of(), declaration.operations(), List.of(hops), NOW, NOW);
    }

    @Test
    void frenchCountsAgree() throws DeclarationException {
        int rules = Catalogue.ALL.size();
        String report = TextReport.of(run(ciba("alpha-edc-bas", "openid scope_all")), Language.FR, Paint.PLAIN);

        assertThat(report)
                .contains("  ✓ TOK  1 conforme, 4 non atteintes, 1 sans objet (TOK-06)\n", "  · ENV  1 non atteinte\n")
                .contains(rules + " règles : 2 conformes, " + (rules - 6) + " non atteintes, 4 sans objet")
                .contains("Verdict  indéterminé", "Aucune règle n'est enfreinte");
    }

    @Test
    void whatAStrangerWroteCannotSteerTheTerminal() throws DeclarationException {
        String report = TextReport.of(run(ciba("a\u001b[2Jb", "x\r\u001b]0;y\u0007")), Language.EN, Paint.PLAIN);

        assertThat(report).contains("a�[2Jb", "x��]0;y�").doesNotContain("\u001b", "\r", "\u0007");
    }

    @Test
    void aFaultOnDemandIsSaidToBeOne() throws DeclarationException {
        Hop answered = HopNotes.open(CLOCK, Stage.FAULT_ON_DEMAND, "psc", "POST /token")
                .note(Fact.FAULT_ON_DEMAND, "token status:503", "/__accroche/faults")
                .refused(503, "token status:503");
        Hop late = HopNotes.open(CLOCK, Stage.PSC_JWKS, "psc", "GET /certs")
                .note(Fact.FAULT_ON_DEMAND, "certs delay:PT1S", "/__accroche/faults")
                .answered(200);

        String report = TextReport.of(run(answered, late), Language.EN, Paint.PLAIN);

        assertThat(report)
                .contains("503 token status:503")
                .contains("200 fault on demand: certs delay:PT1S")
                .contains("Faults on demand played: 2;");
        assertThat(report).contains("Verdict  inconclusive");
    }

    private static Breach breach(String rule) {
        return new Breach(
                RuleId.of(rule),
                Text.of("faux", "wrong"),
                new Observed("this", "accroche.yaml:3"),
                new Observed("that", "form/x"));
    }

    private static HopNotes wrong(Instant at, Stage stage, String server, String rule) {
        return HopNotes.open(Clock.fixed(at, ZoneOffset.UTC), stage, server, "POST /")
                .note(Fact.CLIENT_ID, "alpha-edc-bas", "form/client_id")
                .breach(breach(rule));
    }

    @Test
    void whatWasWithheldStandsBesideWhatWasAnsweredAndWhoWouldHaveRefusedIsListedInOrder() throws DeclarationException {
        Hop second = wrong(NOW.plusSeconds(2), Stage.EXCHANGE, "api-psc", "IDN-02")
                .withheld(403, "access_denied")
                .answered(200);
        Hop again = wrong(NOW.plusSeconds(3), Stage.EXCHANGE, "api-psc", "IDN-02")
                .withheld(403, "access_denied")
                .answered(200);
        Hop first = wrong(NOW.plusSeconds(1), Stage.PSC_CIBA, "psc", "TOK-05")
                .withheld(400, "invalid_binding_message")
                .withheld(400, "never kept")
                .answered(200);

        Run run = run(second, again, first);
        String report = TextReport.of(run, Language.EN, Paint.PLAIN);

        assertThat(report)
                .containsPattern("✗ .* psc +200 \\(400 invalid_binding_message\\)  TOK-05\n")
                .containsPattern("✗ .* api-psc +200 \\(403 access_denied\\)  IDN-02\n")
                .containsPattern("first to last .*\n"
                        + "   1\\. psc +400 invalid_binding_message +TOK-05\n"
                        + "   2\\. api-psc +403 access_denied +IDN-02\n\n")
                .doesNotContain("--enforcement");
        assertThat(run.verdict().outcome()).isEqualTo(Outcome.NON_CONFORME);
    }

    @Test
    void aRefusalThatStoppedTheChainIsAReasonToTellOfExplain() throws DeclarationException {
        Hop refused = wrong(NOW, Stage.EXCHANGE, "api-psc", "IDN-02").refused(403, "access_denied");

        assertThat(TextReport.of(run(refused), Language.EN, Paint.PLAIN))
                .contains("--enforcement explain shows what comes after it")
                .doesNotContain("first to last");
    }

    @Test
    void aMissingValueShowsAsADash() throws DeclarationException {
        String report = TextReport.of(run(ciba("alpha-edc-bas", "")), Language.EN, Paint.PLAIN);

        assertThat(report).contains("observed  —  [form/scope]", "found —.");
    }

    @Test
    void aWrongCallAmongRightOnesShowsInTheIdentityTable() throws DeclarationException {
        Hop right = business("DMP-SIMULE-0001");
        Hop wrong = business("AUTRE-0001");

        IdentityTable table = run(right, wrong).identities().get(0);

        assertThat(table.rows())
                .filteredOn(row -> row.what().en().equals("LPS number for DMP"))
                .singleElement()
                .satisfies(row -> assertThat(row.agrees()).isFalse());
    }

    private static Hop business(String number) {
        return HopNotes.open(CLOCK, Stage.BUSINESS, "dmp", "POST /")
                .note(Fact.CLIENT_ID, "alpha-edc-bas", "test")
                .note(Fact.TELESERVICE, "DMP", "HTTP/path")
                .note(Fact.LPS_NUMBER, number, "VIHF/LPS_ID_HOMOLOGATION_DMP")
                .answered(200);
    }
}
