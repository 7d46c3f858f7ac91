package fr.accroche.compliance.catalogue;

import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_OPERATEUR_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;
import static fr.accroche.compliance.exchange.Stage.BUSINESS;
import static fr.accroche.compliance.exchange.Stage.LPS_SEND;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** CND-09 on recorded exchanges: a number that no téléservice is to receive. */
class NumberSentTest {

    private static final String EAI = "DMP-SIMULE-0003";

    private static SoundSession sending(String number) {
        return SoundSession.of("alpha-edc-bas")
                .spoil(LPS_SEND, Fact.LPS_NUMBER, number)
                .spoil(BUSINESS, Fact.LPS_NUMBER, number);
    }

    private static RuleResult judged(Declaration declaration, SoundSession session) {
        return Verdict.judge(declaration, session.hops())
                .rule(RuleId.of("CND-09"))
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = ShippedDeclaration.class,
            names = {"NON_AUTONOME_DANS_LPS", "NON_AUTONOME_DANS_PROXY", "AUTONOME_OPERE_PAR_OPERATEUR_LPS"})
    void itsOwnNumberIsRight(ShippedDeclaration shipped) {
        RuleResult result = judged(SoundSession.declaration(shipped), SoundSession.of("alpha-edc-bas"));

        assertThat(result.status()).isEqualTo(Status.PASS);
    }

    @ParameterizedTest
    @EnumSource(
            value = ShippedDeclaration.class,
            names = {"PROXY_INTEGRE", "PROXY_PARTAGE", "PROXY_TIERS", "AUTONOME_OPERE_PAR_SON_EDITEUR"})
    void whereNothingElseHasANumberThereIsNothingToJudge(ShippedDeclaration shipped) {
        RuleResult result = judged(SoundSession.declaration(shipped), SoundSession.of("alpha-edc-bas"));

        assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void aNumberOfTheEaiIsFoundBesideTheClientsAndNeverShown() {
        Declaration declaration = SoundSession.declaration(NON_AUTONOME_DANS_LPS);

        Verdict verdict = Verdict.judge(declaration, sending(EAI).hops());

        assertThat(verdict.with(Status.FAIL)).map(RuleId::value).containsExactly("CND-09", "IDN-06");
        RuleResult result = verdict.rule(RuleId.of("CND-09")).orElseThrow();
        Finding finding = result.telling().orElseThrow();
        assertThat(finding.observed().value())
                .isEqualTo(Fact.LPS_NUMBER.redact(EAI) + " (components.eai.homologations.DMP)");
        assertThat(finding.expected().value()).isEqualTo(Fact.LPS_NUMBER.redact("DMP-SIMULE-0001"));
        assertThat(finding.expected().where()).matches("accroche\\.yaml:\\d+");
        assertThat(result.findings())
                .allSatisfy(one -> assertThat(one.toString()).doesNotContain("SIMULE"));
        assertThat(result.card().remedyFor(finding).in(Language.FR))
                .contains("components.eai")
                .doesNotContain("SIMULE");
    }

    /** The declaration gives the LPS the number of its EAI: the client's number is sent, and is another's all the same. */
    @Test
    void aNumberOfTheEaiThatIsDeclaredAsTheLpsOwnBreaksThisRuleAlone() {
        Declaration declaration = SoundSession.declaration(NON_AUTONOME_DANS_LPS, "DMP-SIMULE-0001", EAI);
        SoundSession session = SoundSession.of("alpha-edc-bas", EAI);

        Verdict verdict = Verdict.judge(declaration, session.hops());

        assertThat(verdict.with(Status.FAIL)).map(RuleId::value).containsExactly("CND-09");
    }

    @Test
    void aNumberOfAnInterfacingOrOfAProxyIsFound() {
        assertThat(judged(SoundSession.declaration(AUTONOME_OPERE_PAR_OPERATEUR_LPS), sending("INTERFACE-SIMULE-0001"))
                        .status())
                .isEqualTo(Status.FAIL);
        Declaration numberedProxy = SoundSession.declaration(
                PROXY_INTEGRE, "mode: passe-plat", "homologations: { DMP: PROXY-0001 }\n    mode: passe-plat");
        assertThat(judged(numberedProxy, sending("PROXY-0001")).status()).isEqualTo(Status.FAIL);
    }

    /** A homologation counts from its day on, which the session of SoundSession is or is not past. */
    @ParameterizedTest
    @CsvSource({"2026-11-22, PASS", "2026-11-23, FAIL"})
    void theClientsOwnNumberCountsFromItsHomologationOn(String grantedOn, Status status) {
        Declaration declaration = SoundSession.declaration(
                PROXY_INTEGRE,
                "DMP: DMP-SIMULE-0001",
                "DMP: { number: DMP-SIMULE-0001, grantedOn: " + grantedOn + " }");

        RuleResult result = Verdict.judge(
                        declaration, SoundSession.of("alpha-edc-bas").hops())
                .rule(RuleId.of("IDN-06"))
                .orElseThrow();

        assertThat(result.status()).isEqualTo(status);
        assertThat(result.telling().orElseThrow().expected().value())
                .isEqualTo(status == Status.FAIL ? grantedOn + " / …" : Fact.LPS_NUMBER.redact("DMP-SIMULE-0001"));
    }

    @ParameterizedTest
    @CsvSource({"OTHER-LPS, PASS", "'', SKIPPED"})
    void aNumberOfNothingDeclaredIsForAnotherRule(String number, Status status) {
        RuleResult result = judged(SoundSession.declaration(NON_AUTONOME_DANS_LPS), sending(number));

        assertThat(result.status()).isEqualTo(status);
    }
}
