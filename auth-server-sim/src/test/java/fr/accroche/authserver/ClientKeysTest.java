package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenAlgorithm;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenEncryption;
import fr.accroche.compliance.declaration.PscRegistration.UserInfoForm;
import fr.accroche.compliance.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientKeysTest {

    @TempDir
    private Path folder;

    private final RSAKey rsa = make("enc", KeyUse.ENCRYPTION);
    private final ECKey elliptic = make(Curve.P_256);

    @Test
    void findsTheKeyForEachUse() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), set(rsa.toPublicJWK(), elliptic.toPublicJWK()));

        ClientKeys keys = ClientKeys.read(file);

        assertThat(keys.encryption(JWEAlgorithm.RSA_OAEP_256)).contains(rsa.toPublicJWK());
        assertThat(keys.signature(JWSAlgorithm.ES256, Optional.empty())).containsExactly(elliptic.toPublicJWK());
        assertThat(keys.signature(JWSAlgorithm.ES256, Optional.of("other"))).isEmpty();
        assertThat(keys.signature(JWSAlgorithm.PS256, Optional.empty())).isEmpty();
    }

    @Test
    void refusesWhatIsNoSetOfPublicKeysAndSaysWhichKey() throws Exception {
        String secret = new OctetSequenceKeyGenerator(256).generate().toJSONString();

        assertThat(problem("")).isEqualTo("keys: no JWK set: a JSON object with an array 'keys' is expected");
        assertThat(problem("[]")).endsWith("an array 'keys' is expected");
        assertThat(problem("{\"keys\":{}}")).endsWith("an array 'keys' is expected");
        assertThat(problem(set())).isEqualTo("keys: 1 to 16 keys expected, 0 found");
        assertThat(problem("{\"keys\":[" + "1,".repeat(16) + "1]}")).endsWith("17 found");
        assertThat(problem("{\"keys\":[{\"kty\":\"RSA\"}]}")).isEqualTo("keys: keys[0]: no JWK");
        assertThat(problem("{\"keys\":[" + rsa.toPublicJWK().toJSONString() + ",7]}"))
                .isEqualTo("keys: keys[1]: no JWK");
        assertThat(problem("{\"keys\":[" + elliptic.toJSONString() + "]}"))
                .isEqualTo("keys: keys[0]: holds a private or secret key; PSC registers public keys only");
        assertThat(problem("{\"keys\":[" + secret + "]}")).contains("keys[0]: holds a private or secret key");
        assertThat(problem(set(make(Curve.P_384).toPublicJWK())))
                .isEqualTo("keys: keys[0]: RSA key of at least 2048 bits or EC key on P-256 expected");
        assertThat(problem(set(rsa.toPublicJWK(), rsa.toPublicJWK())))
                .isEqualTo("keys: keys[1]: kid already taken by another key");
    }

    @Test
    void refusesAFileThatIsNotThereOrTooLarge() throws IOException {
        Path large = Files.writeString(folder.resolve("large.json"), " ".repeat(ClientKeys.LARGEST_FILE + 1));

        assertThat(read(folder.resolve("none.json"))).endsWith("none.json: there is no file there");
        assertThat(read(folder)).endsWith("there is no file there");
        assertThat(read(large)).endsWith("large.json: more than 65536 bytes");
    }

    @Test
    void aClientThatRegisteredEncryptionNeedsAKeyForIt() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), set(elliptic.toPublicJWK()));
        Client client = Client.ofCertificate("alpha", "test")
                .with(Caller.registered(IdTokenAlgorithm.RS256, IdTokenEncryption.RSA_OAEP, UserInfoForm.JSON)
                        .withJwksFile(file.toString()));

        ClientKeysException refused = catchThrowableOfType(ClientKeysException.class, client::withRegisteredKeys);

        assertThat(refused.text().in(Language.EN))
                .isEqualTo("alpha: jwksFile " + file + ": no RSA key for RSA-OAEP (use 'enc' or none)");
        assertThat(refused.text().in(Language.FR)).contains("aucune clé RSA pour RSA-OAEP");
    }

    private static String read(Path file) {
        return message(catchThrowableOfType(ClientKeysException.class, () -> ClientKeys.read(file)));
    }

    private static String problem(String json) {
        return message(catchThrowableOfType(
                ClientKeysException.class, () -> ClientKeys.parse("keys", json.getBytes(StandardCharsets.UTF_8))));
    }

    private static String message(ClientKeysException refused) {
        assertThat(refused).as("it must be refused").isNotNull();
        return refused.text().in(Language.EN);
    }

    private static String set(JWK... keys) {
        return "{\"keys\":["
                + String.join(",", Arrays.stream(keys).map(JWK::toJSONString).toList())
                + "]}";
    }

    private static RSAKey make(String kid, KeyUse use) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).keyUse(use).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey make(Curve curve) {
        try {
            return new ECKeyGenerator(curve).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
