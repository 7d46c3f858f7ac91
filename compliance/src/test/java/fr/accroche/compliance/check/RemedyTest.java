package fr.accroche.compliance.check;

import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_SON_EDITEUR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.rule.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a vendor is told to do. */
class RemedyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static List<String> remedies(String yaml, Status status) throws DeclarationException {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return Check.of(DeclarationReader.read("accroche.yaml", bytes, TODAY), TODAY).rules().stream()
                .flatMap(result -> result.findings().stream()
                        .filter(finding -> finding.status() == status)
                        .map(finding -> finding.remedy(result.card()).en()))
                .toList();
    }

    @Test
    void whatTheTextsLeaveOpenIsAskedOfTheGuichet() throws DeclarationException {
        String yaml = AUTONOME_OPERE_PAR_SON_EDITEUR.text().split("\nwaivers:")[0];

        assertThat(remedies(yaml, Status.REVIEW))
                .hasSize(5)
                .allSatisfy(remedy -> assertThat(remedy).startsWith("Ask the guichet what it wants"));
    }

    @Test
    void aWaiverThatRanOutIsLookedAtAgain() throws DeclarationException {
        String yaml = AUTONOME_OPERE_PAR_SON_EDITEUR.text().replace("until: D+180", "until: D-1");

        assertThat(remedies(yaml, Status.FAIL))
                .hasSize(4)
                .allSatisfy(remedy -> assertThat(remedy).startsWith("Look again at what the waiver covers"));
    }

    @Test
    void theRestIsTheRules() throws DeclarationException {
        String yaml = AUTONOME_OPERE_PAR_SON_EDITEUR.text().replaceAll("(?m)^    intrusionTest:.*\\R", "");

        assertThat(remedies(yaml, Status.FAIL))
                .hasSize(3)
                .allSatisfy(remedy -> assertThat(remedy).startsWith("Have the intrusion test done"));
    }
}
