package fr.accroche.compliance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfessionalsTest {

    @Test
    void everyRppsHasARightKeyOfTheTestSeries() {
        List<String> rpps = Professionals.known().stream()
                .filter(person -> person.origin().equals("RPPS"))
                .map(Professional::nationalId)
                .toList();

        assertThat(rpps).hasSizeGreaterThanOrEqualTo(4).allMatch(id -> id.startsWith("899900000"));
        assertThat(rpps).allMatch(id -> luhn(id.substring(1)));
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
