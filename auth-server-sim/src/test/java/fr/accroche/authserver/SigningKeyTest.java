package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.accroche.wire.json.JsonObject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
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
    void refusesKeyThatIsNotRsa() throws NoSuchAlgorithmException {
        KeyPair elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SigningKey(elliptic))
                .withMessageContaining("RSA");
    }
}
