package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.accroche.wire.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private final SigningKey key = new SigningKey(Identities.SIGNING);

    @Test
    void readsBackWhatItSigned() {
        JsonObject claims = JsonObject.EMPTY.with("sid", "s");

        assertThat(key.claims(key.sign(claims))).contains(claims);
    }

    @Test
    void refusesWhatWasTamperedWith() {
        String jws = key.sign(JsonObject.EMPTY.with("sid", "s"));
        String other = key.sign(JsonObject.EMPTY.with("sid", "t"));
        String payloadOfOther = other.split("\\.")[1];
        String[] parts = jws.split("\\.");

        assertThat(key.claims(parts[0] + "." + payloadOfOther + "." + parts[2])).isEmpty();
        assertThat(key.claims("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEmpty();
        assertThat(key.claims("not a token")).isEmpty();
    }

    @Test
    void publishesNoPrivatePart() {
        assertThat(key.publicPart().compact())
                .contains("\"kty\":\"RSA\"", "\"use\":\"sig\"", "\"alg\":\"RS256\"", "\"kid\"")
                .doesNotContain("\"d\":", "\"p\":");
    }

    @Test
    void takesOfASignatureTheOneFormThatWasIssued() {
        String jws = key.sign(JsonObject.EMPTY.with("sub", "someone"));
        int last = jws.length() - 1;
        char sibling = (char) (jws.charAt(last) + 1);

        for (String other : List.of(jws + "=", jws + "?", jws + "A", jws.substring(0, last) + sibling, " " + jws)) {
            assertThat(key.claims(other)).as(other.substring(last - 1)).isEmpty();
        }
        assertThat(key.claims(jws)).isPresent();
    }

    @Test
    void signsEs256WithAKeyOfP256() throws GeneralSecurityException {
        SigningKey elliptic = new SigningKey(elliptic("secp256r1"));
        JsonObject claims = JsonObject.EMPTY.with("sub", "someone");

        assertThat(elliptic.algorithm()).isEqualTo("ES256");
        assertThat(elliptic.claims(elliptic.sign(claims))).contains(claims);
        assertThat(elliptic.publicPart().compact())
                .contains("\"kty\":\"EC\"", "\"use\":\"sig\"", "\"alg\":\"ES256\"", "\"kid\"")
                .doesNotContain("\"d\":");
        assertThat(elliptic.claims(new SigningKey(Identities.SIGNING).sign(claims)))
                .isEmpty();
    }

    @Test
    void aCopyThatReadsItSignsAsItDoes() throws GeneralSecurityException {
        JsonObject claims = JsonObject.EMPTY.with("sub", "someone");

        for (SigningKey original : List.of(key, new SigningKey(elliptic("secp256r1")))) {
            SigningKey copy = SigningKey.read(original.secret());

            assertThat(copy.id()).isEqualTo(original.id());
            assertThat(copy.publicPart()).isEqualTo(original.publicPart());
            assertThat(copy.secret()).isEqualTo(original.secret());
            assertThat(original.claims(copy.sign(claims))).contains(claims);
        }
        assertThat(key.secret()).as("what RSA signs fast with").contains("\"dp\":", "\"dq\":", "\"qi\":");
    }

    @Test
    void readsNoKeyThatCannotSignAndRepeatsNothingOfIt() {
        for (String none :
                List.of("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}", "{\"d\":\"c2VjcmV0\"}", publicHalf(), "c2VjcmV0")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> SigningKey.read(none))
                    .withNoCause()
                    .withMessageNotContaining("c2VjcmV0");
        }
    }

    private String publicHalf() {
        return key.publicPart().compact();
    }

    @Test
    void refusesKeyThatIsNeitherRsaNorOfP256() throws GeneralSecurityException {
        for (KeyPair other : List.of(
                elliptic("secp384r1"), KeyPairGenerator.getInstance("Ed25519").generateKeyPair())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SigningKey(other))
                    .withMessageContaining("RSA");
        }
    }

    private static KeyPair elliptic(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
