package fr.accroche.scenarios.lps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.LikelyProfile;
import fr.accroche.certs.Order;
import fr.accroche.certs.Profile;
import fr.accroche.certs.TestIgc;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.scenarios.TestFolders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cards of the test identities are sound, and name whom PSC names. */
class PersonCardTest {

    private static final TestIgc IGC = TestFolders.open().igc();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    static Stream<Professional> withPractice() {
        return Professionals.known().stream()
                .filter(person -> person.situation().isPresent());
    }

    @ParameterizedTest
    @MethodSource("withPractice")
    void aCardIsSoundAndNamesItsHolder(Professional person) {
        PersonCard card = new PersonCard(person);
        HeldCertificate held = IGC.issue(card.order(like()));

        assertThat(IGC.judge(card.profile(), Branch.TEST).judge(held.chain()).sound())
                .isTrue();
        assertThat(facts(held).subject())
                .contains("CN=" + person.nationalId(), "SN=" + person.familyName())
                .contains("GN=" + person.givenName().toUpperCase(Locale.ROOT));
    }

    @Test
    void theStaffOfAStructureHasACardThatNamesTheStructure() {
        HeldCertificate held =
                IGC.issue(new PersonCard(Professionals.named("secretaire").orElseThrow()).order(like()));

        assertThat(facts(held).profile()).isEqualTo(LikelyProfile.CPE_AUTH);
        assertThat(facts(held).subject()).contains("OU=499900000011000").doesNotContain("title=");
    }

    private static CertificateFacts facts(HeldCertificate held) {
        return CertificateFacts.of(held.chain()).get(0);
    }

    private static Order like() {
        return new Order(
                Profile.ORG_AUTH_CLI,
                Branch.TEST,
                "Paris (75)",
                "STRUCTURE FICTIVE",
                "300000000009076",
                "fictif",
                List.of(),
                NOW.minus(1, ChronoUnit.DAYS),
                NOW.plus(365, ChronoUnit.DAYS));
    }
}
