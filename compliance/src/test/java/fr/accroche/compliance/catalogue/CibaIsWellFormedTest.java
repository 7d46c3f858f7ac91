package fr.accroche.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.compliance.verdict.Verdict;
import org.junit.jupiter.api.Test;

class CibaIsWellFormedTest {

    private static final Declaration SIGNING = SoundSession.declaration(
            "clientId: alpha-edc-bas,", "clientId: alpha-edc-bas, psc: { requestObject: PS256, jwksFile: keys.json },");

    @Test
    void aClientThatRegisteredForBrowsersAloneMayNotComeByCiba() {
        Declaration browser = SoundSession.declaration(
                "clientId: alpha-edc-bas,",
                "clientId: alpha-edc-bas, psc: { grants: [authorization-code], redirectUris: [\"https://lps.accroche.invalid/\"] },");

        Finding finding = Verdict.judge(
                        browser, SoundSession.of("alpha-edc-bas").hops())
                .rule(RuleId.of("TOK-05"))
                .flatMap(RuleResult::telling)
                .orElseThrow();

        assertThat(finding.status()).isEqualTo(Status.FAIL);
        assertThat(finding.expected().value()).isEqualTo("CIBA");
        assertThat(finding.observed().where()).startsWith("accroche.yaml:");
    }

    @Test
    void aRequestThatIsNotSignedIsToldForThatAndNotForTheParametersThatNobodyRead() {
        SoundSession session = SoundSession.of("alpha-edc-bas")
                .spoil(Stage.PSC_CIBA, Fact.REQUEST_OBJECT, "none")
                .spoil(Stage.PSC_CIBA, Fact.SCOPE, null);

        RuleResult result =
                Verdict.judge(SIGNING, session.hops()).rule(RuleId.of("TOK-05")).orElseThrow();

        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.findings())
                .filteredOn(finding -> finding.stage() == Stage.PSC_CIBA)
                .singleElement()
                .extracting(Finding::expected)
                .extracting(expected -> expected.value())
                .isEqualTo("PS256");
    }
}
