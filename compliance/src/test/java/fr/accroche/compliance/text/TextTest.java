package fr.accroche.compliance.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void takesArgumentsInTheSameLanguage() {
        Text text = Text.of("{0} ou {1}", "{0} or {1}").with(Text.of("oui", "yes"), 3);

        assertThat(text.in(Language.FR)).isEqualTo("oui ou 3");
        assertThat(text.in(Language.EN)).isEqualTo("yes or 3");
    }

    @Test
    void anArgumentIsNeverReadAsAPlace() {
        assertThat(Text.verbatim("{0} {1}").with("{1} $1 \\", "b")).isEqualTo(Text.verbatim("{1} $1 \\ b"));
    }

    @Test
    void aPlaceWithoutArgumentStays() {
        assertThat(Text.verbatim("{0} {1}").with("a")).isEqualTo(Text.verbatim("a {1}"));
    }

    @Test
    void speaksFrenchToTheFrenchAndEnglishToOthers() {
        assertThat(Language.of(Locale.CANADA_FRENCH)).isEqualTo(Language.FR);
        assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.EN);
    }
}
