package fr.accroche.compliance.catalogue;

import static fr.accroche.compliance.exchange.Stage.PSC_AUTHORIZATION;
import static fr.accroche.compliance.exchange.Stage.PSC_TOKEN;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationIsSoundTest {

    private static final RuleId TOK_06 = RuleId.of("TOK-06");
    private static final String ALPHA = "alpha-edc-bas";
    private static final Declaration STRICT = declared("");
    private static final Declaration PLAIN = declared(", demands: []");

    private static Declaration declared(String more) {
        return SoundSession.declaration(
                "clientId: alpha-edc-bas,",
                "clientId: alpha-edc-bas, psc: { redirectUris: [\"" + SoundSession.CALLBACK + "\"]" + more + " },");
    }

    private static RuleResult judge(Declaration declaration, SoundSession session) {
        return Verdict.judge(declaration, session.hops()).rule(TOK_06).orElseThrow();
    }

    private static SoundSession session() {
        return SoundSession.of(ALPHA).byBrowser();
    }

    @Test
    void aSoundLoginHolds() {
        assertThat(judge(STRICT, session()).status()).isEqualTo(Status.PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIRECT_URI, https://lps.accroche.invalid/retour/",
        "RESPONSE_TYPE, token",
        "SCOPE, openid",
        "ACR_VALUES, eidas3",
        "NONCE,",
        "CODE_CHALLENGE_METHOD, plain",
        "CLIENT_ID,"
    })
    void aRequestThatIsNotSoundBreaksIt(Fact fact, String value) {
        RuleResult result = judge(STRICT, session().spoil(PSC_AUTHORIZATION, fact, value));

        assertThat(result.status()).isEqualTo(Status.FAIL);
        Finding finding = result.telling().orElseThrow();
        assertThat(finding.stage()).isEqualTo(PSC_AUTHORIZATION);
        assertThat(finding.observed().value()).isEqualTo(value == null ? "" : value);
    }

    @ParameterizedTest
    @CsvSource({"used", "unknown", "expired", "code_verifier", "redirect_uri"})
    void aCodeThatIsNotSoundBreaksIt(String state) {
        SoundSession session = SoundSession.of(ALPHA).endBefore(Stage.PSC_TOKEN).byBrowser();

        assertThat(judge(STRICT, session.spoil(PSC_TOKEN, Fact.CODE_STATE, state))
                        .status())
                .isEqualTo(Status.FAIL);
    }

    @ParameterizedTest
    @CsvSource({"SCOPE, openid", "ACR_VALUES,", "NONCE,", "CODE_CHALLENGE_METHOD, none"})
    void aPlainClientOwesOnlyWhatTheStandardsAsk(Fact fact, String value) {
        assertThat(judge(PLAIN, session().spoil(PSC_AUTHORIZATION, fact, value)).status())
                .isEqualTo(Status.PASS);
    }

    @ParameterizedTest
    @CsvSource({"required, none, FAIL", "required, S256, PASS", "plain, plain, PASS", "s256, none, PASS"})
    void theSettingSaysWhatPkceIsOwed(String setting, String method, Status status) {
        Declaration declaration = SoundSession.declaration(
                "clientId: alpha-edc-bas,",
                "clientId: alpha-edc-bas, psc: { redirectUris: [\"" + SoundSession.CALLBACK + "\"] },",
                "operations: ",
                "settings: { psc: { pkce: " + setting + " } }\noperations: ");

        assertThat(judge(declaration, session().spoil(PSC_AUTHORIZATION, Fact.CODE_CHALLENGE_METHOD, method))
                        .status())
                .isEqualTo(status);
    }
}
