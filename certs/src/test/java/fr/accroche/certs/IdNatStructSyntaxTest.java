package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNatStructSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1920008059",
                "10B0057881",
                "12A0001234",
                "2187512751",
                "318751275100020",
                "300000000077081",
                "399999999999999",
                "3MONACOCONFO001",
                "499700367909006",
                "00B607760201"
            })
    void acceptsEachPrefixWhateverItsCheckKey(String value) {
        assertThat(IdNatStructSyntax.matches(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "318751275100,3 + SIRET",
        "3187512751000200,3 + SIRET",
        "31875127510002O,3 + SIRET",
        "10C0057881,1 + FINESS",
        "21875127510,2 + SIREN",
        "49970036790900,4 + RPPS",
        "0B,0 + ADELI",
        "5920008059,'0, 1, 2, 3 or 4'",
        "alpha,'0, 1, 2, 3 or 4'",
        "' 318751275100020','0, 1, 2, 3 or 4'",
        "'',0"
    })
    void refusesAnotherLengthLetterOrPrefix(String value, String expected) {
        assertThat(IdNatStructSyntax.matches(value)).isFalse();
        assertThat(IdNatStructSyntax.expected(value).en()).startsWith(expected);
    }
}
