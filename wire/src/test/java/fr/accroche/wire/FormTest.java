package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void readsNamesAndValues() {
        Form form =
                Form.parse("grant_type=client+credentials&scope=a%20b%26c&empty=&flag&=anonymous&&%C3%A9=%E2%82%AC");

        assertThat(form.first("grant_type")).contains("client credentials");
        assertThat(form.first("scope")).contains("a b&c");
        assertThat(form.first("empty")).isEmpty();
        assertThat(form.first("flag")).isEmpty();
        assertThat(form.first("")).contains("anonymous");
        assertThat(form.first("é")).contains("€");
        assertThat(form.first("absent")).isEmpty();
        assertThat(form.names()).containsExactly("grant_type", "scope", "empty", "flag", "", "é");
    }

    @Test
    void takesTheFirstNonEmptyValueAndNamesTheRepeated() {
        Form form = Form.parse("a=&a=1&a=2&b=1&c=&c=");

        assertThat(form.first("a")).contains("1");
        assertThat(form.all("a")).containsExactly("1", "2");
        assertThat(form.repeated()).containsExactly("a", "c");
    }

    @Test
    void keepsAnEqualsSignInAValue() {
        assertThat(Form.parse("a=b=c").first("a")).contains("b=c");
    }

    @Test
    void writesWhatItReads() {
        Form form = Form.of("a", "x y&z=é+%").plus("b*-._", "");

        assertThat(form.encoded()).isEqualTo("a=x+y%26z%3D%C3%A9%2B%25&b*-._=");
        assertThat(Form.parse(form.encoded()).first("a")).contains("x y&z=é+%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%C3", "a=%ED%A0%80", "a=%4\u0661"})
    void refusesABrokenEncodingWithoutQuotingIt(String encoded) {
        assertThatThrownBy(() -> Form.parse(encoded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("form: expected");
    }

    @Test
    void boundsTheParameters() {
        assertThat(Form.parse("a=1&".repeat(200)).all("a")).hasSize(200);
        assertThatThrownBy(() -> Form.parse("a=1&".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Form.of("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hidesItsValues() {
        assertThat(Form.of("client_secret", "hush")).hasToString("Form[client_secret]");
    }

    @Test
    void survivesRandomText() {
        Random random = new Random(11);
        String alphabet = "ab&=%+%%41é€\uD800 \u0000;";
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(20), 0, alphabet.length())
                    .collect(
                            StringBuilder::new, (built, at) -> built.append(alphabet.charAt(at)), StringBuilder::append)
                    .toString();
            try {
                Form form = Form.parse(text);
                assertThat(Form.parse(form.encoded()).names()).hasSameSizeAs(form.names());
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("form: ");
            }
        }
    }

    @Test
    void writesAndReadsAnyText() {
        Random random = new Random(13);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(8, 1, 0x2000)
                    .filter(point -> !Character.isSurrogate((char) point))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Form.parse(Form.of(text, text).encoded()).all(text)).isEqualTo(List.of(text));
        }
    }
}
