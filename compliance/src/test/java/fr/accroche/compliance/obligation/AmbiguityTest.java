package fr.accroche.compliance.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AmbiguityTest {

    @ParameterizedTest
    @EnumSource
    void isToldInBothLanguagesWithItsPassages(Ambiguity ambiguity) {
        List<Text> told =
                List.of(ambiguity.title(), ambiguity.firstReading(), ambiguity.secondReading(), ambiguity.taken());

        assertThat(told).allSatisfy(text -> {
            assertThat(text.fr()).isNotBlank();
            assertThat(text.en()).isNotBlank().isNotEqualTo(text.fr());
        });
        assertThat(ambiguity.quotes())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(passage -> assertThat(passage.quote()).isNotBlank());
    }

    @Test
    void noneIsToldTwice() {
        assertThat(Stream.of(Ambiguity.values()).map(Ambiguity::title)).doesNotHaveDuplicates();
    }
}
