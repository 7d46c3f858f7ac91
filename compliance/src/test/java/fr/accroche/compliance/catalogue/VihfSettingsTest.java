package fr.accroche.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code settings.dmp} asks of a VIHF, LPS-04 and LPS-08 judge by. */
class VihfSettingsTest {

    private static final String PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; VIHF_VERSION; 2.0; LPS-08",
                "versions: ['2.0']; VIHF_VERSION; 2.0; ''",
                "versions: ['2.0']; VIHF_VERSION; 3.0; LPS-08",
                "''; VIHF_AUTHN_CONTEXT; " + PASSWORD + "; ''",
                "''; VIHF_AUTHN_CONTEXT; eidas1; LPS-08",
                "''; VIHF_AUTHN_CONTEXT; ''; LPS-08",
                "authnContexts: ['" + PASSWORD + "']; VIHF_AUTHN_CONTEXT; " + PASSWORD + "; ''",
                "''; VIHF_AUTHN_CONTEXT; 'urn:oasis:names:tc:SAML:2.0:ac:classes:'; LPS-08",
                "''; VIHF_AUTHN_CONTEXT; 'urn:oasis:names:tc:SAML:2.0:ac:classes:a\nb'; ''",
                "authnContexts: ['urn:eidas1']; VIHF_AUTHN_CONTEXT; urn:eidas1; ''",
                "authnContexts: ['urn:eidas1']; VIHF_AUTHN_CONTEXT; " + PASSWORD + "; LPS-08",
                "''; VIHF_PURPOSE; urgence^1.2.250.1.213.1.1.4.248; LPS-08",
                "purposes: [urgence]; VIHF_PURPOSE; urgence^1.2.250.1.213.1.1.4.248; ''",
                "purposes: [urgence]; VIHF_PURPOSE; urgence^1.2.3; LPS-08",
                "lpsId: warn; VIHF_LPS_ID; ''; ''",
                "lpsId: refuse; VIHF_LPS_ID; ''; LPS-08",
                "lpsId: refuse; VIHF_LPS_ID; 1.2.3; ''",
                "structure: warn; VIHF_STRUCTURE; 499900000011000; ''",
                "structure: refuse; VIHF_STRUCTURE; 499900000011000; LPS-08",
                "structure: refuse; VIHF_STRUCTURE; 300000000010009; ''",
                "''; ASSERTION_SIGNATURE; absent; LPS-04",
                "signature: optional; ASSERTION_SIGNATURE; absent; ''",
                "signature: optional; ASSERTION_SIGNATURE; 'invalid: DIGEST'; LPS-04",
                "signature: forbidden; ASSERTION_SIGNATURE; absent; ''",
                "signature: forbidden; ASSERTION_SIGNATURE; valid; LPS-04",
                "''; ASSERTION_SIGNER_DEFECTS; KEY_USAGE EXTENDED_KEY_USAGE; LPS-04",
                "signerUsage: warn; ASSERTION_SIGNER_DEFECTS; KEY_USAGE EXTENDED_KEY_USAGE; ''",
                "signerUsage: accept; ASSERTION_SIGNER_DEFECTS; KEY_USAGE EXPIRED; LPS-04",
                "''; ASSERTION_SIGNER_STRUCTURE; 1990000002; ''",
                "signedBy: lps-operator; ASSERTION_SIGNER_STRUCTURE; 1990000002; LPS-04",
                "signedBy: lps-operator; ASSERTION_SIGNER_STRUCTURE; 300000000010009; ''",
                "signedBy: proxy-operator; ASSERTION_SIGNER_STRUCTURE; 1990000002; LPS-04",
                "signedBy: proxy-operator; ASSERTION_SIGNER_STRUCTURE; ''; LPS-04"
            })
    void judgesByTheSetting(String setting, Fact fact, String value, String broken) {
        SoundSession session = SoundSession.of("alpha-edc-bas")
                .spoil(Stage.BUSINESS, Fact.VIHF_LPS_ID, "1.2.250.1.999.1")
                .spoil(Stage.BUSINESS, fact, value);

        assertThat(failed(setting, session)).isEqualTo(broken.isEmpty() ? List.of() : List.of(RuleId.of(broken)));
    }

    /** The sample of that mode is signed by a certificate for authentication. */
    @ParameterizedTest
    @CsvSource({"KEY_USAGE EXTENDED_KEY_USAGE, ''", "KEY_USAGE REVOKED, LPS-04"})
    void theSignersUsageDoesNotCountInAir(String defects, String broken) {
        SoundSession session = SoundSession.of("alpha-edc-bas")
                .spoil(Stage.BUSINESS, Fact.VIHF_MODE, "INDIRECTE_RENFORCEE")
                .spoil(Stage.BUSINESS, Fact.ASSERTION_SIGNER_DEFECTS, defects);

        assertThat(failed("", session)).isEqualTo(broken.isEmpty() ? List.of() : List.of(RuleId.of(broken)));
    }

    /** As its guard, the rule minds an assertion out of its place where there is no other. */
    @Test
    void aStrayAssertionAloneIsNotGenuine() {
        SoundSession session = SoundSession.of("alpha-edc-bas")
                .spoil(Stage.BUSINESS, Fact.ASSERTION_KIND, "none")
                .spoil(Stage.BUSINESS, Fact.ASSERTION_SIGNATURE, "invalid: STRAY");

        assertThat(failed("", session)).contains(RuleId.of("LPS-01"), RuleId.of("LPS-04"));
    }

    private static List<RuleId> failed(String setting, SoundSession session) {
        Declaration declaration =
                SoundSession.declaration("version: 1\n", "version: 1\nsettings: { dmp: { " + setting + " } }\n");
        return Verdict.judge(declaration, session.hops()).with(Status.FAIL);
    }
}
