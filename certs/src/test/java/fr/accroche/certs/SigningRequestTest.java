package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningRequestTest {
    private static final String RSA = "SHA256withRSA";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST", ""})
    void readsPemAndDer(String label) throws Exception {
        byte[] der = SigningRequests.der(Fixtures.KEY, Fixtures.KEY, RSA);

        SigningRequest read = SigningRequest.read(file(label.isEmpty() ? der : SigningRequests.pem(label, der)));

        assertThat(read.key()).isEqualTo(Fixtures.KEY.getPublic());
        assertThat(read.subject()).isEqualTo("CN=whatever");
    }

    @Test
    void refusesOneThatItsKeyDidNotSign() throws Exception {
        KeyPair other = RsaKeys.generate(2048, new SecureRandom());

        assertThat(refusal(SigningRequests.der(Fixtures.KEY, other, RSA)))
                .contains("the request's signature is wrong: it does not prove that its private key is held");
    }

    @Test
    void refusesAWeakKey() throws Exception {
        KeyPair weak = RsaKeys.generate(1024, new SecureRandom());

        assertThat(refusal(SigningRequests.der(weak, weak, RSA)))
                .contains("an RSA key of 1024 bits, too weak; at least 2048");
    }

    @Test
    void refusesAKeyOfAnotherKind() throws Exception {
        KeyPair curve = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThat(refusal(SigningRequests.der(curve, curve, "SHA256withECDSA")))
                .contains("a key of kind EC; certificates of the IGC-Santé have an RSA key");
    }

    @Test
    void refusesAPrivateKeyWithoutRepeatingIt() throws Exception {
        byte[] key = Pem.encode(Fixtures.KEY.getPrivate());
        byte[] request =
                SigningRequests.pem("CERTIFICATE REQUEST", SigningRequests.der(Fixtures.KEY, Fixtures.KEY, RSA));
        byte[] both = (new String(key, StandardCharsets.US_ASCII) + new String(request, StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(refusal(both))
                .contains("holds a private key, which is never handed over")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "0",
                "-----BEGIN CERTIFICATE REQUEST-----\n!!\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----"
            })
    void refusesWhatIsNoRequest(String content) throws Exception {
        assertThat(refusal(content.getBytes(StandardCharsets.US_ASCII)))
                .contains("a PKCS#10 request (CSR) is expected, in PEM");
    }

    @Test
    void refusesOneCutShortAnywhere() throws Exception {
        byte[] der = SigningRequests.der(Fixtures.KEY, Fixtures.KEY, RSA);
        for (int length = 1; length < der.length; length += 7) {
            assertThat(refusal(Arrays.copyOf(der, length))).isNotEmpty();
        }
    }

    /** Its algorithm identifiers may change without harm; its key and its subject may not. */
    @Test
    void oneChangedAnywhereIsRefusedOrStillTheSame() throws Exception {
        byte[] der = SigningRequests.der(Fixtures.KEY, Fixtures.KEY, RSA);
        for (int at = 0; at < der.length; at++) {
            byte[] changed = der.clone();
            changed[at] ^= 0x15;
            Path file = file(changed);
            try {
                assertThat(SigningRequest.read(file).key()).isEqualTo(Fixtures.KEY.getPublic());
            } catch (OrderException refused) {
                assertThat(refused.problems()).hasSize(1);
            }
        }
    }

    private String refusal(byte[] content) throws Exception {
        Path file = file(content);
        OrderException refused = catchThrowableOfType(OrderException.class, () -> SigningRequest.read(file));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fr()).startsWith(file + " : "));
        return refused.getMessage();
    }

    private Path file(byte[] content) throws Exception {
        return Files.write(folder.resolve("request"), content);
    }
}
