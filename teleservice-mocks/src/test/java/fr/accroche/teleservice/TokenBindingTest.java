package fr.accroche.teleservice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.teleservice.TokenBinding.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBindingTest {

    @Test
    void readsTheExampleOfRfc8705() {
        TokenBinding binding = TokenBinding.of("bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2");

        assertThat(binding.encoding()).isEqualTo(Encoding.RFC8705);
        assertThat(binding.sha256()).isEqualTo("6f070ad1eb1cdc0082dc3076639fe5112b1713ca3d96d734e4ef3d8dd37e760d");
    }

    @Test
    void readsThePublicAnsEncoding() {
        String hex = "ab".repeat(32);
        String claim = Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.UTF_8));

        assertThat(TokenBinding.of(claim)).isEqualTo(new TokenBinding(hex, Encoding.ANS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64 !", "YWJj", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2="})
    void keepsAnotherEncodingAsItIs(String claim) {
        assertThat(TokenBinding.of(claim)).isEqualTo(new TokenBinding(claim, Encoding.UNKNOWN));
    }
}
