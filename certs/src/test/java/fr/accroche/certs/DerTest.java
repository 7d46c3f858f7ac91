package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {

    @ParameterizedTest
    @CsvSource({
        "0603550403,2.5.4.3",
        "06072a817a01470102,1.2.250.1.71.1.2",
        "060101,0.1",
        "0602 8837,2.999",
        "060a 5590808080800004 0303,2.5.549755813888.4.3.3"
    })
    void readsObjectIdentifiers(String hex, String dotted) {
        assertThat(Der.element(bytes(hex)).objectIdentifier()).isEqualTo(dotted);
    }

    @Test
    void neverTakesAnOverlongFirstArcForAnother() {
        assertThat(Der.element(bytes("0607 9080808055 0403")).objectIdentifier())
                .isNotEqualTo("2.5.4.3")
                .startsWith("2.4294967301.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "06", "0605", "0680", "0684ffffffff", "06820001", "3003020105 00"})
    void refusesTruncatedOrSurplusBytes(String hex) {
        assertThatThrownBy(() -> Der.element(bytes(hex))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnObjectIdentifierThatIsEmptyOrTooLong() {
        byte[] tooLong = new byte[67];
        Arrays.fill(tooLong, (byte) 0x81);
        tooLong[0] = 6;
        tooLong[1] = 65;

        assertThatThrownBy(() -> Der.element(tooLong).objectIdentifier())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65 octets");
        assertThatThrownBy(() -> Der.element(bytes("0600")).objectIdentifier())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsLongLengths() {
        byte[] long300 = new byte[304];
        long300[0] = 4;
        long300[1] = (byte) 0x82;
        long300[2] = 1;
        long300[3] = 44;

        assertThat(Der.element(long300).contentOf(Der.OCTET_STRING)).hasSize(300);
    }

    @Test
    void throwsNothingElseOnNoise() {
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            try {
                assertThat(Der.elements(noise).stream()
                                .mapToInt(element -> element.encoded().length)
                                .sum())
                        .isEqualTo(noise.length);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("DER: ");
            }
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
