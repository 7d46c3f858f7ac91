package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ThumbprintTest {
    private static final X509Certificate CERTIFICATE =
            Fixtures.chain(Fixtures.authCli()).get(0);
    private static final X509Certificate OTHER =
            Fixtures.chain(Fixtures.authCli()).get(0);

    @Test
    void writesTheRfc8705FormInFortyThreeCharacters() throws Exception {
        byte[] decoded = Base64.getUrlDecoder().decode(Thumbprint.RFC8705.of(CERTIFICATE));

        assertThat(Thumbprint.RFC8705.of(CERTIFICATE)).hasSize(43).doesNotContain("=");
        assertThat(decoded).isEqualTo(sha256(CERTIFICATE));
    }

    @Test
    void writesTheAnsFormInEightyEightCharacters() throws Exception {
        String decoded = new String(
                Base64.getDecoder().decode(Thumbprint.ANS_HEX_BASE64.of(CERTIFICATE)), StandardCharsets.US_ASCII);

        assertThat(Thumbprint.ANS_HEX_BASE64.of(CERTIFICATE)).hasSize(88).endsWith("==");
        assertThat(decoded).isEqualTo("%064x".formatted(new BigInteger(1, sha256(CERTIFICATE))));
    }

    @Test
    void matchesEitherFormOfTheSameCertificateOnly() {
        for (Thumbprint encoding : Thumbprint.values()) {
            assertThat(Thumbprint.matchesAny(encoding.of(CERTIFICATE), CERTIFICATE))
                    .isTrue();
            assertThat(Thumbprint.matchesAny(encoding.of(CERTIFICATE), OTHER)).isFalse();
        }
        assertThat(Thumbprint.RFC8705.matches(Thumbprint.ANS_HEX_BASE64.of(CERTIFICATE), CERTIFICATE))
                .isFalse();
        assertThat(Thumbprint.matchesAny(null, CERTIFICATE)).isFalse();
        assertThat(Thumbprint.matchesAny("", CERTIFICATE)).isFalse();
        assertThat(Thumbprint.matchesAny(Thumbprint.RFC8705.of(CERTIFICATE) + "=", CERTIFICATE))
                .isFalse();
    }

    private static byte[] sha256(X509Certificate certificate) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    }
}
