package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritySettingsTest {

    @TempDir
    private Path folder;

    @Test
    void theFoldersOwnFileSizesAuthoritiesAndSaysHowLongTheyLast() throws Exception {
        own("keyBits = 2048\ndaysPast = 3\ndaysAhead = 400\n");
        TestIgc igc = TestIgc.in(folder, Fixtures.CLOCK, Fixtures.QUICK);

        for (Branch branch : Branch.values()) {
            X509Certificate root = igc.roots(branch).get(0);
            assertThat(((RSAPublicKey) root.getPublicKey()).getModulus().bitLength())
                    .isEqualTo(2048);
            assertThat(root.getNotBefore()).isEqualTo(Fixtures.NOW.minus(Duration.ofDays(3)));
            assertThat(root.getNotAfter()).isEqualTo(Fixtures.NOW.plus(Duration.ofDays(400)));
            assertThat(igc.authorities(branch).intermediateCertificate().getNotAfter())
                    .isEqualTo(Fixtures.NOW.plus(Duration.ofDays(399)));
        }
    }

    @Test
    void unlessSaidTheyAreAsTheRealOnes() {
        assertThat(TestIgc.KeySizes.REAL).isEqualTo(new TestIgc.KeySizes(4096, 2048));
        assertThat(AuthoritySettings.SHIPPED).isEqualTo(new AuthoritySettings(4096, 5 * 365, 15 * 365));
    }

    @Test
    void aWrongFileIsRefusedBeforeAnythingIsMade() throws Exception {
        own("keyBits = 1024\ndaysPast = 3\ndaysAhead = 31\nroots = 1\n");

        assertThatThrownBy(() -> TestIgc.in(folder, Fixtures.CLOCK, Fixtures.QUICK))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("authorities.properties:1: keyBits = 1024; expected: a whole number from 2048")
                .hasMessageContaining("authorities.properties:3: daysAhead = 31; expected: a whole number from 32")
                .hasMessageContaining("authorities.properties:4: unknown key roots");
        assertThat(folder.resolve("igc")).doesNotExist();
    }

    private void own(String content) throws Exception {
        Files.writeString(folder.resolve("authorities.properties"), content);
    }
}
