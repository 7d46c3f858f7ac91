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

/** LPS-08, fact by fact. */
class VihfShapeTest {

    private static final Declaration DECLARATION = SoundSession.declaration();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "VIHF_STRUCTURE; ''",
                "VIHF_STRUCTURE; 990000002",
                "VIHF_STRUCTURE; 300000000010009 | 1990000002",
                "VIHF_SECTOR; ''",
                "VIHF_SECTOR; SA07",
                "VIHF_SECTOR; SA07^1.2.250.1.71.4.2.5",
                "VIHF_VERSION; 2.0",
                "VIHF_MODE; ''",
                "VIHF_MODE; INDIRECT",
                "VIHF_RESOURCE; urn:ROR",
                "VIHF_SUBJECT_NAMES; 0",
                "VIHF_SUBJECT_NAMES; 2",
                "VIHF_ROLES; ''",
                "VIHF_ROLES; 10^1.2.250.1.71.1.2.7",
                "VIHF_ROLES; 10^1.2.250.1.71.1.2.7 | SM26^1.2.250.1.71.4.2.9",
                "VIHF_ROLES; 10^1.2.250.1.71.1.2.7 | A^1.2.250.1.71.4.2.6",
                "VIHF_ROLES; 60^1.2.250.1.71.1.2.7 | 60",
                "VIHF_ROLES; ^1.2.250.1.71.1.2.7",
                "VIHF_ROLES; 6^1.2.250.1.71.1.2.7 | 7^1.2.250.1.71.1.2.7 | 8^1.2.250.1.71.1.2.7 | 9^1.2.250.1.71.1.2.7 | 9^1.2.250.1.71.1.2.7",
                "VIHF_PURPOSE; ''",
                "VIHF_PURPOSE; normal",
                "VIHF_PURPOSE; normal^1.2.250.1.213.1.1.4.248 | normal^1.2.250.1.213.1.1.4.248",
                "VIHF_PATIENT; ''",
                "VIHF_PATIENT; 290019999900113",
                "VIHF_PATIENT; 185079999900215^^^&1.2.250.1.213.1.4.10&ISO^NH",
                "VIHF_PATIENT_KEY; wrong"
            })
    void findsWhatIsOutOfShape(Fact fact, String value) {
        SoundSession session = SoundSession.of("alpha-edc-bas").spoil(Stage.BUSINESS, fact, value);

        assertThat(Verdict.judge(DECLARATION, session.hops()).with(Status.FAIL)).containsExactly(RuleId.of("LPS-08"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "VIHF_STRUCTURE; 10B0152872",
                "VIHF_SECTOR; SA05^1.2.250.1.71.4.2.4",
                "VIHF_VERSION; 4.0",
                "VIHF_MODE; INDIRECTE_RENFORCEE",
                "VIHF_ROLES; 60^1.2.250.1.71.1.2.7",
                "VIHF_ROLES; 10^1.2.250.1.71.1.2.8",
                "VIHF_ROLES; 21^1.2.250.1.71.1.2.7 | A^1.2.250.1.71.4.2.6",
                "VIHF_ROLES; SECRETARIAT_MEDICAL^1.2.250.1.213.1.1.4.6",
                "VIHF_PURPOSE; bris_de_glace^1.2.250.1.213.1.1.4.248"
            })
    void takesTheOtherFormsInUse(Fact fact, String value) {
        SoundSession session = SoundSession.of("alpha-edc-bas").spoil(Stage.BUSINESS, fact, value);

        assertThat(Verdict.judge(DECLARATION, session.hops()).with(Status.FAIL)).isEmpty();
    }

    @Test
    void onlyACardNeedsNoName() {
        SoundSession session = SoundSession.of("alpha-edc-bas")
                .spoil(Stage.BUSINESS, Fact.VIHF_MODE, "DIRECTE")
                .spoil(Stage.BUSINESS, Fact.VIHF_SUBJECT_NAMES, "0");

        assertThat(Verdict.judge(DECLARATION, session.hops()).with(Status.FAIL)).isEmpty();
    }

    @Test
    void theOidIsTheEnvironments() {
        Declaration production = SoundSession.declaration("environment: test", "environment: production");
        for (String oid : List.of("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.9", "1.2.250.1.213.1.4.10")) {
            String patient = "290019999900113^^^&" + oid + "&ISO^NH";
            SoundSession session = SoundSession.of("alpha-edc-bas")
                    .spoil(Stage.BUSINESS, Fact.VIHF_PATIENT, patient)
                    .spoil(Stage.BUSINESS, Fact.BODY_PATIENT, patient);
            boolean test = oid.endsWith(".10");

            assertThat(status(DECLARATION, session)).isEqualTo(test ? Status.PASS : Status.FAIL);
            assertThat(status(production, session)).isEqualTo(test ? Status.FAIL : Status.PASS);
        }
    }

    /** As in TD0.4: no patient is known, and none is named. */
    @Test
    void aRequestAboutNobodyNamesNobody() {
        SoundSession session = SoundSession.of("alpha-edc-bas")
                .spoil(Stage.BUSINESS, Fact.VIHF_PATIENT, "")
                .spoil(Stage.BUSINESS, Fact.VIHF_PATIENT_KEY, null)
                .spoil(Stage.BUSINESS, Fact.BODY_PATIENT, null);

        assertThat(status(DECLARATION, session)).isEqualTo(Status.PASS);
    }

    private static Status status(Declaration declaration, SoundSession session) {
        return Verdict.judge(declaration, session.hops())
                .rule(RuleId.of("LPS-08"))
                .orElseThrow()
                .status();
    }
}
